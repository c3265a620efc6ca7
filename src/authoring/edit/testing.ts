/** A content folder on disk, made of a few texts, for tests of commands that rewrite. */
import { join } from "node:path";
import type { TestContext } from "node:test";
import type { ContentSettings } from "../../catalog/load-content.ts";
import { BUILD_DATE, type Files, writeContent } from "../../catalog/testing.ts";
import { readTexts } from "./content-files.ts";

/** The folder is gone after the test. */
export async function folderWith(t: TestContext, files: Files): Promise<ContentSettings> {
  const contentRoot = await writeContent(t, files);
  return {
    contentRoot,
    imageRoot: join(contentRoot, "no-images"),
    documentRoot: join(contentRoot, "no-documents"),
    buildDate: BUILD_DATE,
  };
}

/** What a command changes in the files: the lines that go and come, by file. */
export async function changesOf(
  settings: ContentSettings,
  run: () => Promise<unknown>,
): Promise<Record<string, string>> {
  const before = await readTexts(settings.contentRoot);
  await run();
  const after = await readTexts(settings.contentRoot);
  const files = [...new Set([...before.keys(), ...after.keys()])].sort();
  return Object.fromEntries(
    files.flatMap((file) => {
      const [old, now] = [before.get(file), after.get(file)];
      if (old === now) return [];
      if (now === undefined) return [[file, "gone"]];
      if (old === undefined) return [[file, "new"]];
      const [oldLines, newLines] = [old.split("\n"), now.split("\n")];
      const lines = [
        ...oldLines.filter((line) => !newLines.includes(line)).map((line) => `-${line}`),
        ...newLines.filter((line) => !oldLines.includes(line)).map((line) => `+${line}`),
      ];
      return [[file, lines.join("\n")]];
    }),
  );
}
