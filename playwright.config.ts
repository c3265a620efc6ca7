import { defineConfig } from "playwright/test";
import { chromiumArguments, findChromium } from "./tests/chromium.ts";

/** A port of their own, so that a site already served for reading is not what is tested. */
const PORT = "4399";

export default defineConfig({
  testDir: "tests/browser",
  fullyParallel: true,
  forbidOnly: Boolean(process.env["CI"]),
  retries: 0,
  workers: 2,
  reporter: "list",
  // Two browsers share two cores with the site's server: what takes 1 s alone has taken 5.
  expect: { timeout: 15_000 },
  use: {
    baseURL: `http://localhost:${PORT}`,
    // Without the transitions between pages, which are waited for at every click and drawn without a graphics card.
    contextOptions: { reducedMotion: "reduce" },
    launchOptions: { executablePath: await findChromium(), args: chromiumArguments },
  },
  webServer: {
    command: "node scripts/serve.ts",
    url: `http://localhost:${PORT}`,
    env: { PORT },
    reuseExistingServer: false,
  },
});
