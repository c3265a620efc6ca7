/** No page type says a word in the console, breaks its own policy, or asks another host for anything. */
import { expect, test } from "playwright/test";
import { pages } from "./pages.ts";

for (const [name, address] of Object.entries(pages)) {
  test(`${name} is quiet and keeps to itself`, async ({ page, baseURL }) => {
    const isMissing = name === "not found";
    const said: string[] = [];
    const asked: string[] = [];
    page.on("console", (message) => said.push(`${message.type()}: ${message.text()}`));
    page.on("pageerror", (error) => said.push(`error: ${error.message}`));
    page.on("request", (request) => asked.push(request.url()));
    page.on("response", (response) => {
      if (response.status() >= 400 && !(isMissing && response.request().isNavigationRequest()))
        said.push(`${response.status()}: ${response.url()}`);
    });
    await page.addInitScript(() => {
      document.addEventListener("securitypolicyviolation", ({ violatedDirective, blockedURI }) =>
        console.error(`The policy refused ${blockedURI} (${violatedDirective})`),
      );
    });

    const response = await page.goto(address, { waitUntil: "networkidle" });

    expect(response?.status()).toBe(isMissing ? 404 : 200);
    // Chromium itself writes a line for the status of the page that is not there.
    expect(said.filter((line) => !(isMissing && line.includes("404 (Not Found)")))).toEqual([]);
    expect(asked.length).toBeGreaterThanOrEqual(2);
    expect(asked.filter((url) => new URL(url).origin !== baseURL)).toEqual([]);
  });
}
