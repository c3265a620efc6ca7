/** A copy of a content folder that Hugo and Eleventy can read: every file as it is, with the keys that they need below the others. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { dump } from "js-yaml";
import { parseContentFile } from "../../src/ingest/front-matter.ts";
import { getKind, getLicence, getLicenceFamily, getStatus } from "../../src/vocab/vocabulary.ts";

type FrontMatter = Readonly<Record<string, unknown>>;

/** Writes the copies of all Markdown files below `from` into `to`. */
export function adaptCorpus(from: string, to: string): void {
  const files = readdirSync(from, { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".md"));
  for (const file of files) {
    // A section of Hugo must not have the name of a taxonomy, which is that of a key.
    const target = join(to, file.replace(/^topics/, "topic"));
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, adaptFile(file, readFileSync(join(from, file), "utf8")));
  }
}

/** `file` is the path below the content folder. */
export function adaptFile(file: string, text: string): string {
  const parsed = parseContentFile(Buffer.from(text), file);
  if (!parsed.ok) throw new Error(`${file} has no front matter that can be read`);
  const [folder] = file.split(/[\\/]/);
  if (folder === "organizations") return text.replace(/^type:/m, "organizationType:");
  const added =
    folder === "news" ? ofStory(parsed.value.data) : folder === "offerings" ? ofOffering(parsed.value.data) : {};
  return Object.keys(added).length === 0 ? text : text.replace(/\n---\n/, () => `\n${dump(added)}---\n`);
}

/** The day of the source, its year, and the slugs of offerings, which the long form hides in objects. */
function ofStory({ published, htmlMetaData, relatedOfferings, date }: FrontMatter): FrontMatter {
  const stated = published ?? (htmlMetaData as FrontMatter | undefined)?.["articlepublished_time"] ?? date;
  const day = String(stated).slice(0, 10);
  const about = ((relatedOfferings ?? []) as (string | { permalink: string })[]).map((one) =>
    typeof one === "string" ? one : (one.permalink.split("/")[2] ?? ""),
  );
  return {
    ...(published === undefined && { published: day }),
    years: [day.slice(0, 4)],
    ...(about.length > 0 && { about }),
  };
}

/** The values of the facets by their labels: keys of closed lists are spelt in the vocabulary, and an absent one is a value too. */
function ofOffering({ kind, licence, standards, status }: FrontMatter): FrontMatter {
  const none = "Not stated";
  const family = licence === undefined ? undefined : getLicence(String(licence)).family;
  return {
    kinds: [getKind(String(kind)).label],
    licences: [family === undefined ? none : getLicenceFamily(family).label],
    statuses: [status === undefined ? none : getStatus(String(status)).label],
    ...(standards === undefined && { standards: [none] }),
  };
}
