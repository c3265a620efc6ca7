import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type TestContext, test } from "node:test";
import { getCommit, getPort, readConfig } from "./config.ts";
import { SETTINGS_FILE } from "./settings.ts";

/** What the settings are, or why they cannot be read. */
function settings(env: Readonly<Record<string, string>>): string {
  try {
    const { siteUrl, buildDate, siteFolder, repository, cmsBackend } = readConfig(env);
    return [
      siteUrl.href,
      buildDate,
      siteFolder,
      getPort(env),
      repository,
      getCommit(env),
      JSON.stringify(cmsBackend),
    ].join(" ");
  } catch (error) {
    return String(error);
  }
}

test("settings are taken from the environment", () => {
  const given = {
    CURALOG_URL: "http://localhost:8080",
    CURALOG_BUILD_DATE: "2024-02-29",
    CURALOG_DIST: "/site",
    PORT: "80",
    CURALOG_REPOSITORY: "https://git.example/",
    CURALOG_COMMIT: "0123abc",
    CURALOG_CMS: "owner/name#main",
  };
  assert.equal(
    settings(given),
    'http://localhost:8080/ 2024-02-29 /site 80 https://git.example/ 0123abc {"repository":"owner/name","branch":"main"}',
  );
  assert.match(settings({ CURALOG_CMS: "owner/name" }), / \{"repository":"owner\/name"\}$/);
});

test("a blank variable is as one that is not set", () => {
  const blank = {
    CURALOG_URL: "",
    CURALOG_DIST: " ",
    PORT: "",
    CURALOG_REPOSITORY: "",
    CURALOG_BUILD_DATE: "",
    CURALOG_COMMIT: " ",
    CURALOG_CMS: " ",
  };
  assert.match(settings(blank), /^https:\/\/curalog\.org\/ \d{4}-\d\d-\d\d \/.*\/dist 4321 {2}[0-9a-f]*(-dirty)? $/);
});

test("the settings cannot be changed", () => {
  assert.ok(Object.isFrozen(readConfig({})));
});

/** What a process in this folder, with these variables, says the commit is. */
function commitIn(cwd: string, env: Readonly<Record<string, string>> = {}): string {
  const file = `${import.meta.dirname}/config.ts`;
  const script = `import(${JSON.stringify(file)}).then(({ getCommit }) => console.log(getCommit()))`;
  const options = { cwd, env: { PATH: process.env["PATH"], ...env }, encoding: "utf8" } as const;
  return spawnSync(process.execPath, ["--eval", script], options).stdout.trim();
}

/** A repository with one commit of what the settings look for. */
function makeRepository(t: TestContext): { folder: string; git: (...args: string[]) => string } {
  const folder = mkdtempSync(join(tmpdir(), "curalog-commit-"));
  t.after(() => rmSync(folder, { recursive: true, force: true }));
  const git = (...args: string[]) =>
    execFileSync("git", ["-c", "user.name=A", "-c", "user.email=a@b.example", ...args], {
      cwd: folder,
      encoding: "utf8",
    });
  git("init", "--quiet");
  cpSync(SETTINGS_FILE, join(folder, SETTINGS_FILE));
  mkdirSync(join(folder, "content/topics"), { recursive: true });
  writeFileSync(join(folder, "content/topics/a.md"), "x");
  git("add", ".");
  git("commit", "--quiet", "--message", "First");
  return { folder, git };
}

test("the commit is that of the repository, marked while anything differs from it", (t) => {
  const { folder, git } = makeRepository(t);
  const commit = git("rev-parse", "HEAD").trim();
  assert.match(commit, /^[0-9a-f]{40}$/);
  assert.equal(commitIn(folder), commit);
  writeFileSync(join(folder, "content/topics/b.md"), "x");
  assert.equal(commitIn(folder), `${commit}-dirty`);
});

test("the commit can be stated, and then git is not asked", (t) => {
  const { folder } = makeRepository(t);
  assert.equal(commitIn(folder, { CURALOG_COMMIT: "0123abc" }), "0123abc");
});

test("no commit is named without git, without a repository, for content from elsewhere, or for a copy inside another repository", (t) => {
  const { folder, git } = makeRepository(t);
  const elsewhere = mkdtempSync(join(tmpdir(), "curalog-elsewhere-"));
  t.after(() => rmSync(elsewhere, { recursive: true, force: true }));
  assert.equal(commitIn(folder, { PATH: elsewhere }), "undefined");
  assert.equal(commitIn(elsewhere), "undefined");
  assert.equal(commitIn(folder, { CURALOG_CONTENT: elsewhere }), "undefined");
  cpSync(join(folder, SETTINGS_FILE), join(folder, "copy", SETTINGS_FILE));
  cpSync(join(folder, "content"), join(folder, "copy/content"), { recursive: true });
  assert.equal(commitIn(join(folder, "copy")), "undefined");
  assert.match(git("status", "--porcelain"), /copy/);
});

test("a value that cannot be used names the variable and the form", (t) => {
  const bad = [
    { CURALOG_URL: "curalog.org" },
    { CURALOG_URL: "https://curalog.org/site" },
    { CURALOG_URL: "ftp://curalog.org/" },
    { CURALOG_BUILD_DATE: "2023-02-29" },
    { CURALOG_BUILD_DATE: "2024-02" },
    { CURALOG_INDEXING: "never" },
    { CURALOG_NEWS_SITEMAP: "yes" },
    { CURALOG_COMMIT: "main" },
    { PORT: "http" },
    { PORT: "70000" },
    { CURALOG_CMS: "https://github.com/owner/name" },
    { CURALOG_CMS: "owner/name#" },
  ];
  const said = bad.map(settings);
  for (const line of said) t.diagnostic(line);
  for (const [index, one] of bad.entries()) {
    const [[name, value] = []] = Object.entries(one);
    assert.match(said[index] ?? "", new RegExp(`^SettingError: ${name} must be .*, but it is '${value}'\\.$`));
  }
});

test("a key of IndexNow is not repeated when it cannot be one", () => {
  assert.equal(
    settings({ CURALOG_INDEXNOW_KEY: "a secret" }),
    "SettingError: CURALOG_INDEXNOW_KEY must be 8 to 128 letters, digits and hyphens.",
  );
});
