/** `npm run docs`: writes docs/content-model.md, schemas/ and biome/layers.json from code; tests fail when they are stale. */
import { mkdir, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { buildLayerRules } from "../biome/layers.ts";
import { buildContentModel } from "../src/codegen/content-model.ts";
import { buildJsonSchemas } from "../src/codegen/json-schema.ts";

const files = {
  "docs/content-model.md": buildContentModel(),
  ...buildJsonSchemas(),
  "biome/layers.json": `${JSON.stringify(buildLayerRules(), null, 2)}\n`,
};
for (const [path, text] of Object.entries(files)) {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
  console.log(`${path} is written`);
}
