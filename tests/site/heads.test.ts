/**
 * Development, preview and build give a page the same head. What differs is told here, and nothing else may:
 * - the address of a bundled style sheet or font: its path in development, a name with its digest in the build;
 * - Vite's client, the last element of the head in development.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { parsePage } from "../../src/built-site/built-site.ts";
import { getConfig } from "../../src/config/config.ts";
import { pages } from "../browser/pages.ts";
import { isInlineCode } from "../dist/check-privacy.ts";
import { pageTypes, typeOf } from "../dist/page-type.ts";
import { PROJECT } from "../project-copy.ts";

const { siteFolder } = getConfig();

const FORMER_ADDRESS = "/news/healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise/";
const addresses = Object.entries({ ...pages, "former address": FORMER_ADDRESS });

const CLIENT = '<script type="module" src="/@vite/client"></script>';

interface RunningServer {
  readonly url: string;
  stop(): Promise<void>;
}

let development: RunningServer;
let preview: RunningServer;

before(async () => {
  // The day that the site was built for may be over.
  const { built } = JSON.parse(readFileSync(join(siteFolder, "api/v1/index.json"), "utf8"));
  development = await startServer("dev.ts", { CURALOG_BUILD_DATE: built });
  preview = await startServer("serve.ts");
});

after(async () => {
  await development?.stop();
  await preview?.stop();
});

describe("a page has the same head everywhere", () => {
  for (const [name, address] of addresses) {
    test(name, async () => {
      const built = readFileSync(join(siteFolder, fileOf(address)), "utf8");
      const developed = await get(development, address);
      assert.equal(await get(preview, address), built);

      const head = headOf(built);
      assert.equal(head.elements[1]?.attributes["http-equiv"], "content-security-policy", "right after the charset");
      const { elements, html } = headOf(developed);
      assert.deepEqual(elements.slice(0, -1), head.elements);
      assert.equal(html.replace(CLIENT, ""), head.html, "with the same white space");
      const inline = parsePage("", developed).elements.filter(isInlineCode);
      assert.deepEqual(inline, [], "nothing that the policy refuses");
    });
  }
});

test("the API catalog, whose name has no ending, is at its address everywhere", async () => {
  const address = "/.well-known/api-catalog";
  const built = readFileSync(join(siteFolder, address), "utf8");
  for (const server of [development, preview]) assert.equal(await get(server, address), built);
});

test("there is a page of each type", () => {
  const found = addresses.map(([, address]) => {
    const path = `/${fileOf(address).replace(/(^|\/)index\.html$/, "$1")}`;
    return typeOf({ path, isRedirect: path === FORMER_ADDRESS });
  });
  assert.deepEqual(new Set(found), new Set(pageTypes));
});

/** Runs a script on a free port until it is stopped. */
async function startServer(script: string, settings: NodeJS.ProcessEnv = {}): Promise<RunningServer> {
  const server = spawn(process.execPath, [join("scripts", script)], {
    cwd: PROJECT,
    env: { ...process.env, PORT: "0", NO_COLOR: "1", ...settings },
    stdio: ["ignore", "pipe", "inherit"],
  });
  const ended = once(server, "exit");
  let said = "";
  const url = await new Promise<string>((resolve, reject) => {
    server.stdout.setEncoding("utf8").on("data", (text: string) => {
      said += text;
      const [, origin] = /(http:\/\/localhost:\d+)\//.exec(said) ?? [];
      if (origin !== undefined) resolve(origin);
    });
    server.once("exit", () => reject(new Error(`${script} ended: ${said}`)));
  });
  const stop = async () => {
    server.kill();
    await ended;
  };
  return { url, stop };
}

async function get({ url }: RunningServer, address: string): Promise<string> {
  return (await fetch(`${url}${address}`)).text();
}

/** Below the site's folder. */
function fileOf(address: string): string {
  const [, folder = ""] = /^\/([^?]*)/.exec(address) ?? [];
  return existsSync(join(siteFolder, folder, "index.html")) ? `${folder}index.html` : "404.html";
}

/** With the mere name of every bundled file for its address. */
function headOf(page: string) {
  const [head = ""] = page.split("</head>");
  const html = head
    .replace(/"\/assets\/([^"]+)\.[\w-]{8}\.(css|woff2)"/g, '"$1.$2"')
    .replace(/"\/(?:src|node_modules)\/(?:[^"]+\/)?([^"/]+\.(?:css|woff2))"/g, '"$1"');
  const { elements } = parsePage("", html);
  return { html, elements: elements.slice(elements.findIndex(({ name }) => name === "head") + 1) };
}
