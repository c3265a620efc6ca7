/** Imports one work package: fetch it, map it to fields, merge them with the file, write what changed. */
import { editFrontMatter, replaceBody } from "../../authoring/edit/edit-front-matter.ts";
import { formatFrontMatter } from "../../authoring/edit/format-front-matter.ts";
import { InputError } from "../../cli/command.ts";
import { replaceControlCharacters } from "../../ingest/control-characters.ts";
import { dropBlank } from "../../lib/drop-blank.ts";
import { didYouMean, nearest } from "../../lib/nearest.ts";
import { squeeze } from "../../lib/text.ts";
import { day } from "../../schemas/fields.ts";
import type { Api, Attachment, WorkPackage } from "./api.ts";
import { fetchFiles, fileKinds, type IncomingFile, newest } from "./attached-files.ts";
import type { Base } from "./base-store.ts";
import { type CustomFields, readCustomFields, valueIn } from "./custom-fields.ts";
import { fillSubjects } from "./embeds.ts";
import type { ExistingContent, NewsFile } from "./existing-content.ts";
import { chooseIdentity } from "./identity.ts";
import { noteContent, noteFiles, noteNames } from "./import-notes.ts";
import type { Conflict, Gap, ImportContext, ImportOutcome, Incoming, Result } from "./incoming.ts";
import { BODY, type Difference, digestBody, merge, type Version } from "./merge.ts";
import { dayOfEntry, readLink, toNews } from "./to-news.ts";
import { toSource, writeNews } from "./write-news.ts";

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
  const written = await writeNews(context, incoming, { file, text, body: news.body });
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
  const written = await writeNews(context, incoming, { file: old.file, text, body, old: old.text });
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
