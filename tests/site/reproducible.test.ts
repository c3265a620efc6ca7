/**
 * Two builds of one commit are the same to the byte, and a build with errors
 * publishes nothing. All of it runs in copies of the project, so that no cache
 * of this checkout takes part and nothing in it is touched.
 */
import assert from "node:assert/strict";
import { type SpawnSyncReturns, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { listFiles } from "../../src/built-site/built-site.ts";
import { getConfig } from "../../src/config.ts";
import { copyProject, PROJECT } from "../project-copy.ts";

/** A build with fewer files is broken; the real content makes about 7,900. */
const PLAUSIBLE_FILES = 1000;

const HEALTHY = { "topics/hl7-fhir.md": "---\nname: 'HL7: FHIR'\ndescription: Exchange of health records.\n---\n" };
const BROKEN = {
  "topics/hl7-broken.md": "---\nname: 'HL7: Broken'\ndescription: Lost.\nrelated: ['HL7: No Such Topic']\n---\n",
};

let sandbox = "";
let first = "";
let firstHashes: ReadonlyMap<string, string> = new Map();

before(() => {
  sandbox = mkdtempSync(join(tmpdir(), "curalog-reproducible-"));
  first = copyTo("first");
  mustBuild(first, { TZ: "UTC", LANG: "C.UTF-8" });
  firstHashes = hashesOf(join(first, "dist"));
});

after(() => {
  rmSync(sandbox, { recursive: true, force: true });
});

describe("two builds of one commit are the same", () => {
  test("in another folder, time zone and language, with every cache cold", (t) => {
    const second = copyTo("second", first);
    mustBuild(second, { TZ: "Pacific/Kiritimati", LANG: "de_DE.UTF-8", LC_ALL: "de_DE.UTF-8" });
    assertSame(hashesOf(join(second, "dist")), t.diagnostic.bind(t));
  });

  test("from what the first one left", (t) => {
    assert.ok(existsSync(join(first, "dist.build/record.json")), "the first build left nothing to start from");
    mustBuild(first, { TZ: "America/New_York", LANG: "C.UTF-8" });
    assertSame(hashesOf(join(first, "dist")), t.diagnostic.bind(t));
  });
});

test("a build of content with an error fails, says why, and leaves the last good site as it was", (t) => {
  const content = join(sandbox, "content");
  writeFiles(content, HEALTHY);
  const check = run(first, ["node", "scripts/check.ts"], { CURALOG_CONTENT: content });
  assert.equal(check.status, 0, `the healthy content is not: ${check.stdout}${check.stderr}`);

  writeFiles(content, BROKEN);
  const earlier = { hashes: hashesOf(join(first, "dist")), times: timesOf(join(first, "dist")) };
  const build = run(first, ["npm", "run", "build"], { CURALOG_CONTENT: content });
  const said = `${build.stdout}${build.stderr}`;
  t.diagnostic(`${earlier.hashes.size} files of the last good site looked at`);
  assert.equal(build.status, 1, said);
  assert.match(said, /topics\/hl7-broken\.md/);
  assert.match(said, /No Such Topic/);
  assert.match(said, /2 files checked: 1 error/);
  assert.ok(earlier.hashes.size >= PLAUSIBLE_FILES, `only ${earlier.hashes.size} files`);
  assert.deepEqual(differences(earlier.hashes, hashesOf(join(first, "dist"))), []);
  assert.deepEqual(timesOf(join(first, "dist")), earlier.times, "files were written again");
  assert.deepEqual(
    readdirSync(first).filter((name) => name.startsWith("dist")),
    ["dist", "dist.build"],
  );
});

function copyTo(name: string, from = PROJECT): string {
  const folder = join(sandbox, name);
  copyProject(folder, { from, content: join(from, "content") });
  return folder;
}

function mustBuild(folder: string, environment: NodeJS.ProcessEnv): void {
  const { status, stdout, stderr } = run(folder, ["npm", "run", "build"], environment);
  assert.equal(status, 0, `the build failed: ${stdout}${stderr}`);
}

function run(
  folder: string,
  [command = "", ...rest]: string[],
  environment: NodeJS.ProcessEnv,
): SpawnSyncReturns<string> {
  // Settings of this run must not reach the builds; the day is fixed, since midnight may fall between two of them.
  const inherited = Object.entries(process.env).filter(([name]) => !/^(CURALOG_|NODE_TEST_|LC_|npm_)/.test(name));
  const env = { ...Object.fromEntries(inherited), CURALOG_BUILD_DATE: getConfig().buildDate, ...environment };
  return spawnSync(command, rest, { cwd: folder, env, encoding: "utf8" });
}

function assertSame(found: ReadonlyMap<string, string>, say: (line: string) => void): void {
  say(`${found.size} files compared`);
  assert.ok(found.size >= PLAUSIBLE_FILES, `only ${found.size} files`);
  assert.deepEqual(differences(firstHashes, found), []);
}

function differences(expected: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): string[] {
  const names = new Set([...expected.keys(), ...found.keys()]);
  return [...names].filter((name) => expected.get(name) !== found.get(name));
}

function hashesOf(folder: string): Map<string, string> {
  const hash = (file: string) => createHash("sha256").update(readFileSync(join(folder, file)));
  return new Map(listFiles(folder).map((file) => [file, hash(file).digest("hex")]));
}

function timesOf(folder: string): number[] {
  return listFiles(folder).map((file) => statSync(join(folder, file)).mtimeMs);
}

function writeFiles(folder: string, texts: Readonly<Record<string, string>>): void {
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
}
