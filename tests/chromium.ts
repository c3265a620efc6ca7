/** Where the browser for tests and audits comes from: one place, so that nothing needs to be installed beforehand. */
import { existsSync } from "node:fs";
import sparticuz from "@sparticuz/chromium";
import { chromium } from "playwright";

const SYSTEM = [
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
];

/**
 * Path of a Chromium: `CURALOG_CHROMIUM`, else Playwright's own if it was
 * downloaded, else one of the system, else the one inside the npm package.
 */
export async function findChromium(): Promise<string> {
  const selected = process.env["CURALOG_CHROMIUM"];
  if (selected) return selected;
  return [chromium.executablePath(), ...SYSTEM].find((path) => existsSync(path)) ?? (await sparticuz.executablePath());
}

/** The package's own arguments would switch off web security and the renderer process, and with them what is tested. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-sync",
  "--no-first-run",
];
