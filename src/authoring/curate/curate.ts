/** Curates one page in three steps: propose from the page, decide with or without a person, write. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { describeFound, type EntryStory, findClusters, toClusterStory } from "../../catalog/clusters.ts";
import type { Offering, Topic } from "../../catalog/graph.ts";
import { readEntry } from "../../catalog/read-file.ts";
import { entriesOf } from "../../catalog/rules/rule.ts";
import { InputError } from "../../cli/command.ts";
import { FetchError } from "../../http/fetch-error.ts";
import { fetchPage, readSavedPage } from "../../http/fetch-page.ts";
import { safeFetch } from "../../http/safe-fetch.ts";
import { parseWebUrl } from "../../lib/clean-url.ts";
import { digestOf } from "../../lib/digest.ts";
import { didYouMean, nearest } from "../../lib/nearest.ts";
import { startOf } from "../../lib/partial-date.ts";
import { firstFree } from "../../lib/slugify.ts";
import { writeNewFile } from "../../lib/write-new-file.ts";
import { folderOfStory } from "../../vocab/news-folder.ts";
import { ImageError, MAX_IMAGE_BYTES, storeImage } from "../images.ts";
import { toAddress } from "./clean-fields.ts";
import type { CurationContext } from "./context.ts";
import { type Duplicate, findDuplicate } from "./duplicates.ts";
import type { Extraction, Extractor } from "./extract.ts";
import type { Suggested } from "./page-words.ts";
import { suggestOfferings } from "./suggest-offerings.ts";
import { type OrganizationProposal, type PublisherSuggestion, suggestPublisher } from "./suggest-publisher.ts";
import { suggestTopics } from "./suggest-topics.ts";
import { assertValid, type Curation, toOrganizationText, toSlug, toText } from "./write-curation.ts";

export interface PageSource {
  /** An address, or the path of a saved page. */
  readonly page: string;
  /** Address of a saved page; without it, the one that the page states. */
  readonly url?: string | undefined;
}

/** What is known of a page before anybody decides. */
export interface Proposal {
  readonly extraction: Extraction;
  readonly topics: readonly Suggested<Topic>[];
  /** Topics that the page only touches. */
  readonly nearTopics: readonly Suggested<Topic>[];
  readonly offerings: readonly Suggested<Offering>[];
  readonly publisher: PublisherSuggestion;
  readonly duplicate: Duplicate | undefined;
}

/** Fetches or reads the page, and suggests what the catalog has for it. Throws an `InputError` when there is no page. */
export async function propose(source: PageSource, context: CurationContext, extractor: Extractor): Promise<Proposal> {
  const { html, url } = await readSource(source, context.allowsLoopback);
  // The given address may be known even where the one that the page states is not.
  const early = findDuplicate({ url, title: "", published: undefined }, context.stories);
  const extraction = await extractor.extract({ html, url, today: context.buildDate });
  const { fields, text } = extraction;
  const words = {
    title: fields.title?.value ?? "",
    description: fields.description?.value ?? "",
    text,
    url: fields.url.value,
    publisher: fields.publisher?.value,
  };
  const topics = suggestTopics(words, context.catalog);
  return {
    extraction,
    topics: topics.suggested,
    nearTopics: topics.near,
    offerings: suggestOfferings(words, context.catalog),
    publisher: suggestPublisher(words, context.catalog),
    duplicate:
      early ??
      findDuplicate({ url: fields.url.value, title: words.title, published: fields.published?.value }, context.stories),
  };
}

async function readSource({ page, url }: PageSource, allowsLoopback = false): Promise<{ html: string; url: string }> {
  try {
    const isAddress = /^https?:\/\//i.test(page);
    if (isAddress && url !== undefined) {
      throw new InputError("--url is for a saved page; the address is given already.");
    }
    const fetched = isAddress ? await fetchPage(page, { allowsLoopback }) : await readSavedPage(page);
    const address = url ?? fetched.url;
    if (address === undefined || !parseWebUrl(address)) {
      throw new InputError(`Nothing in '${page}' says where it is from. Give its address with --url.`);
    }
    return { html: fetched.html, url: toAddress(address, address) ?? address };
  } catch (error) {
    throw error instanceof FetchError ? new InputError(error.message) : error;
  }
}

/** What the command line gives in place of what is read or suggested. */
export interface Overrides {
  readonly summary?: string | undefined;
  /** Full names. */
  readonly topics?: readonly string[] | undefined;
}

export interface Decision {
  readonly curation: Curation;
  readonly wantsImage: boolean;
  /** A new organization that a person agreed to. */
  readonly organization?: OrganizationProposal | undefined;
}

/**
 * Decides without a person: takes what the page states and what is suggested.
 * Throws an `InputError` for what only a person can decide, such as a
 * duplicate, or a page without a title, topics or description.
 */
export function decide(
  proposal: Proposal,
  context: CurationContext,
  { summary, topics = [] }: Overrides = {},
): Decision {
  const { extraction, duplicate } = proposal;
  const { title, description } = extraction.fields;
  if (duplicate) throw new DuplicateError(duplicate);
  if (!title) throw new InputError(extraction.problem ?? "The page states no title. Curate it at a terminal.");
  const names = topics.length > 0 ? topics : proposal.topics.map(({ entity }) => entity.name);
  assertTopics(names, context);
  if (names.length === 0) {
    const near = proposal.nearTopics.map(({ entity, reason }) => `'${entity.name}', since ${reason}`);
    const nearest = near.length > 0 ? ` The nearest: ${near.join("; ")}.` : "";
    throw new InputError(
      `No topic of the catalog fits.${nearest} Name one with --topics ('npm run topics' lists them), or curate it at a terminal.`,
    );
  }
  if (summary === undefined && !description) {
    throw new InputError("The page has no description, and nothing is made up. Give a --summary.");
  }
  const curation: Curation = {
    ...statedFields(proposal, context),
    title: title.value,
    topics: names,
    offerings: proposal.offerings.map(({ entity }) => entity.slug),
    summary,
  };
  return { curation, wantsImage: extraction.fields.image !== undefined };
}

/** Throws an `InputError` for names that no topic has. */
export function assertTopics(names: readonly string[], { catalog }: CurationContext): void {
  const known = new Set(catalog.topics.map(({ name }) => name));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length === 0) return;
  const told = unknown.flatMap((name) => [`There is no topic '${name}'.`, didYouMean(nearest(name, known))]);
  throw new InputError([...told, "'npm run topics' lists them."].filter((part) => part !== undefined).join(" "));
}

/** The fields that need no decision. */
export function statedFields(
  { extraction }: Proposal,
  context: CurationContext,
): Omit<Curation, "title" | "topics" | "offerings"> {
  const { url, published, authors, description, language } = extraction.fields;
  // Where the source lives it may be tomorrow already. For this site that is the future, so the day of the curation is used.
  const isAhead = published !== undefined && startOf(published.value) > context.buildDate;
  return {
    date: context.buildDate,
    url: url.value,
    published: isAhead ? undefined : (published?.value ?? "unknown"),
    publishedBasis: published === undefined || isAhead ? undefined : published.source === "address" ? "url" : "page",
    authors: authors?.value ?? [],
    description: description?.value,
    language: language?.value,
  };
}

/** The story is curated already. */
export class DuplicateError extends InputError {
  readonly duplicate: Duplicate;

  constructor(duplicate: Duplicate) {
    super(`The story is curated already in ${duplicate.of.file}: ${duplicate.reason}.`);
    this.duplicate = duplicate;
  }
}

export interface Written {
  /** From the content root. */
  readonly file: string;
  readonly text: string;
  readonly image: string | undefined;
  /** What an editor should look at, such as an unknown publisher. */
  readonly notes: readonly string[];
}

export interface WriteOptions {
  readonly isDryRun: boolean;
  /** Called with the file before anything is fetched or written for it. */
  readonly confirm?: ((file: string, text: string) => Promise<boolean>) | undefined;
}

/** Stores the picture, then the file; a dry run only returns what would be written. */
export async function write(
  { curation, wantsImage, organization }: Decision,
  proposal: Proposal,
  context: CurationContext,
  { isDryRun, confirm }: WriteOptions,
): Promise<Written> {
  const notes =
    context.unread.length > 0 ? [`Not compared, for its errors (npm run check): ${context.unread.join(", ")}`] : [];
  const slug = toSlug(curation, context.slugs);
  const file = `${folderOfStory(curation.date, [...context.stories.map((story) => story.file), ...context.unread])}/${slug}.md`;
  const address = wantsImage && !isDryRun ? proposal.extraction.fields.image?.value : undefined;
  const draft = toText(curation);
  assertValid(file, draft);
  if (confirm && !(await confirm(file, draft))) throw new InputError("Nothing was written.");
  const image =
    address === undefined
      ? undefined
      : await fetchImage(address, slug, context).catch((error) => {
          if (!(error instanceof FetchError || error instanceof ImageError)) throw error;
          notes.push(`No picture: ${error.message}`);
          return undefined;
        });
  const text = toText({ ...curation, image });
  assertValid(file, text);
  const story = toStory(file, text);
  if (story) notes.push(...notesOnEvent(story, context));
  if (proposal.publisher.kind === "proposed" && curation.publisher === undefined && !organization) {
    const { slug: publisher, name, type, hosts } = proposal.publisher.proposal;
    notes.push(
      `The publisher is not in the catalog: ${proposal.publisher.reason}. Proposed: organizations/${publisher}.md, '${name}', ${type} (a guess), host ${hosts.join(", ")}`,
    );
  }
  if (!isDryRun) {
    try {
      await writeContent(context, file, text);
    } catch (error) {
      // Nothing would ever remove a picture without a story.
      if (image) await rm(join(context.imageRoot, image.file), { force: true });
      throw error;
    }
    context.slugs.add(slug.toLowerCase());
    const published = curation.published === "unknown" ? undefined : (curation.published ?? curation.date);
    if (story) context.told.push(story);
    context.stories.push({ file, url: curation.url, title: curation.title, published });
  }
  if (organization) {
    const organizationFile = `organizations/${organization.slug}.md`;
    const organizationText = toOrganizationText(organization);
    assertValid(organizationFile, organizationText);
    if (!isDryRun) await writeContent(context, organizationFile, organizationText);
    notes.push(`Organization: ${organizationFile}`);
  }
  return { file, text, image: image?.file, notes };
}

function toStory(file: string, text: string): EntryStory | undefined {
  const { entry } = readEntry("news", { file, bytes: new TextEncoder().encode(text) });
  return entry && entriesOf([entry], "news").map(toClusterStory)[0];
}

/** Says whose event it joins, and how an editor denies that. */
function notesOnEvent(story: EntryStory, { told }: CurationContext): string[] {
  const cluster = findClusters([...told, story]).find(({ found }) => found.includes(story));
  return cluster ? [describeFound(story, cluster)] : [];
}

async function writeContent({ contentRoot }: CurationContext, file: string, text: string): Promise<void> {
  const isNew = await writeNewFile(join(contentRoot, file), text);
  if (!isNew) throw new InputError(`There is a file ${file} already; nothing was written.`);
}

const IMAGE_TIMEOUT = 15_000;

async function fetchImage(url: string, slug: string, context: CurationContext) {
  const { body } = await safeFetch(url, {
    accept: ["image/*"],
    maxBytes: MAX_IMAGE_BYTES,
    timeoutMs: IMAGE_TIMEOUT,
    allowsLoopback: context.allowsLoopback,
  });
  const image = await storeImage(body, { folder: context.imageRoot, name: imageName(slug, context.images) });
  context.images.add(image.file);
  return image;
}

/** File names of images are ASCII; a slug in another script gives a digest. No image replaces another. */
function imageName(slug: string, taken: ReadonlySet<string>): string {
  const base = /^[a-z\d-]+$/.test(slug) ? slug : `story-${digestOf(slug, "hex", 16)}`;
  return firstFree(base, (name) => taken.has(`${name}.jpg`) || taken.has(`${name}.png`));
}
