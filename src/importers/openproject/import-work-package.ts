/** Imports one work package: fetch it, map it to fields, merge them with the file, write what changed. */
import { join } from "node:path";
import { structuredPatch } from "diff";
import { editFrontMatter, readData, replaceBody } from "../../authoring/edit/edit-front-matter.ts";
import { formatFrontMatter } from "../../authoring/edit/format-front-matter.ts";
import { readEntry } from "../../catalog/read-file.ts";
import { InputError } from "../../cli/command.ts";
import { replaceControlCharacters } from "../../ingest/control-characters.ts";
import { dropBlank } from "../../lib/drop-blank.ts";
import { didYouMean, nearest } from "../../lib/nearest.ts";
import { joinWords, squeeze } from "../../lib/text.ts";
import { writeFileAtomically } from "../../lib/write-file-atomically.ts";
import { day } from "../../schemas/fields.ts";
import type { Api, Attachment, WorkPackage } from "./api.ts";
import { type FileRoots, fetchFiles, fileKeys, fileKinds, type IncomingFile, newest } from "./attached-files.ts";
import type { Base, BaseStore } from "./base-store.ts";
import { type CustomFields, describeSource, type MissingField, readCustomFields, valueIn } from "./custom-fields.ts";
import { describeEmbeds, type Embeds, fillSubjects, findEmbeds } from "./embeds.ts";
import type { ExistingContent, NewsFile } from "./existing-content.ts";
import { chooseIdentity } from "./identity.ts";
import { BODY, type Difference, digestBody, type Fields, merge, type Version } from "./merge.ts";
import { splitNames } from "./split-names.ts";
import { dayOfEntry, type News, readLink, toNews } from "./to-news.ts";

export interface ImportContext {
  readonly api: Api;
  readonly content: ExistingContent;
  readonly store: BaseStore;
  readonly contentRoot: string;
  readonly roots: FileRoots;
  readonly isDryRun: boolean;
  /** True also reads what did not change since the last import. */
  readonly isAll: boolean;
  /** The side that settles the conflicts of a work package, by its number. */
  readonly prefer: ReadonlyMap<number, "ours" | "theirs">;
}

export interface Conflict {
  readonly field: string;
  readonly base: unknown;
  readonly file: unknown;
  readonly openProject: unknown;
}

/** What the import did with one work package. */
export interface ImportOutcome {
  readonly outcome: "new" | "changed" | "unchanged" | "conflict" | "failed";
  readonly id: number | undefined;
  readonly title: string;
  /** Path from the content root. */
  readonly file?: string | undefined;
  /** Fields that were taken from OpenProject; all those of a new file. */
  readonly fields?: readonly string[];
  /** Files below `public/` that were written. */
  readonly files?: readonly string[];
  readonly conflicts?: readonly Conflict[];
  /** Why it failed. */
  readonly message?: string;
  /** What was not read, or is in the file and not shown by the site. */
  readonly notes?: readonly string[];
  /** In a dry run, the lines that would be removed and added. */
  readonly diff?: readonly string[];
}

/** A field that was not read, and whether the file keeps a value of it that was imported before. */
export interface Gap extends MissingField {
  readonly isKept: boolean;
}

/** A work package mapped to news, before it is merged with the file. */
interface Incoming {
  readonly workPackage: WorkPackage;
  readonly news: News;
  /** What the file is merged with. */
  readonly theirs: Version;
  /** Whether the body is an attachment, or was one that is gone. */
  readonly contentFile: "there" | "gone" | undefined;
  /** What became of characters that no file may hold. */
  readonly replaced: readonly string[];
  readonly custom: CustomFields;
  readonly attachments: readonly Attachment[];
  readonly files: readonly IncomingFile[];
  readonly base: Base | undefined;
  readonly prefer: "ours" | "theirs" | undefined;
}

type Result = Omit<ImportOutcome, "id" | "title">;

export async function importWorkPackage(
  context: ImportContext,
  workPackage: WorkPackage,
): Promise<ImportOutcome & { readonly gaps?: readonly Gap[] }> {
  const { content, store, isAll } = context;
  const { id } = workPackage;
  const about = { id, title: squeeze(workPackage.subject) };
  const [file, ...rivals] = content.byId.get(id) ?? [];
  if (rivals.length > 0) {
    const names = [file, ...rivals].map((rival) => rival?.file).join(" and ");
    throw new InputError(`Its number is in ${names}: keep one of them`);
  }
  const base = await store.findBase(id);
  const prefer = context.prefer.get(id);
  if (!isAll && !prefer && base?.updatedAt === workPackage.updatedAt) {
    return { ...about, outcome: "unchanged", file: file?.file };
  }
  const incoming = await fetchIncoming(context, workPackage, base, file);
  const gaps = findGaps(incoming);
  const { notes: shown = [], ...result } = await bringIn(context, incoming, file);
  const notes = [
    ...incoming.custom.notes,
    ...noteNames(incoming, result),
    ...noteFiles(incoming, result),
    ...noteContent(incoming),
    ...(result.outcome === "unchanged" ? [] : incoming.replaced),
    ...shown,
  ];
  return { ...about, gaps, ...result, ...(notes.length > 0 ? { notes } : {}) };
}

function bringIn(context: ImportContext, incoming: Incoming, file: NewsFile | undefined): Promise<Result> {
  if (file) return mergeWithFile(context, incoming, file);
  return incoming.base ? mergeWithDeleted(context, incoming, incoming.base) : createFile(context, incoming);
}

/** A text that was taken for one name and may be several. */
function noteNames({ custom: { values, names } }: Incoming, { fields = [] }: Result): string[] {
  if (!fields.includes("author")) return [];
  return (values.author ?? [])
    .filter(({ text, href }) => href === undefined && !splitNames(text).isSure)
    .map(
      ({ text }) =>
        `'${text}' was taken as one author: separate several with ';' in the custom field '${names.get("author")}'`,
    );
}

/** Files that were taken out, since their attachment is gone or has another name. */
function noteFiles({ base, files, attachments }: Incoming, { fields = [] }: Result): string[] {
  return fileKeys
    .filter((key) => base?.[key] && !files.some((file) => file.key === key))
    .map((key) => fileKinds[key])
    .filter(({ field }) => fields.some((one) => one.startsWith(field)))
    .map(({ called }) => `No attachment is named '${called}' any more${describeAttachments(attachments)}`);
}

/** A body that stays, since its attachment is gone or has another name: absent is not empty. */
function noteContent({ contentFile, attachments }: Incoming): string[] {
  if (contentFile !== "gone") return [];
  return [`The body is kept: no attachment is named 'Curated_Content' any more${describeAttachments(attachments)}`];
}

function describeAttachments(attachments: readonly Attachment[]): string {
  return attachments.length > 0
    ? `: attached are ${joinWords(attachments.map(({ fileName }) => `'${fileName}'`))}`
    : "";
}

/**
 * A file keeps a missing field only if an import wrote it: not one that an editor filled, nor a date that is just the
 * day of entry.
 */
function findGaps({ custom, base, workPackage }: Incoming): Gap[] {
  return [...custom.missing.values()].map((gap) => {
    const value = base && dropBlank(valueIn(base.fields, gap.name));
    const isEmpty = value === undefined || (Array.isArray(value) && value.length === 0);
    return { ...gap, isKept: !isEmpty && !(gap.name === "date" && value === dayOfEntry(workPackage)) };
  });
}

async function fetchIncoming(
  { api, content, roots, isAll, prefer: preferences }: ImportContext,
  workPackage: WorkPackage,
  base: Base | undefined,
  file: NewsFile | undefined,
): Promise<Incoming> {
  const prefer = preferences.get(workPackage.id);
  const fill = (text: string) => fillSubjects(api, workPackage, text);
  const custom = await fillInsights(await readCustomFields(api, workPackage), fill);
  const known = { base: base?.fields, file: file?.fields };
  const names = { address: api.addressOf(workPackage.id), link: readLink(custom, known).href };
  const { text: subject } = replaceControlCharacters(workPackage.subject);
  const identity = chooseIdentity({ ...workPackage, subject }, names, { base: base?.fields, file, content });
  const attachments = await api.listAttachments(workPackage);
  const stem = identity.mdName.replace(/\.md$/, "");
  const files = await fetchFiles(api, attachments, base, { roots, isAll, stem });
  const attached = await fetchContent(api, newest(attachments, CONTENT_NAME));
  const kept = attached === undefined && base?.hasContentFile ? base : undefined;
  const body = await fill(attached ?? workPackage.description?.raw ?? "");
  const { offerings, organizations } = content;
  const { news, notes: replaced } = toNews({
    workPackage,
    custom,
    known,
    identity,
    files: Object.fromEntries(files.map(({ key, file: one }) => [key, one])),
    body,
    offerings,
    organizations,
  });
  refuseUnknownTopics(custom, content);
  return {
    workPackage,
    news,
    theirs: kept
      ? { fields: { ...news.fields, description: kept.fields["description"] }, body: kept.body }
      : { fields: news.fields, body: digestBody(news.body) },
    contentFile: kept ? "gone" : attached === undefined ? undefined : "there",
    replaced,
    custom,
    attachments,
    files: files.map((one) => settleFile(one, prefer)),
    base,
    prefer,
  };
}

/** Insights are Markdown, as the body is. */
async function fillInsights(custom: CustomFields, fill: (text: string) => Promise<string>): Promise<CustomFields> {
  const { insights } = custom.values;
  if (!insights) return custom;
  const filled = await Promise.all(insights.map(async (value) => ({ ...value, text: await fill(value.text) })));
  return { ...custom, values: { ...custom.values, insights: filled } };
}

/** The name of the attachment with the text of the story. */
const CONTENT_NAME = /^curated[\s_-]*content\.(?:md|markdown|html?|txt)$/i;

async function fetchContent(api: Api, attachment: Attachment | undefined): Promise<string | undefined> {
  if (!attachment) return undefined;
  const bytes = await api.download(attachment);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new InputError(`The attachment '${attachment.fileName}' is not valid UTF-8`);
  }
}

function settleFile(file: IncomingFile, prefer: Incoming["prefer"]): IncomingFile {
  if (file.decision !== "conflict" || !prefer) return file;
  return { ...file, decision: prefer === "theirs" ? "write" : "leave" };
}

function refuseUnknownTopics({ values, names }: CustomFields, { topics }: ExistingContent): void {
  const unknown = values.topics?.find(({ text }) => !topics.has(text))?.text;
  if (unknown === undefined) return;
  const near = didYouMean(nearest(unknown, topics));
  throw new InputError(
    `There is no topic '${unknown}' in content/topics: add it, or correct the custom field '${names.get("topics")}'${near ? `. ${near}` : ""}`,
  );
}

async function createFile(context: ImportContext, incoming: Incoming): Promise<Result> {
  const { content } = context;
  const { news } = incoming;
  if (incoming.contentFile === "gone") {
    throw new InputError(`No attachment is named 'Curated_Content' any more: attach the text again`);
  }
  const { date, slug, link, id } = news.fields as { date: string; slug: string; link: { href: string }; id: number };
  if (!day.safeParse(date).success) {
    throw new InputError(`Its date '${date}' is not a day written as 2024-05-17${toSource(incoming.custom, "date")}`);
  }
  const rival = content.findBySource(link.href);
  if (rival !== undefined) {
    throw new InputError(
      `Its source is curated in ${rival} already: write 'id: ${id}' there to join the two, or correct the link`,
    );
  }
  const file = `${content.folderOf(date)}/${slug}.md`;
  if (content.isTakenFile(file)) {
    throw new InputError(`Its file would be ${file}, which is another story: rename that file`);
  }
  const text = `${formatFrontMatter(news.fields)}${news.body}\n`;
  const written = await write(context, incoming, { file, text, body: news.body });
  await writeBase(context, incoming, incoming.theirs, true);
  content.add({ file, text, fields: written.fields, body: news.body });
  return { outcome: "new", file, fields: Object.keys(news.fields), ...written.told };
}

async function mergeWithFile(context: ImportContext, incoming: Incoming, old: NewsFile): Promise<Result> {
  const { news, theirs, base, prefer, files } = incoming;
  const open = files.filter(({ decision }) => decision === "conflict");
  const { differences, base: nextBase } = merge({
    base,
    ours: { fields: old.fields, body: digestBody(old.body) },
    theirs,
    prefer,
    blocked: open.map(({ key }) => fileKinds[key].field),
  });
  const taken = differences.filter(({ decision }) => decision === "take");
  const conflicts = toConflicts(differences, open);
  const text = applyTaken(old, taken, news.body);
  const body = taken.some(({ path }) => path[0] === BODY) ? news.body : old.body;
  const written = await write(context, incoming, { file: old.file, text, body, old: old.text });
  await writeBase(context, incoming, nextBase, conflicts.length === 0);
  const isChanged = text !== old.text || (written.told.files ?? []).length > 0;
  return {
    outcome: conflicts.length > 0 ? "conflict" : isChanged ? "changed" : "unchanged",
    file: old.file,
    fields: taken.map(({ path }) => path.join(".")),
    ...(conflicts.length > 0 ? { conflicts } : {}),
    ...written.told,
  };
}

/** A file that was imported and deleted: whether it comes back after a change in OpenProject is for a person to say. */
async function mergeWithDeleted(context: ImportContext, incoming: Incoming, base: Base): Promise<Result> {
  const { theirs, prefer } = incoming;
  if (prefer === "theirs") return createFile(context, incoming);
  const changed = merge({ base, ours: base, theirs }).differences.filter(({ path }) => path[0] !== "lastMod");
  if (changed.length === 0 || prefer === "ours") {
    await writeBase(context, incoming, theirs, true);
    return { outcome: "unchanged" };
  }
  const fields = changed.map(({ path }) => path.join(".")).join(", ");
  return {
    outcome: "conflict",
    conflicts: [{ field: "(file)", base: "imported", file: "deleted", openProject: `changed: ${fields}` }],
  };
}

function toConflicts(differences: readonly Difference[], open: readonly IncomingFile[]): Conflict[] {
  const fields = differences
    .filter(({ decision }) => decision === "conflict")
    .map(({ path, base, ours, theirs }) =>
      path[0] === BODY
        ? { field: BODY, base: "", file: "changed", openProject: "changed" }
        : { field: path.join("."), base, file: ours, openProject: theirs },
    );
  const files = open.map(({ key, file }) => {
    const { field, folder } = fileKinds[key];
    const other = `another ${key}`;
    return { field, base: `public/${folder}/${file.href}`, file: other, openProject: other };
  });
  return [...fields, ...files];
}

/** The file with what is taken from OpenProject, every other byte as it was. */
function applyTaken({ file, text }: NewsFile, taken: readonly Difference[], body: string): string {
  const edits = taken
    .filter(({ path }) => path[0] !== BODY)
    .map(({ path, theirs }) =>
      theirs === undefined ? ({ do: "remove", path } as const) : ({ do: "set", path, value: theirs } as const),
    );
  const edited = editFrontMatter(text, edits, file);
  return edits.length < taken.length ? replaceBody(edited, body) : edited;
}

/** Writes what the story names, then the story, so that it never names a file that is not there; in a dry run neither. */
async function write(
  { api, contentRoot, roots, isDryRun }: ImportContext,
  { files, custom, attachments }: Incoming,
  { file, text, body, old = "" }: { file: string; text: string; body: string; old?: string },
): Promise<{ fields: Fields; told: Pick<ImportOutcome, "diff" | "files" | "notes"> }> {
  const fields = readData(text, file);
  const embeds = findEmbeds([body, fields["summary"], fields["insights_description"]].join("\n\n"), api.baseUrl);
  if (text !== old) {
    refuseInvalid(file, text, custom);
    refuseMacros(embeds);
  }
  const notes = describeEmbeds(embeds, attachments);
  const toWrite = files.filter(({ key, file: { href }, decision }) => {
    const named = JSON.stringify(fields[fileKinds[key].field] ?? null);
    return decision === "write" && named.includes(href);
  });
  const written = toWrite.map(({ key, file: { href } }) => `${fileKinds[key].folder}/${href}`);
  const told = { notes, ...(written.length > 0 && { files: written }) };
  if (isDryRun) return { fields, told: { ...told, diff: diffLines(old, text) } };
  for (const { key, file: one, bytes } of toWrite) {
    if (bytes) await writeFileAtomically(join(roots[fileKinds[key].folder], one.href), bytes);
  }
  if (text !== old) await writeFileAtomically(join(contentRoot, file), text);
  return { fields, told };
}

/** Throws when the site would not accept the file. */
function refuseInvalid(file: string, text: string, custom: CustomFields): void {
  const { diagnostics } = readEntry("news", { file, bytes: new TextEncoder().encode(text) });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  const told = errors.map(({ path, message, fix }) =>
    path.length > 0
      ? `'${path.join(".")}': ${message}. ${fix}${toSource(custom, String(path[0]))}`
      : `${message}. ${fix}`,
  );
  throw new InputError(`The file would not be valid: ${told.join("; ")}`);
}

function refuseMacros({ macros }: Embeds): void {
  if (macros.length === 0) return;
  const names = macros.map((macro) => `'${macro}'`).join(", ");
  throw new InputError(`Its text has ${names}, which only OpenProject fills in: write the value itself there`);
}

/** Where a person can correct it. */
function toSource(custom: CustomFields, key: string): string {
  const source = describeSource(custom, key);
  return source === undefined ? "" : ` (${source})`;
}

/** Called last, so that an import that was interrupted is repeated. */
async function writeBase(
  { store, isDryRun }: ImportContext,
  { workPackage, contentFile, files, base }: Incoming,
  { fields, body }: Version,
  isSettled: boolean,
): Promise<void> {
  if (isDryRun) return;
  const known = files.map(({ key, file, decision }) => [key, decision === "conflict" ? base?.[key] : file]);
  await store.writeBase({
    id: workPackage.id,
    ...(isSettled ? { updatedAt: workPackage.updatedAt } : {}),
    fields: { ...fields },
    body,
    ...(contentFile && { hasContentFile: true }),
    ...Object.fromEntries(known.filter(([, file]) => file)),
  });
}

/** The lines that go and come, with two lines around each change. */
function diffLines(before: string, after: string): string[] {
  const { hunks } = structuredPatch("", "", before, after, undefined, undefined, { context: 2 });
  return hunks.flatMap(({ lines }, index) => [...(index > 0 ? ["..."] : []), ...lines]);
}
