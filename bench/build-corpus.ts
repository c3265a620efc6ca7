/**
 * A content folder like that of a grown site, shaped like the real one; the same bytes for the same seed and content.
 */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type ContentFile, drawCatalog } from "./corpus-catalog.ts";
import { toStoryFiles } from "./corpus-story.ts";
import { randomFrom } from "./random.ts";
import { readContentWords } from "./words.ts";

export interface CorpusSize {
  /** How many stories; everything else follows from it. */
  readonly stories: number;
  readonly seed: number;
}

/** Writes the files below `folder`, which should be empty: what else lies there stays. Returns how many there are. */
export function writeBuildCorpus(folder: string, size: CorpusSize): number {
  const made = new Set<string>();
  let count = 0;
  for (const { path, text } of corpusFiles(size)) {
    const file = join(folder, path);
    const parent = dirname(file);
    if (!made.has(parent)) mkdirSync(parent, { recursive: true });
    made.add(parent);
    writeFileSync(file, text);
    count += 1;
  }
  return count;
}

/** One after another, since 100,000 stories together are half a gigabyte. */
export function* corpusFiles({ stories, seed }: CorpusSize): Generator<ContentFile> {
  const random = randomFrom(seed);
  const content = readContentWords();
  const catalog = drawCatalog(random, content, stories);
  yield* catalog.files;
  yield* toStoryFiles(random, content, catalog, stories);
}
