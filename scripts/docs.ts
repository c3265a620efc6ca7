/** `npm run docs`: writes docs/content-model.md and schemas/ anew; tests fail when that was forgotten. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { buildContentModel } from "../src/desk/content-model.ts";
import { buildJsonSchemas } from "../src/desk/json-schema.ts";

const files = { "docs/content-model.md": buildContentModel(), ...buildJsonSchemas() };
for (const [path, text] of Object.entries(files)) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  console.log(`${path} is written`);
}
