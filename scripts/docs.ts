/** `npm run docs`: writes docs/content-model.md anew; a test fails when that was forgotten. */
import { writeFile } from "node:fs/promises";
import { buildContentModel } from "../src/desk/content-model.ts";

await writeFile("docs/content-model.md", buildContentModel());
console.log("docs/content-model.md is written");
