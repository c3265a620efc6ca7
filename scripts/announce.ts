/** `npm run announce -- <old dist> <new dist> [--list --send --endpoint <url>]`: which addresses really changed between two built sites. */
import { resolve } from "node:path";
import { announce, formatAnnouncement, listAddresses } from "../src/announce/announce.ts";
import { INDEX_NOW } from "../src/announce/index-now.ts";
import { runCommand, UsageError } from "../src/cli/command.ts";
import { getConfig } from "../src/config/config.ts";

await runCommand(
  {
    name: "npm run announce --",
    arguments: "<old dist> <new dist>",
    summary: "Lists the pages whose content changed between two built sites, and tells IndexNow when asked to.",
    options: {
      list: { type: "boolean", help: "prints the addresses alone, one a line" },
      send: {
        type: "boolean",
        help: "posts them to IndexNow with the key in CURALOG_INDEXNOW_KEY; asks nobody without it",
      },
      endpoint: { type: "string", value: "<url>", help: `where to post, ${INDEX_NOW} without it` },
    },
  },
  async ({ values: { list, send, endpoint = INDEX_NOW }, arguments: [oldFolder, newFolder, ...others] }) => {
    if (oldFolder === undefined || newFolder === undefined || others.length > 0)
      throw new UsageError("Name two folders: the site as it was and the site as it is.");
    const report = await announce({
      oldFolder: resolve(oldFolder),
      newFolder: resolve(newFolder),
      send: send ? { key: getConfig().indexNowKey, endpoint } : undefined,
    });
    return { text: list ? listAddresses(report) : formatAnnouncement(report), data: report, isFine: true };
  },
);
