/** From one page to one file: read, held against the catalog, decided on, written; with a person or without. */
import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { Offering, Topic } from "../../catalog/graph.ts";
import { InputError } from "../../cli/command.ts";
import { FetchError } from "../../http/fetch-error.ts";
import { fetchPage, readSavedPage } from "../../http/fetch-page.ts";
import { safeFetch } from "../../http/safe-fetch.ts";
import { parseWebUrl } from "../../lib/clean-url.ts";
import { digestOf } from "../../lib/digest.ts";
import { startOf } from "../../lib/partial-date.ts";
import { writeNewFile } from "../../lib/write-new-file.ts";
import { ImageError, MAX_IMAGE_BYTES, storeImage } from "../images.ts";
import { toAddress } from "./clean-fields.ts";
import type { CurationContext } from "./context.ts";
import { type Duplicate, findDuplicate } from "./duplicates.ts";
import type { Extractor } from "./extract.ts";
import type { Extraction } from "./extraction.ts";
import {
  type OrganizationProposal,
  type PublisherSuggestion,
  type Suggested,
  suggestOfferings,
  suggestPublisher,
  suggestTopics,
} from "./suggest.ts";
import { type Curation, findViolation, toFile, toOrganizationText, toSlug, toText } from "./write-curation.ts";

/** What is curated: an address, or a saved page and where it is from. */
export interface Source {
  readonly page: string;
  /** Address of a saved page; without it, what the page says itself. */
  readonly url?: string | undefined;
  readonly allowsLoopback?: boolean | undefined;
}

/** What is known of a page before anybody decides. */
export interface Proposal {
  readonly url: string;
  readonly extraction: Extraction;
  readonly topics: readonly Suggested<Topic>[];
  readonly offerings: readonly Suggested<Offering>[];
  readonly publisher: PublisherSuggestion;
  readonly duplicate: Duplicate | undefined;
}

/** Fetches or reads, and suggests. Throws an `InputError` when there is no page. */
export async function propose(source: Source, desk: CurationContext, extractor: Extractor): Promise<Proposal> {
  const { html, url } = await readSource(source);
  // The address that was given may be known where the one that the page states is not.
  const early = findDuplicate({ url, title: "", published: undefined }, desk.stories);
  const extraction = await extractor.extract({ html, url, today: desk.buildDate });
  const { fields, text } = extraction;
  const words = {
    title: fields.title?.value ?? "",
    description: fields.description?.value ?? "",
    text,
    url: fields.url.value,
    publisher: fields.publisher?.value,
  };
  return {
    url: fields.url.value,
    extraction,
    topics: suggestTopics(words, desk.catalog),
    offerings: suggestOfferings(words, desk.catalog),
    publisher: suggestPublisher(words, desk.catalog),
    duplicate:
      early ??
      findDuplicate({ url: fields.url.value, title: words.title, published: fields.published?.value }, desk.stories),
  };
}

async function readSource({ page, url, allowsLoopback }: Source): Promise<{ html: string; url: string }> {
  try {
    if (/^https?:\/\//i.test(page)) {
      if (url !== undefined) throw new InputError("--url is for a saved page; the address is given already.");
      const fetched = await fetchPage(page, { allowsLoopback });
      return { html: fetched.html, url: toAddress(fetched.url, fetched.url) ?? fetched.url };
    }
    const saved = await readSavedPage(page);
    const address = url ?? saved.url;
    if (address === undefined || !parseWebUrl(address)) {
      throw new InputError(`Nothing in '${page}' says where it is from. Give its address with --url.`);
    }
    return { html: saved.html, url: toAddress(address, address) ?? address };
  } catch (error) {
    throw error instanceof FetchError ? new InputError(error.message) : error;
  }
}

/** What the command line adds to what the page says. */
export interface Given {
  readonly summary?: string | undefined;
  /** Full names. */
  readonly topics?: readonly string[] | undefined;
}

/** A curation and whether its picture is wanted. */
export interface Decision {
  readonly curation: Curation;
  readonly wantsImage: boolean;
}

/**
 * The decision that needs nobody: what the page states, the topics and
 * offerings that are suggested. Throws an `InputError` for what only a person
 * can decide: a duplicate, a page without a title, without topics or words.
 */
export function decide(proposal: Proposal, desk: CurationContext, { summary, topics = [] }: Given = {}): Decision {
  const { extraction, duplicate } = proposal;
  const { title, description } = extraction.fields;
  if (duplicate) throw new DuplicateError(duplicate);
  if (!title) throw new InputError(extraction.problem ?? "The page states no title. Curate it at a terminal.");
  const names = topics.length > 0 ? topics : proposal.topics.map(({ entity }) => entity.name);
  checkTopics(names, desk);
  if (names.length === 0)
    throw new InputError("No topic of the catalog fits. Curate it at a terminal, or name one with --topics.");
  if (summary === undefined && !description) {
    throw new InputError("The page has no description, and nothing is made up. Give a --summary.");
  }
  const curation: Curation = {
    ...statedBy(proposal, desk),
    title: title.value,
    topics: names,
    offerings: proposal.offerings.map(({ entity }) => entity.slug),
    summary,
  };
  return { curation, wantsImage: extraction.fields.image !== undefined };
}

function checkTopics(names: readonly string[], { catalog }: CurationContext): void {
  const known = new Set(catalog.topics.map(({ name }) => name));
  const unknown = names.filter((name) => !known.has(name));
  if (unknown.length > 0) throw new InputError(`There is no topic ${unknown.map((name) => `'${name}'`).join(", ")}.`);
}

/** The fields that nobody has to decide on. */
export function statedBy(
  { url, extraction }: Proposal,
  desk: CurationContext,
): Omit<Curation, "title" | "topics" | "offerings"> {
  const { published, authors, description, language } = extraction.fields;
  // Where the source lives it may be tomorrow already; for this site that is the future. The day of the curation stands for it.
  const isAhead = published !== undefined && startOf(published.value) > desk.buildDate;
  return {
    date: desk.buildDate,
    url,
    published: isAhead ? undefined : (published?.value ?? "unknown"),
    publishedBasis: published === undefined || isAhead ? undefined : published.source === "address" ? "url" : "page",
    authors: authors?.value ?? [],
    description: description?.value,
    language: language?.value,
  };
}

/** The story is there already. */
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
  /** What an editor should look at: no picture, a publisher that is not known. */
  readonly notes: readonly string[];
}

export interface WriteOptions {
  readonly isDryRun: boolean;
  readonly allowsLoopback?: boolean | undefined;
  /** Asked with the file before anything is fetched or written for it. */
  readonly agree?: ((file: string, text: string) => Promise<boolean>) | undefined;
}

/** Stores the picture, then the file; with a dry run only says what would be written. */
export async function write(
  { curation, wantsImage }: Decision,
  proposal: Proposal,
  desk: CurationContext,
  { isDryRun, allowsLoopback, agree }: WriteOptions,
  organization?: OrganizationProposal | undefined,
): Promise<Written> {
  const notes: string[] = [];
  const slug = toSlug(curation, desk.slugs);
  const file = toFile(slug, curation.date);
  const address = wantsImage && !isDryRun ? proposal.extraction.fields.image?.value : undefined;
  const draft = toText(curation);
  assertValid(file, draft);
  if (agree && !(await agree(file, draft))) throw new InputError("Nothing was written.");
  const image =
    address === undefined
      ? undefined
      : await fetchImage(address, slug, desk, allowsLoopback).catch((error) => {
          if (!(error instanceof FetchError || error instanceof ImageError)) throw error;
          notes.push(`No picture: ${error.message}`);
          return undefined;
        });
  const text = toText({ ...curation, image });
  assertValid(file, text);
  if (proposal.publisher.kind === "proposed" && curation.publisher === undefined && !organization) {
    notes.push(
      `The publisher is not in the catalog: ${proposal.publisher.reason}. Proposed: ${formatOrganization(proposal.publisher.proposal)}`,
    );
  }
  if (!isDryRun) {
    try {
      await writeContent(desk, file, text);
    } catch (error) {
      // A picture without its story would lie there for ever.
      if (image) await rm(join(desk.imageRoot, image.file), { force: true });
      throw error;
    }
    desk.slugs.add(slug.toLowerCase());
    const published = curation.published === "unknown" ? undefined : (curation.published ?? curation.date);
    desk.stories.push({ file, url: curation.url, title: curation.title, published });
  }
  if (organization) notes.push(`Organization: ${await writeOrganization(organization, desk, isDryRun)}`);
  return { file, text, image: image?.file, notes };
}

function assertValid(file: string, text: string): void {
  const violation = findViolation(file, text);
  if (violation !== undefined) throw new InputError(`The story cannot be written: ${violation}.`);
}

async function writeContent({ contentRoot }: CurationContext, file: string, text: string): Promise<void> {
  const isNew = await writeNewFile(join(contentRoot, file), text);
  if (!isNew) throw new InputError(`There is a file ${file} already; nothing was written.`);
}

const IMAGE_TIMEOUT = 15_000;

async function fetchImage(url: string, slug: string, desk: CurationContext, allowsLoopback: boolean | undefined) {
  const { body } = await safeFetch(url, {
    accept: ["image/*"],
    maxBytes: MAX_IMAGE_BYTES,
    timeoutMs: IMAGE_TIMEOUT,
    allowsLoopback,
  });
  const image = await storeImage(body, { folder: desk.imageRoot, name: imageName(slug, desk.images) });
  desk.images.add(image.file);
  return image;
}

/** File names of images are plain; a slug in another script gives a digest. No image takes the place of another. */
function imageName(slug: string, taken: ReadonlySet<string>): string {
  const base = /^[a-z\d-]+$/.test(slug) ? slug : `story-${digestOf(slug, "hex", 16)}`;
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? base : `${base}-${number}`;
    if (!taken.has(`${name}.jpg`) && !taken.has(`${name}.png`)) return name;
  }
}

/** Writes the file of an organization that a person agreed to. */
async function writeOrganization(
  proposal: OrganizationProposal,
  desk: CurationContext,
  isDryRun: boolean,
): Promise<string> {
  const file = `organizations/${proposal.slug}.md`;
  const text = toOrganizationText(proposal);
  assertValid(file, text);
  if (!isDryRun) await writeContent(desk, file, text);
  return file;
}

/** An organization as its file would be. */
function formatOrganization({ slug, name, type, hosts }: OrganizationProposal): string {
  return `organizations/${slug}.md, '${name}', ${type} (a guess), host ${hosts.join(", ")}`;
}
