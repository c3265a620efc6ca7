/** Begins a content file under a name of its own, whole or not at all, and never over another. */
import { basename, join } from "node:path";
import type { Entry } from "../../catalog/entries.ts";
import { readEntry } from "../../catalog/read-file.ts";
import { InputError } from "../../cli/command.ts";
import { quote } from "../../ingest/quote.ts";
import { type RawFile, readFiles } from "../../ingest/read-content.ts";
import { printable } from "../../lib/printable.ts";
import { cutSlug, firstFree, isDeviceName, isSlug, slugify, toNameKey } from "../../lib/slugify.ts";
import { writeNewFile } from "../../lib/write-new-file.ts";
import { line, topicName } from "../../schemas/fields.ts";
import { type EntityKind, entityKinds, nounOf } from "../../vocab/entity-kind.ts";
import { folderOfStory } from "../../vocab/news-folder.ts";
import { isReserved } from "../../vocab/paths.ts";
import { markedFields, toTemplate } from "./template.ts";

export interface Request {
  readonly kind: EntityKind;
  readonly name: string;
  /** Further fields that are known. */
  readonly values?: Readonly<Record<string, string>> | undefined;
  readonly contentRoot: string;
  /** Day of the curation of a news item, and of the addition of an offering. */
  readonly buildDate: string;
  readonly isDryRun: boolean;
}

export interface NewEntry {
  /** Path from the content root. */
  readonly file: string;
  readonly slug: string;
  readonly text: string;
  /** Fields that wait for a value. */
  readonly todo: readonly string[];
}

/** The organization that offers something: one that has a file, or one that gets it now. */
export type Vendor =
  | { readonly slug: string }
  | { readonly slug?: undefined; readonly name: string; readonly type: string };

export async function createEntry(request: Request): Promise<NewEntry> {
  const { kind, name, values = {}, contentRoot, buildDate, isDryRun } = request;
  const clean = readName(kind, name);
  const wanted = cutSlug(slugify(clean));
  if (isDeviceName(wanted))
    throw new InputError(`'${wanted}' is the name of a device on Windows, where no file can have it`);
  if (!isSlug(wanted)) throw new InputError(`No address can be made of '${clean}': it has no letter and no digit`);
  if (isReserved(kind, wanted)) throw new InputError(`'${wanted}' is the address of a page of the site itself`);
  const files = await readFiles(contentRoot, entityKinds[kind].folder, ".md");
  const slug = findFreeSlug(kind, clean, wanted, files);
  const file = `${
    kind === "news"
      ? folderOfStory(
          buildDate,
          files.map((raw) => raw.file),
        )
      : entityKinds[kind].folder
  }/${slug}.md`;
  const known = { [kind === "news" ? "title" : "name"]: clean, ...values };
  const quoted = Object.entries(known).map(([field, value]) => [field, quote(value)]);
  const text = toTemplate(kind, { ...Object.fromEntries(quoted), date: buildDate, added: buildDate });
  const path = join(contentRoot, file);
  if (!isDryRun && !(await writeNewFile(path, text))) throw new InputError(`${path} is there already`);
  return { file, slug, text, todo: markedFields(text) };
}

/** Begins an offering and, where it is new, the organization that offers it: both or none. */
export async function createOffering(request: Omit<Request, "kind">, vendor: Vendor): Promise<NewEntry[]> {
  if (vendor.slug !== undefined) {
    return [await createEntry({ ...request, kind: "offering", values: { vendor: vendor.slug } })];
  }
  const { name, type } = vendor;
  const organization = { ...request, kind: "organization", name, values: { type } } as const;
  const { slug } = await createEntry({ ...organization, isDryRun: true });
  const offering = await createEntry({ ...request, kind: "offering", values: { vendor: slug } });
  return [offering, await createEntry(organization)];
}

function readName(kind: EntityKind, name: string): string {
  const result = (kind === "topic" ? topicName : line).safeParse(name);
  if (!result.success) throw new InputError(`The name ${result.error.issues[0]?.message}`);
  if (printable(result.data) !== result.data) throw new InputError("The name has characters that cannot be seen");
  return result.data;
}

/** A slug may be taken by a file in another folder of the kind, or by a field. Another name that makes it gets a number. */
function findFreeSlug(kind: EntityKind, name: string, wanted: string, files: readonly RawFile[]): string {
  const taken = new Set<string>();
  for (const raw of files) {
    const { entry } = readEntry(kind, raw);
    const slugs = [basename(raw.file, ".md"), entry?.slug ?? ""].map((slug) => slug.toLowerCase());
    for (const slug of slugs) taken.add(slug);
    if (slugs.includes(wanted) && !(entry && isAnotherName(nameOf(entry), name))) {
      throw new InputError(`The ${nounOf(kind)} '${wanted}' is there already: ${raw.file}`);
    }
  }
  return firstFree(wanted, (slug) => taken.has(slug));
}

/** True for two names that only make the same address: `C++` and `C#`. */
function isAnotherName(one: string, other: string): boolean {
  return toNameKey(one) !== toNameKey(other) && slugify(one) === slugify(other);
}

function nameOf({ data }: Entry): string {
  return "title" in data ? data.title : data.name;
}
