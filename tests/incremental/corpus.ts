/** A part of the real content that stands on its own: stories, the curated article among them, and all that they refer to. */
import { cpSync } from "node:fs";
import { basename, join } from "node:path";
import { readData } from "../../src/authoring/edit/edit-front-matter.ts";
import { listFiles } from "../../src/built-site/built-site.ts";
import { findInterface } from "../../src/catalog/file-kind.ts";
import { valueAt } from "../../src/ingest/diagnostic.ts";
import { PROJECT } from "../project-copy.ts";
import { readText } from "./edit.ts";

const CONTENT = join(PROJECT, "content");

export interface CorpusSize {
  /** Stories of this number, the first by file name, besides the curated article and `more`. */
  readonly news: number;
  /** Offerings of this number, the first by file name, besides those of the stories. */
  readonly offerings: number;
}

/** Copies it into a folder that is not there yet, from `content` where that is given; returns the number of entries. */
export function writeCorpus(
  folder: string,
  { news, offerings }: CorpusSize,
  { content = CONTENT, more = [] }: { readonly content?: string; readonly more?: readonly string[] } = {},
): number {
  const filesOf = (kind: string) => listFiles(join(content, kind)).map((file) => `${kind}/${file}`);
  const dataOf = (file: string) => readData(readText(content, file), file);
  const allNews = filesOf("news");
  const stories = withReferences([...filesOf("news/2021"), ...filesOf("news/2026").slice(0, news), ...more], (file) =>
    ["sameStoryAs", "notSameAs"]
      .flatMap((field) => dataOf(file)[field] ?? [])
      .flatMap((slug) => allNews.filter((other) => basename(other, ".md") === slug)),
  );
  const products = withReferences(
    [
      ...filesOf("offerings").slice(0, offerings),
      ...stories.flatMap((story) => offeringsOf(dataOf(story))),
      ...filesOf("topics").flatMap((topic) => {
        const featured = (dataOf(topic)["featured"] ?? []) as readonly string[];
        return featured.map((slug) => `offerings/${slug}.md`);
      }),
    ],
    (file) =>
      ["successor", "product"].flatMap((field) => dataOf(file)[field] ?? []).map((slug) => `offerings/${slug}.md`),
  );
  const owners = new Set([
    ...products.map((file) => dataOf(file)["vendor"]),
    ...stories.flatMap((file) => [dataOf(file)["publisher"], institutionOf(dataOf(file))]),
  ]);
  const links = stories.map((story) => JSON.stringify(dataOf(story)["link"]));
  const organizations = filesOf("organizations").filter((file) => {
    const { hosts, name, legalName, alsoKnownAs } = dataOf(file);
    const isNamed = [name, legalName, alsoKnownAs].flat().some((one) => one && owners.has(one));
    const isPublisher = Array.isArray(hosts) && hosts.some((host) => links.some((link) => link.includes(`//${host}/`)));
    return isPublisher || isNamed || owners.has(basename(file, ".md"));
  });
  const files = [...filesOf("topics"), ...stories, ...products, ...organizations];
  // The facts of an interface without its offering are an error.
  const facts = filesOf("facts").filter((file) => {
    const own = findInterface(file);
    return own === undefined || products.includes(`offerings/${own.offering}.md`);
  });
  for (const file of [...files, ...facts]) cpSync(join(content, file), join(folder, file));
  return files.length;
}

type Fields = Readonly<Record<string, unknown>>;

/** The imported form holds the path of an offering, the short form its slug. */
function offeringsOf({ offering, relatedOfferings = [] }: Fields): string[] {
  if (!Array.isArray(relatedOfferings)) throw new Error("relatedOfferings is no list");
  return [offering ?? [], relatedOfferings].flat().map((one) => `offerings/${slugIn(one)}.md`);
}

/** A slug, or one of the names. */
function institutionOf({ institution }: Fields): string | undefined {
  return institution ? slugIn(institution) : undefined;
}

function slugIn(reference: unknown): string {
  return basename(String(valueAt(reference, ["permalink"]) ?? reference));
}

/** With all that they refer to, and what that refers to. */
function withReferences(files: readonly string[], referencesOf: (file: string) => readonly string[]): string[] {
  const all = new Set(files);
  // What is added to a set while it is walked is walked too.
  for (const file of all) for (const other of referencesOf(file)) all.add(other);
  return [...all];
}
