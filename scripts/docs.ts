/** `npm run docs`: writes docs/content-model.md, docs/settings.md, schemas/ and biome/layers.json from code; tests fail when they are stale. */
import { buildLayerRules } from "../biome/layers.ts";
import { runCommand } from "../src/cli/command.ts";
import { buildContentModel } from "../src/codegen/content-model.ts";
import { buildJsonSchemas } from "../src/codegen/json-schema.ts";
import { buildSettingsDoc, buildSettingsSchema } from "../src/codegen/settings-doc.ts";
import { writeFileAtomically } from "../src/lib/write-file-atomically.ts";

await runCommand(
  {
    name: "npm run docs --",
    arguments: "",
    summary: "Writes docs/content-model.md, docs/settings.md, schemas/ and biome/layers.json from code.",
    options: {},
  },
  async () => {
    const files = {
      "docs/content-model.md": buildContentModel(),
      ...buildJsonSchemas(),
      "docs/settings.md": buildSettingsDoc(),
      "schemas/settings.schema.json": buildSettingsSchema(),
      "biome/layers.json": `${JSON.stringify(buildLayerRules(), null, 2)}\n`,
    };
    for (const [path, text] of Object.entries(files)) await writeFileAtomically(path, text);
    const paths = Object.keys(files);
    return { text: paths.map((path) => `${path} is written`).join("\n"), data: { written: paths }, isFine: true };
  },
);
