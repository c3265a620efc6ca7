import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";

const code = `
  import("./src/site.config.ts").then(
    ({ site, buildDate, siteFolder, getPort, cmsBackend }) => {
      console.log(site.url.href, buildDate, siteFolder, getPort(), site.repository, JSON.stringify(cmsBackend));
    },
  ).catch(({ name, message }) => console.log(name + ": " + message));`;

/** The settings as a process with these variables alone has them. */
function settings(env: Readonly<Record<string, string>>): string {
  const cwd = `${import.meta.dirname}/..`;
  const options = { cwd, env: { PATH: process.env["PATH"], ...env }, encoding: "utf8" } as const;
  return spawnSync(process.execPath, ["--eval", code], options).stdout.trim();
}

test("settings are taken from the environment", () => {
  const given = {
    CURALOG_URL: "http://localhost:8080",
    CURALOG_BUILD_DATE: "2024-02-29",
    CURALOG_DIST: "/site",
    PORT: "80",
    CURALOG_REPOSITORY: "https://git.example/",
    CURALOG_CMS: "owner/name#main",
  };
  assert.equal(
    settings(given),
    'http://localhost:8080/ 2024-02-29 /site 80 https://git.example/ {"repository":"owner/name","branch":"main"}',
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
    CURALOG_CMS: " ",
  };
  assert.match(settings(blank), /^https:\/\/curalog\.org\/ \d{4}-\d\d-\d\d \/.*\/dist 4321 undefined undefined$/);
});

test("a value that cannot be used names the variable and the form", (t) => {
  const bad = [
    { CURALOG_URL: "curalog.org" },
    { CURALOG_URL: "https://curalog.org/site/" },
    { CURALOG_URL: "ftp://curalog.org/" },
    { CURALOG_BUILD_DATE: "2023-02-29" },
    { CURALOG_BUILD_DATE: "2024-02" },
    { CURALOG_INDEXING: "never" },
    { CURALOG_NEWS_SITEMAP: "yes" },
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
