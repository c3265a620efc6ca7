/** The site of another field, in German and in its own colors: its pages are as accessible as those of this one. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "playwright/test";
import { serveSite } from "../../src/builder/serve.ts";
import { BUILD_DATE, PROJECT } from "../project-copy.ts";
import { expectAccessible } from "./axe.ts";

const BASE = "/catalog/";
const PAGES = ["", "news/annual-review-of-fluid-2022/", "topic/cncf-database/", "offering/", "offering/argo/", "api/"];

const site = mkdtempSync(join(tmpdir(), "curalog-other-field-"));
let server: Server | undefined;
let address = "";

test.beforeAll(async () => {
  test.setTimeout(120_000);
  cpSync(join(PROJECT, "tests/fixtures/other-field"), site, { recursive: true });
  const env = { PATH: process.env["PATH"], HOME: process.env["HOME"], CURALOG_BUILD_DATE: BUILD_DATE };
  const build = spawnSync(process.execPath, [join(PROJECT, "scripts/build.ts")], { cwd: site, encoding: "utf8", env });
  expect(build.status, build.stdout + build.stderr).toBe(0);
  const served = await serveSite(join(site, "dist"), 0, BASE);
  address = `http://localhost:${(served.address() as AddressInfo).port}${BASE}`;
  server = served;
});

test.afterAll(() => {
  server?.close();
  rmSync(site, { recursive: true });
});

test("another field's pages are accessible in both themes", async ({ page }) => {
  test.setTimeout(120_000);
  for (const path of PAGES) {
    const response = await page.goto(address + path);
    expect(response?.status(), path).toBe(200);
    await expectAccessible(page, ["light", "dark"]);
  }
});
