/** Gives an entry another address, and a topic another name, everywhere; or says why not and writes nothing. */
import { dirname, join } from "node:path/posix";
import type { Entry } from "../../catalog/entries.ts";
import { findInterface, interfaceFile } from "../../catalog/file-kind.ts";
import type { ContentSettings } from "../../catalog/load-content.ts";
import { InputError } from "../../cli/command.ts";
import { asList } from "../../lib/plain-value.ts";
import { cutSlug, isDeviceName, isSlug, slugify } from "../../lib/slugify.ts";
import { counted, toLine } from "../../lib/text.ts";
import { aliasPath, topicName } from "../../schemas/fields.ts";
import { nounOf } from "../../vocab/entity-kind.ts";
import { entityPath, isReserved } from "../../vocab/paths.ts";
import { type DataFile, findSound, listData, readAsIs, type Validated, writeIfValid } from "./content-files.ts";
import { editFrontMatter, type FieldEdit } from "./edit-front-matter.ts";
import { findEntry } from "./find-entry.ts";
import { slugEdits, topicEdits } from "./references.ts";

export interface RenameRequest {
  /** File, path of the site or `kind/slug`. */
  readonly old: string;
  /** The new slug; may be absent for a topic that gets a name, whose slug then follows. */
  readonly slug: string | undefined;
  /** New full name, for topics. */
  readonly name: string | undefined;
  readonly isDryRun: boolean;
}

/** What a command that rewrites did, or would do. */
export interface Rewritten {
  readonly isDryRun: boolean;
  readonly movedFrom: string | undefined;
  readonly movedTo: string | undefined;
  /** Files that refer to it and were changed, sorted. */
  readonly changed: readonly string[];
  /** Former path that now leads on. */
  readonly alias: string | undefined;
  /** What a person should know. */
  readonly notes: readonly string[];
}

/** Of what is done already. */
export const nothingRewritten = { movedFrom: undefined, movedTo: undefined, changed: [], alias: undefined, notes: [] };

export async function rename(settings: ContentSettings, request: RenameRequest): Promise<Rewritten> {
  const content = await readAsIs(settings);
  const slug = request.slug ?? (request.name === undefined ? "" : cutSlug(slugify(request.name)));
  const { entry, isFormer } = findSound(content, request.old, () => findEntry(content.entries, request.old, settings));
  if (isFormer && entry.slug !== slug) {
    throw new InputError(
      `'${request.old}' was renamed before and is ${entityPath(entry.kind, entry.slug)} now; rename that`,
    );
  }
  const name = newName(entry, request.name === undefined ? undefined : toLine(request.name));
  if (entry.slug === slug && name === undefined) {
    return { ...nothingRewritten, isDryRun: request.isDryRun };
  }
  const reasons = [...slugReasons(entry, slug, content), ...nameReasons(entry, name, content)];
  if (reasons.length > 0)
    throw new InputError(`Nothing was renamed:\n${reasons.map((reason) => `  ${reason}`).join("\n")}`);

  const file = join(dirname(entry.file), `${slug}.md`);
  const isMoved = entry.slug !== slug;
  const isPublished = !("date" in entry.data && entry.data.date >= settings.buildDate);
  const words = [
    ...(isMoved ? [entry.slug] : []),
    ...(name === undefined || !("name" in entry.data) ? [] : [entry.data.name]),
  ];
  const changes = new Map<string, string | undefined>();
  for (const other of listData(content, words)) {
    const isItself = other.file === entry.file;
    const edits = [
      ...(isItself ? ownEdits(entry, other.data, { slug, name, isPublished }) : []),
      ...referenceEdits(other, entry, slug, name),
    ];
    const edited = editFrontMatter(other.text, edits, other.file);
    if (isItself && isMoved) {
      changes.set(file, edited);
      if (file !== entry.file) changes.set(entry.file, undefined);
    } else if (edited !== other.text) changes.set(other.file, edited);
  }
  if (isMoved && entry.kind === "offering") {
    for (const [from, to] of interfaceFiles(content, entry.slug, slug)) {
      changes.set(to, content.texts.get(from));
      changes.set(from, undefined);
    }
  }
  const moved = new Map([[entry.file, file]]);
  await writeIfValid(settings, content, changes, { moved, isDryRun: request.isDryRun });
  return {
    isDryRun: request.isDryRun,
    movedFrom: isMoved ? entry.file : undefined,
    movedTo: isMoved ? file : undefined,
    changed: [...changes.keys()].filter((one) => !isMoved || (one !== file && one !== entry.file)).sort(),
    alias: isMoved && isPublished ? entityPath(entry.kind, entry.slug) : undefined,
    notes: [],
  };
}

/** What a person reads; `verb` is what was done: `renamed`. */
export function formatRewritten(done: Rewritten): string {
  const { isDryRun, movedFrom, movedTo, changed, alias, notes } = done;
  if (movedFrom === undefined && changed.length === 0) return "Nothing to do: it is so already";
  const would = isDryRun ? "Would be: " : "";
  return [
    ...(movedFrom === undefined
      ? []
      : [movedTo === undefined ? `${would}${movedFrom} removed` : `${would}${movedFrom} -> ${movedTo}`]),
    ...(alias === undefined ? [] : [`${would}${alias} leads on as an alias`]),
    `${would}${counted(changed.length, "other file")} changed${changed.length > 0 ? ":" : ""}`,
    ...changed.map((file) => `  ${file}`),
    ...notes,
  ].join("\n");
}

function referenceEdits({ kind, data }: DataFile, entry: Entry, slug: string, name: string | undefined): FieldEdit[] {
  return [
    ...(entry.slug === slug ? [] : slugEdits(kind, data, entry.kind, entry.slug, slug)),
    ...(name !== undefined && "authority" in entry.data ? topicEdits(kind, data, entry.data.name, name) : []),
  ];
}

/** Where the facts of its interfaces lie, and where they belong: in a folder named as the offering. */
function interfaceFiles({ texts }: Validated, slug: string, newSlug: string): [from: string, to: string][] {
  return [...texts.keys()].flatMap((file) => {
    const own = findInterface(file);
    return own?.offering === slug ? [[file, interfaceFile(newSlug, own.name)]] : [];
  });
}

interface Renaming {
  readonly slug: string;
  readonly name: string | undefined;
  /** False for a story of today or later, whose address nobody has been given. */
  readonly isPublished: boolean;
}

/** The old path becomes an alias; the new one, where it was an alias before, is none any more. */
function* ownEdits(
  entry: Entry,
  data: Readonly<Record<string, unknown>>,
  { slug, name, isPublished }: Renaming,
): Generator<FieldEdit> {
  if (name !== undefined) yield { do: "set", path: ["name"], value: name };
  if (entry.slug === slug) return;
  if (entry.data.slug !== undefined) yield { do: "set", path: ["slug"], value: slug };
  const isOwn = (alias: unknown) => isSamePath(aliasPath.safeParse(alias).data, entityPath(entry.kind, slug));
  const aliases = data["aliases"];
  const old = entityPath(entry.kind, entry.slug);
  const own = asList(aliases).flatMap((alias, index) => (isOwn(alias) ? [index] : []));
  const [kept, ...others] = isPublished ? own : [undefined, ...own];
  const at = (index: number) => (Array.isArray(aliases) ? ["aliases", index] : ["aliases"]);
  for (const index of others.toReversed()) if (index !== undefined) yield { do: "remove", path: at(index) };
  if (!isPublished) return;
  yield kept === undefined ? { do: "add", path: ["aliases"], value: old } : { do: "set", path: at(kept), value: old };
}

function* slugReasons(entry: Entry, slug: string, { entries, texts }: Validated): Generator<string> {
  if (entry.slug === slug) return;
  if (isDeviceName(slug)) {
    yield `'${slug}' is the name of a device on Windows, where no file can have it`;
    return;
  }
  if (!isSlug(slug)) {
    yield `'${slug}' is no slug: use lower-case letters and digits joined by single hyphens, 120 at most`;
    return;
  }
  if (isReserved(entry.kind, slug)) yield `'${slug}' is the address of a page of the site itself`;
  const rival = entries.find((one) => one !== entry && one.kind === entry.kind && one.slug.toLowerCase() === slug);
  if (rival) yield `${entityPath(entry.kind, slug)} exists: ${rival.file}`;
  const file = join(dirname(entry.file), `${slug}.md`);
  if (file !== entry.file && texts.has(file) && rival?.file !== file) yield `The file ${file} exists`;
  const holder = entries.find(
    (one) => one !== entry && one.data.aliases.some((alias) => isSamePath(alias, entityPath(entry.kind, slug))),
  );
  if (holder) yield `${entityPath(entry.kind, slug)} is an alias of ${holder.file}`;
}

function* nameReasons(entry: Entry, name: string | undefined, { entries }: Validated): Generator<string> {
  if (name === undefined) return;
  const checked = topicName.safeParse(name);
  if (!checked.success) yield `The name ${checked.error.issues[0]?.message}`;
  const rival = entries.find(
    (one) => one !== entry && "authority" in one.data && one.data.name.toLowerCase() === name.toLowerCase(),
  );
  if (rival) yield `'${name}' is the name of ${rival.file}; to make two topics one, use npm run merge-topic`;
}

/** The name that the topic does not have yet. */
function newName(entry: Entry, name: string | undefined): string | undefined {
  if (name === undefined) return undefined;
  if (!("authority" in entry.data)) {
    const noun = nounOf(entry.kind);
    throw new InputError(
      `--name is for topics, which are referred to by name; change the name of this ${noun} in ${entry.file}`,
    );
  }
  return entry.data.name === name ? undefined : name;
}

function isSamePath(a: string | undefined, b: string): boolean {
  return a?.toLowerCase() === b.toLowerCase();
}
