/** One work package comes into its file, or it is told why not; what a person changed is never lost. */

import { join } from "node:path";
import { structuredPatch } from "diff";
import { editFrontMatter, readData, replaceBody } from "../../authoring/edit/edit-front-matter.ts";
import { formatFrontMatter } from "../../authoring/edit/format-front-matter.ts";
import { readEntry } from "../../catalog/read-file.ts";
import { InputError } from "../../cli/command.ts";
import { cutSlug, isSlug } from "../../lib/slugify.ts";
import { squeeze } from "../../lib/text.ts";
import { writeFileAtomically } from "../../lib/write-file-atomically.ts";
import { day } from "../../schemas/fields.ts";
import { entityPath, isReserved } from "../../vocab/paths.ts";
import type { Api, Attachment, WorkPackage } from "./api.ts";
import type { Base, BaseStore } from "./base-store.ts";
import { ApiError, type Connection } from "./connection.ts";
import type { CurationContext, NewsFile } from "./context.ts";
import { type CustomFields, readCustomFields } from "./custom-fields.ts";
import {
  describeImage,
  download,
  type FeaturedImage,
  findContent,
  findDigest,
  findImage,
  writeImage,
} from "./image.ts";
import { BODY, type Difference, digestBody, merge, type Version } from "./merge.ts";
import {
  type Fields,
  type Identity,
  type News,
  readLink,
  toExportedPath,
  toMdName,
  toNews,
  toSlug,
} from "./to-news.ts";

export interface Sandbox {
  readonly connection: Connection;
  readonly api: Api;
  readonly desk: CurationContext;
  readonly store: BaseStore;
  readonly contentRoot: string;
  readonly imageRoot: string;
  readonly isDryRun: boolean;
  /** True reads also what did not change since the last import. */
  readonly isAll: boolean;
  /** Work packages whose conflicts are settled, by number. */
  readonly prefer: ReadonlyMap<number, "ours" | "theirs">;
}

export interface Conflict {
  readonly field: string;
  readonly base: unknown;
  readonly file: unknown;
  readonly openProject: unknown;
}

export interface Outcome {
  readonly outcome: "new" | "changed" | "unchanged" | "conflict" | "failed";
  readonly id: number | undefined;
  readonly title: string;
  /** Path from the content root. */
  readonly file?: string | undefined;
  /** Fields that were taken from OpenProject; all of a new file are. */
  readonly fields?: readonly string[];
  /** File below the image folder that was written. */
  readonly image?: string | undefined;
  readonly conflicts?: readonly Conflict[];
  /** Why it failed. */
  readonly message?: string;
  /** Lines that go and come, where nothing is written. */
  readonly diff?: readonly string[];
}

/** What one work package brings, before it meets the file. */
interface Delivery {
  readonly workPackage: WorkPackage;
  readonly news: News;
  readonly image: FeaturedImage | undefined;
  readonly imageBytes: Uint8Array | undefined;
  readonly base: Base | undefined;
  readonly prefer: "ours" | "theirs" | undefined;
  readonly imageState: "write" | "leave" | "conflict";
}

export async function importWorkPackage(sandbox: Sandbox, workPackage: WorkPackage): Promise<Outcome> {
  const { api, desk, store, isAll } = sandbox;
  const { id } = workPackage;
  const about = { id, title: squeeze(workPackage.subject) };
  const [file, ...rivals] = desk.byId.get(id) ?? [];
  if (rivals.length > 0) {
    const names = [file, ...rivals].map((rival) => rival?.file).join(" and ");
    throw new InputError(`Its number stands in ${names}: keep one of them`);
  }
  const base = await store.findBase(id);
  const prefer = sandbox.prefer.get(id);
  if (!isAll && !prefer && base?.updatedAt === workPackage.updatedAt) {
    return { ...about, outcome: "unchanged", file: file?.file };
  }
  const custom = await readCustomFields(api, workPackage);
  const identity = chooseIdentity(sandbox, workPackage, custom, base, file);
  const attachments = await api.listAttachments(workPackage);
  const { image, imageBytes } = await readImage(sandbox, findImage(attachments), base, identity);
  const content = await readContent(sandbox, findContent(attachments));
  const news = toNews({ workPackage, custom, identity, image, content, offerings: desk.offerings });
  refuseUnknownTopics(news, desk);
  const imageState = image ? await compareImage(sandbox, image, base) : "leave";
  const delivery = { workPackage, news, image, imageBytes, base, prefer, imageState };
  if (file) return { ...about, ...(await update(sandbox, delivery, file)) };
  if (base) return { ...about, ...(await meetDeleted(sandbox, delivery, base)) };
  return { ...about, ...(await create(sandbox, delivery)) };
}

type Result = Omit<Outcome, "id" | "title">;

async function create(sandbox: Sandbox, delivery: Delivery): Promise<Result> {
  const { desk, isDryRun } = sandbox;
  const { news, image } = delivery;
  const { date, slug } = news.fields as { date: string; slug: string };
  if (!day.safeParse(date).success) throw new InputError(`Its date '${date}' is not a day written as 2024-05-17`);
  const rival = desk.findBySource((news.fields["link"] as { href: string }).href);
  if (rival !== undefined) {
    throw new InputError(
      `Its source is curated in ${rival} already: write 'id: ${news.fields["id"]}' there to join the two, or correct the link`,
    );
  }
  const file = `news/${date.slice(0, 4)}/${slug}.md`;
  if (desk.isTakenFile(file))
    throw new InputError(`Its file would be ${file}, which is another story: rename that file`);
  const text = `${formatFrontMatter(news.fields)}${news.body}\n`;
  refuseInvalid(file, text);
  const isImageWritten = await writeAll(sandbox, delivery, { file, text, fields: news.fields });
  await writeBase(sandbox, delivery, { fields: news.fields, body: digestBody(news.body) }, true);
  desk.add({ file, text, fields: readData(text, file), body: news.body });
  return {
    outcome: "new",
    file,
    fields: Object.keys(news.fields),
    image: isImageWritten ? image?.href : undefined,
    ...(isDryRun ? { diff: diffLines("", text) } : {}),
  };
}

async function update(sandbox: Sandbox, delivery: Delivery, old: NewsFile): Promise<Result> {
  const { news, base, prefer, imageState, image } = delivery;
  const isImageOpen = imageState === "conflict" && !prefer;
  const { differences, base: nextBase } = merge({
    base,
    ours: { fields: old.fields, body: digestBody(old.body) },
    theirs: { fields: news.fields, body: digestBody(news.body) },
    prefer,
    blocked: isImageOpen ? "featuredImage" : undefined,
  });
  const taken = differences.filter(({ decision }) => decision === "take");
  const text = applyTaken(old, taken, news.body);
  const fields = readData(text, old.file);
  if (text !== old.text) refuseInvalid(old.file, text);
  const conflicts = toConflicts(differences, isImageOpen ? image : undefined);
  const isImageWritten = await writeAll(sandbox, delivery, { file: old.file, text, fields, old: old.text });
  await writeBase(sandbox, delivery, nextBase, conflicts.length === 0);
  const isChanged = text !== old.text || isImageWritten;
  return {
    outcome: conflicts.length > 0 ? "conflict" : isChanged ? "changed" : "unchanged",
    file: old.file,
    fields: taken.map(({ path }) => path.join(".")),
    image: isImageWritten ? image?.href : undefined,
    ...(conflicts.length > 0 ? { conflicts } : {}),
    ...(sandbox.isDryRun ? { diff: diffLines(old.text, text) } : {}),
  };
}

/** A file that was imported and is gone: somebody deleted it, and only a person can tell whether that still holds. */
async function meetDeleted(sandbox: Sandbox, delivery: Delivery, base: Base): Promise<Result> {
  const { news, prefer } = delivery;
  const theirs = { fields: news.fields, body: digestBody(news.body) };
  const changed = merge({ base, ours: base, theirs }).differences.filter(({ path }) => path[0] !== "lastMod");
  if (prefer === "theirs") return create(sandbox, delivery);
  if (changed.length === 0 || prefer === "ours") {
    await writeBase(sandbox, delivery, theirs, true);
    return { outcome: "unchanged" };
  }
  const fields = changed.map(({ path }) => path.join(".")).join(", ");
  return {
    outcome: "conflict",
    conflicts: [{ field: "(file)", base: "imported", file: "deleted", openProject: `changed: ${fields}` }],
  };
}

function toConflicts(differences: readonly Difference[], image: FeaturedImage | undefined): Conflict[] {
  const fields = differences
    .filter(({ decision }) => decision === "conflict")
    .map(({ path, base, ours, theirs }) =>
      path[0] === BODY
        ? { field: BODY, base: "", file: "changed", openProject: "changed" }
        : { field: path.join("."), base, file: ours, openProject: theirs },
    );
  const name = image && `public/images/${image.href}`;
  return name === undefined
    ? fields
    : [...fields, { field: "featuredImage", base: name, file: "another image", openProject: "another image" }];
}

/** Identity is what the first import gave, then what the file has, and made anew only for a new item. */
function chooseIdentity(
  { connection, desk }: Sandbox,
  { id, subject }: WorkPackage,
  custom: CustomFields,
  base: Base | undefined,
  file: NewsFile | undefined,
): Identity {
  const known = base?.fields ?? file?.fields;
  const title = squeeze(subject);
  const mdName = toMdName(connection.resolve(`api/v3/work_packages/${id}`).href);
  const link = readLink(custom).href;
  if (known) {
    const { slug, mdName: given, aliases } = known;
    return {
      slug: typeof slug === "string" && slug.trim() !== "" ? slug : stemOf(file?.file ?? toSlug(title, link)),
      mdName: typeof given === "string" && /^[\w-]+\.md$/.test(given) ? given : mdName,
      alias: aliases,
    };
  }
  const wanted = toSlug(title, link);
  const isUsable = isSlug(wanted) && !isReserved("news", wanted);
  const isTaken = desk.isTakenPath(entityPath("news", wanted));
  const ending = `-${id}`;
  const slug = !isUsable ? `work-package-${id}` : isTaken ? `${cutSlug(wanted, 96 - ending.length)}${ending}` : wanted;
  const path = toExportedPath(title);
  const isFree = path !== "/news/" && path !== `/news/${slug}` && !desk.isTakenPath(path);
  return { slug, mdName, alias: isFree ? path : undefined };
}

async function readImage(
  { connection, imageRoot, isAll }: Sandbox,
  attachment: Attachment | undefined,
  base: Base | undefined,
  { mdName }: Identity,
): Promise<{ image?: FeaturedImage | undefined; imageBytes?: Uint8Array | undefined }> {
  if (!attachment) return {};
  const known = base?.image;
  // OpenProject never changes an attachment: another image is another attachment.
  const isKnown = !isAll && known?.attachment.id === attachment.id;
  if (isKnown && (await findDigest(imageRoot, known.href)) !== undefined) return { image: known };
  const imageBytes = await download(connection, attachment);
  return { image: await describeImage(imageBytes, attachment, mdName.replace(/\.md$/, "")), imageBytes };
}

async function readContent({ connection }: Sandbox, attachment: Attachment | undefined): Promise<string | undefined> {
  if (!attachment) return undefined;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(await download(connection, attachment));
  } catch (error) {
    if (error instanceof ApiError) throw error;
    throw new InputError(`The attachment '${attachment.fileName}' is not valid UTF-8`);
  }
}

/** An editor may have cropped the image in place. */
async function compareImage(
  { imageRoot }: Sandbox,
  image: FeaturedImage,
  base: Base | undefined,
): Promise<Delivery["imageState"]> {
  const disk = await findDigest(imageRoot, image.href);
  if (disk === image.digest) return "leave";
  if (disk === undefined || disk === base?.image?.digest) return "write";
  return base?.image?.digest === image.digest ? "leave" : "conflict";
}

function refuseUnknownTopics({ fields }: News, { topics }: CurationContext): void {
  const unknown = (fields["categories"] as readonly string[]).filter((name) => !topics.has(name));
  if (unknown.length > 0) {
    throw new InputError(`There is no topic '${unknown[0]}' in content/topics: add it, or correct the custom field`);
  }
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

/** Throws when the site would not accept the file. */
function refuseInvalid(file: string, text: string): void {
  const { diagnostics } = readEntry("news", { file, bytes: new TextEncoder().encode(text) });
  const errors = diagnostics.filter(({ severity }) => severity === "error");
  if (errors.length === 0) return;
  const told = errors.map(({ path, message }) => (path.length > 0 ? `'${path.join(".")}': ${message}` : message));
  throw new InputError(`The file would not be valid: ${told.join("; ")}`);
}

/** True when the image was written, or would be. The image comes first: a file never names one that is not there. */
async function writeAll(
  { contentRoot, imageRoot, isDryRun }: Sandbox,
  { image, imageBytes, imageState, prefer }: Delivery,
  { file, text, fields, old }: { file: string; text: string; fields: Fields; old?: string },
): Promise<boolean> {
  const isWanted = imageState === "write" || (imageState === "conflict" && prefer === "theirs");
  const isUsed = image !== undefined && JSON.stringify(fields["featuredImage"] ?? null).includes(image.href);
  const isImageWritten = isWanted && isUsed && imageBytes !== undefined;
  if (isImageWritten && !isDryRun) await writeImage(imageRoot, image.href, imageBytes);
  if (text !== old && !isDryRun) await writeFileAtomically(join(contentRoot, file), text);
  return isImageWritten;
}

/** Last of all: whatever is interrupted before it is done again. */
async function writeBase(
  { store, isDryRun }: Sandbox,
  { workPackage, image, base, imageState, prefer }: Delivery,
  { fields, body }: Version,
  isSettled: boolean,
): Promise<void> {
  if (isDryRun) return;
  const known = imageState === "conflict" && !prefer ? base?.image : image;
  await store.writeBase({
    id: workPackage.id,
    ...(isSettled ? { updatedAt: workPackage.updatedAt } : {}),
    fields: { ...fields },
    body,
    ...(known ? { image: { ...known, size: [...known.size] } } : {}),
  });
}

/** The lines that go and come, with two lines around each change. */
function diffLines(before: string, after: string): string[] {
  const { hunks } = structuredPatch("", "", before, after, undefined, undefined, { context: 2 });
  return hunks.flatMap(({ lines }, index) => [...(index > 0 ? ["..."] : []), ...lines]);
}

function stemOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1).replace(/\.md$/, "");
}
