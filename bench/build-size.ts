/** The sizes of the build bench: which content is built, and how a story of it is edited. */
import { cpSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeBuildCorpus } from "./build-corpus.ts";
import { project } from "./build-peers.ts";

/** The project's own content, or how many stories are made up. */
export type Size = "real" | number;

const SEED = 1;

/** Undefined for a text that is no size. */
export function findSize(text: string): Size | undefined {
  if (text === "real") return text;
  const stories = Number(text);
  return Number.isInteger(stories) && stories > 0 ? stories : undefined;
}

export function describeSize(size: Size): string {
  return size === "real" ? "real content" : `${size} stories`;
}

export function isFrom(stories: number, size: Size): boolean {
  return size !== "real" && size >= stories;
}

/** The real content first. */
export function bySize(a: { readonly size: Size }, b: { readonly size: Size }): number {
  const toNumber = ({ size }: { readonly size: Size }) => (size === "real" ? 0 : size);
  return toNumber(a) - toNumber(b);
}

/** Writes the content into a folder, which should be empty. The real one is copied, since a story of it is edited. */
export function writeContent(folder: string, size: Size): void {
  if (size === "real") cpSync(join(project, "content"), folder, { recursive: true });
  else writeBuildCorpus(folder, { stories: size, seed: SEED });
}

/** The story in the middle, by the names of files: neither the newest nor the oldest, and the same in every run. */
export function pickStory(contentRoot: string): string {
  const stories = readdirSync(join(contentRoot, "news"), { recursive: true, encoding: "utf8" }).filter((name) =>
    name.endsWith(".md"),
  );
  const story = stories.sort()[Math.floor(stories.length / 2)];
  if (story === undefined) throw new Error(`There is no story in ${contentRoot}`);
  return join("news", story);
}

export interface Editor {
  /** The story, absolute. */
  readonly file: string;
  /** Makes the next edit of the story as it was. */
  readonly edit: () => void;
  /** Writes the story as it was. */
  readonly undo: () => void;
}

export function createEditor(contentRoot: string, size: Size): Editor {
  const file = join(contentRoot, pickStory(contentRoot));
  const text = readFileSync(file, "utf8");
  let edits = 0;
  return {
    file,
    edit() {
      edits += 1;
      writeFileSync(file, editStory(text, size, edits));
    },
    undo() {
      edits = 0;
      writeFileSync(file, text);
    },
  };
}

const TITLE = /^title:.*(?:\n[ \t].*)*/m;

/** A new title of a real story, which every list shows that the story is in; another paragraph of a made-up one. */
export function editStory(text: string, size: Size, edit: number): string {
  if (size !== "real") return `${text}\n\n<p>Edited ${edit} times.</p>\n`;
  if (!TITLE.test(text)) throw new Error("The story that is edited has no title");
  return text.replace(TITLE, `title: A title for edit ${edit}`);
}
