/**
 * A curation becomes the text of a news file in the short form, valid at once.
 *
 * Whose words stand where: `summary` holds an editor's words and is never made
 * up. The page's own description is its teaser, `description`; where no editor
 * wrote a summary it is the body as well, since the body is the source's
 * excerpt and an item without any text is an error.
 */
import { Scalar, type ToStringOptions, YAMLSeq } from "yaml";
import { readEntry } from "../../catalog/read-file.ts";
import { InputError } from "../../cli/command.ts";
import { parseContentFile } from "../../ingest/front-matter.ts";
import { toReadableHost } from "../../lib/host-name.ts";
import type { PartialDate } from "../../lib/partial-date.ts";
import { cutSlug, firstFree, isDeviceName, slugify } from "../../lib/slugify.ts";
import { formatYaml } from "../../lib/yaml.ts";
import type { DateBasis } from "../../vocab/basis.ts";
import { mainLabel } from "./clean-fields.ts";
import type { OrganizationProposal } from "./suggest-publisher.ts";

export interface Curation {
  readonly title: string;
  /** Day of the curation, YYYY-MM-DD. */
  readonly date: string;
  /** Cleaned. */
  readonly url: string;
  readonly published?: PartialDate | "unknown" | undefined;
  readonly publishedBasis?: DateBasis | undefined;
  /** Slug; only where the host does not say it. */
  readonly publisher?: string | undefined;
  readonly authors: readonly string[];
  /** Full names of topics, at least one. */
  readonly topics: readonly string[];
  /** Slugs. */
  readonly offerings: readonly string[];
  readonly summary?: string | undefined;
  readonly description?: string | undefined;
  readonly image?: { readonly file: string; readonly width: number; readonly height: number } | undefined;
  readonly language?: string | undefined;
}

/** As long as the slugs that are there. */
const SLUG_LENGTH = 96;
const LINE_WIDTH = 100;

/** The host's main label and the title, and a number where another story has that already. */
export function toSlug({ url, title }: Pick<Curation, "url" | "title">, taken: ReadonlySet<string>): string {
  const base = cutSlug(slugify(`${toReadableHost(mainLabel(url))} ${title}`), SLUG_LENGTH) || "story";
  return firstFree(base, (slug) => taken.has(slug) || isDeviceName(slug));
}

/** The whole file. Throws an `InputError` when it would not be read back as it was meant. */
export function toText(curation: Curation): string {
  const { title, date, url, published, publishedBasis, publisher, authors, topics, offerings } = curation;
  const { summary, description, image, language } = curation;
  const fields = {
    title,
    date,
    link: url,
    // A year alone is a number in the files that are there.
    published: published !== undefined && /^\d{4}$/.test(published) ? Number(published) : published,
    publishedBasis,
    publisher,
    author: authors.length > 0 ? authors : undefined,
    categories: topics,
    relatedOfferings: offerings.length > 0 ? offerings : undefined,
    summary,
    description,
    featuredImage: image && { href: image.file, size: onOneLine([image.width, image.height]) },
    language: language === "en" ? undefined : language,
  };
  const present = Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
  const body = summary === undefined && description !== undefined ? `${escapeMarkdown(description)}\n` : "";
  for (const isQuoted of [false, true]) {
    const text = `---\n${toYaml(present, isQuoted)}---\n${body}`;
    if (isReadBack(text, present)) return text;
  }
  throw new InputError("The story has characters that cannot be written into a content file.");
}

const STYLE: ToStringOptions = { singleQuote: true, flowCollectionPadding: false };
const QUOTED: ToStringOptions = { ...STYLE, defaultKeyType: "PLAIN", defaultStringType: "QUOTE_DOUBLE" };
const FOLDED: ToStringOptions = { ...STYLE, lineWidth: LINE_WIDTH };

/** Long texts are folded as in the existing files; all else stays on one line. Texts are quoted where YAML needs it. */
function toYaml(fields: Readonly<Record<string, unknown>>, isQuoted: boolean): string {
  if (isQuoted) return formatYaml(fields, QUOTED);
  return Object.entries(fields)
    .map(([name, value]) =>
      name === "summary" || name === "description"
        ? formatYaml({ [name]: folded(value) }, FOLDED)
        : formatYaml({ [name]: value }, STYLE),
    )
    .join("");
}

function folded(text: unknown): Scalar {
  return Object.assign(new Scalar(text), { type: Scalar.BLOCK_FOLDED });
}

function onOneLine(items: readonly number[]): YAMLSeq {
  return Object.assign(new YAMLSeq(), { items: [...items], flow: true });
}

function isReadBack(text: string, fields: Readonly<Record<string, unknown>>): boolean {
  const parsed = parseContentFile(text, "news.md");
  if (!parsed.ok) return false;
  const trimmed = (value: unknown) =>
    JSON.stringify(value, (_key, item) => (typeof item === "string" ? item.trimEnd() : item));
  return Object.entries(fields).every(([name, value]) => trimmed(parsed.value.data[name]) === trimmed(value));
}

/** Plain text as Markdown that shows the same text: no mark, entity or tag is left in it. A bare address still becomes a link to itself. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(/[\\`*_[\]{}<>&~|#$^!]/g, "\\$&")
    .replace(/^(\s*)([-+=:])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");
}

/** The file of a new organization. */
export function toOrganizationText({ name, type, hosts }: Omit<OrganizationProposal, "slug">): string {
  return `---\n${toYaml({ name, type, hosts }, false)}---\n`;
}

/** Throws an `InputError` with the first error of the schema in the text as this file. */
export function assertValid(file: string, text: string): void {
  const kind = file.startsWith("organizations/") ? "organization" : "news";
  const { diagnostics } = readEntry(kind, { file, bytes: new TextEncoder().encode(text) });
  const violation = diagnostics.find(({ severity }) => severity === "error");
  if (violation) {
    throw new InputError(`The story cannot be written: ${violation.path.join(".")}: ${violation.message}.`);
  }
}
