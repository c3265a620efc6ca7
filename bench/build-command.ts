/** `npm run bench:build [-- --sizes real,1000 --peers curalog,hugo --runs 1]`: builds of the real content and of made-up stories beside those of peers. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { benchBuilds } from "./build-bench.ts";
import { type PeerKey, peerKeys } from "./build-peers.ts";
import { measurePhases } from "./build-phases.ts";
import { findSize, type Size, writeContent } from "./build-size.ts";

const USAGE = `npm run bench:build -- [options]

  --sizes real,1000    the real content, and how many made-up stories; without it, real, 1000 and 10000
  --peers curalog,hugo which generators; without it, ${peerKeys.join(", ")}
  --runs 3,1           of each build, by size; without it, three, and one of 100000 stories
  --quick              the real content and 1000 stories, one run, all parts
  --full               the real content and 1000, 10000, 50000 and 100000 stories, all parts
  --clean-only         the clean builds alone, without the parts of our own
  --phases             where the time of our own builds goes, at the sizes given, else 1000, and nothing else
  --dev                from an edit to the page in the development server, at the first size
  --folder <folder>    where corpora and sites go; without it, the temporary folder of the system
  --write              keeps the numbers in bench/results/build.json and bench/RESULTS.md
  --corpus <folder>    writes the corpus of the first size into a folder, and stops`;

const SIZES: readonly Size[] = ["real", 1000, 10_000];
const QUICK_SIZES: readonly Size[] = ["real", 1000];
const FULL_SIZES: readonly Size[] = [...SIZES, 50_000, 100_000];

try {
  const { values } = parseArgs({
    options: {
      sizes: { type: "string" },
      peers: { type: "string" },
      runs: { type: "string" },
      quick: { type: "boolean" },
      full: { type: "boolean" },
      "clean-only": { type: "boolean" },
      dev: { type: "boolean" },
      phases: { type: "boolean" },
      folder: { type: "string" },
      write: { type: "boolean" },
      corpus: { type: "string" },
      help: { type: "boolean" },
    },
  });
  const sizes = values.sizes?.split(",").map(toSize);
  const runs = values.runs?.split(",").map(toCount);
  if (values.help) console.log(USAGE);
  else if (values.corpus !== undefined) {
    writeContent(resolve(values.corpus), sizes?.[0] ?? 1000);
  } else if (values.phases) {
    for (const size of sizes ?? [1000]) for (const isPagesOnly of [true, false]) measurePhases(size, isPagesOnly);
  } else {
    await benchBuilds({
      sizes: sizes ?? (values.quick ? QUICK_SIZES : values.full ? FULL_SIZES : SIZES),
      peers: choosePeers(values.peers),
      runs: runs ?? (values.quick ? [1] : undefined),
      hasParts: values["clean-only"] !== true,
      hasDevServer: values.dev === true,
      isWritten: values.write === true,
      folder: values.folder,
    });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function choosePeers(given: string | undefined): PeerKey[] {
  const wanted = given?.split(",").map((name) => name.trim()) ?? [...peerKeys];
  const unknown = wanted.filter((name) => !peerKeys.some((key) => key === name));
  if (unknown.length > 0) throw new Error(`--peers ${unknown.join(",")} is not known; it takes ${peerKeys.join(",")}`);
  if (wanted.includes("astro") && !wanted.includes("curalog"))
    throw new Error("--peers astro needs curalog as well, from whose cache it builds");
  return peerKeys.filter((key) => wanted.includes(key));
}

function toSize(text: string): Size {
  const size = findSize(text);
  if (size === undefined) throw new Error(`--sizes takes 'real' and whole numbers above 0, not '${text}'`);
  return size;
}

function toCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new Error(`--runs must be a whole number above 0, not '${text}'`);
  return count;
}
