/** `node scripts/schemas.ts`: gives the editor the JSON Schema of each content file; VS Code runs it when the folder is opened. */

import { writeEditorHelp } from "../src/authoring/new/editor-help.ts";
import { runCommand } from "../src/cli/command.ts";
import { getConfig } from "../src/config/config.ts";

await runCommand(
  {
    name: "node scripts/schemas.ts",
    arguments: "",
    summary: "Lists the content files with their JSON Schemas for the Astro extension of an editor.",
    options: {},
  },
  async () => {
    const { contentRoot } = getConfig();
    await writeEditorHelp(process.cwd(), contentRoot);
    return { text: "Editors complete and explain front matter now", data: {}, isFine: true };
  },
);
