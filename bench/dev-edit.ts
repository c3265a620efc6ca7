/** How long the development server takes from an edit of a story to a page that shows it. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { appendFileSync } from "node:fs";
import { createServer } from "node:net";
import { basename, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import type { BuildRow } from "./build-goals.ts";
import { type BenchFolders, curalogCommand } from "./build-peers.ts";
import { pickStory } from "./build-size.ts";
import { percentile } from "./measure.ts";

const EDITS = 5;
const POLL = 20;
/** Seconds until the first page, and from an edit to its page. */
const MOST_START = 600;
const MOST_EDIT = 120;

/** Only `wall` is measured: the server is there before the edit and after it. */
export async function measureDevEdit(folders: BenchFolders): Promise<Omit<BuildRow, "size">> {
  const port = await findPort();
  const { file, args, env, cwd } = curalogCommand("dev.ts", folders, join(folders.work, "dev"));
  // A group of its own, so that what the server starts ends with it.
  const server = spawn(file, args, {
    cwd,
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: "ignore",
    detached: true,
  });
  try {
    const story = pickStory(folders.corpus);
    const page = `http://localhost:${port}/news/${basename(story, ".md")}/`;
    await waitFor(page, "<article", MOST_START);
    const seconds: number[] = [];
    for (let edit = 1; edit <= EDITS; edit += 1) {
      const words = `Seen after edit ${edit}.`;
      const begun = performance.now();
      appendFileSync(join(folders.corpus, story), `\n\n<p>${words}</p>\n`);
      await waitFor(page, words, MOST_EDIT);
      seconds.push((performance.now() - begun) / 1000);
    }
    return { peer: "curalog", part: "dev edit", runs: EDITS, wall: percentile(seconds, 50), cpu: 0, memory: 0 };
  } finally {
    if (server.pid !== undefined && server.exitCode === null) {
      process.kill(-server.pid, "SIGTERM");
      await once(server, "exit");
    }
  }
}

async function waitFor(page: string, words: string, seconds: number): Promise<void> {
  for (const end = performance.now() + seconds * 1000; performance.now() < end; await wait(POLL)) {
    // Until it listens, the server refuses.
    const text = await fetch(page).then(
      (response) => response.text(),
      () => "",
    );
    if (text.includes(words)) return;
  }
  throw new Error(`The development server did not show '${words}' at ${page} within ${seconds} seconds`);
}

/** A port on which nothing listens. */
async function findPort(): Promise<number> {
  const server = createServer().listen(0);
  await once(server, "listening");
  const address = server.address();
  server.close();
  if (address === null || typeof address === "string") throw new Error("The system gave no port");
  return address.port;
}
