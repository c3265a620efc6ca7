/** `npm run docs:outputs`: writes docs/outputs.md and its pictures anew from the built site; a test fails when that was forgotten. */
import { writeFile } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { chromium } from "playwright";
import sharp from "sharp";
import { serveSite } from "../../src/builder/serve.ts";
import { readSite } from "../../src/built-site/built-site.ts";
import { runCommand, UsageError } from "../../src/cli/command.ts";
import { getConfig } from "../../src/config/config.ts";
import { writeFileAtomically } from "../../src/lib/write-file-atomically.ts";
import { chromiumArguments, findChromium } from "../chromium.ts";
import { buildOutputsDoc, storyPath, storySocialImage } from "./outputs-doc.ts";

await runCommand(
  {
    name: "npm run docs:outputs --",
    arguments: "",
    summary: "Writes docs/outputs.md anew from the site in dist/.",
    options: {},
  },
  async ({ arguments: [other] }) => {
    if (other !== undefined) throw new UsageError(`'${other}' is not an option.`);
    const { siteFolder, siteUrl } = getConfig();
    const built = readSite(siteFolder, siteUrl);
    await writeFileAtomically("docs/outputs.md", buildOutputsDoc(built));
    await writeFile("docs/outputs-card.png", built.read(storySocialImage));
    await writeFile("docs/outputs-page.png", await takePicture(siteFolder));
    return { text: "docs/outputs.md is written", data: { file: "docs/outputs.md" }, isFine: true };
  },
);

async function takePicture(folder: string): Promise<Buffer> {
  const server = await serveSite(folder, 0);
  const browser = await chromium.launch({ executablePath: await findChromium(), args: chromiumArguments });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 1100 }, colorScheme: "light" });
    await page.goto(`http://localhost:${(server.address() as AddressInfo).port}${storyPath}`);
    return await sharp(await page.screenshot())
      .png({ palette: true, dither: 0 })
      .toBuffer();
  } finally {
    await browser.close();
    server.close();
  }
}
