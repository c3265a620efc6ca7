/** Parsed files become typed entries, or diagnostics that name the field; entries do not know each other yet. */
import { basename } from "node:path";
import type { z } from "zod";
import { findControlReferences } from "../ingest/control-characters.ts";
import { type Diagnostic, replaceText } from "../ingest/diagnostic.ts";
import type { ContentFile } from "../ingest/front-matter.ts";
import { dropBlank } from "../lib/drop-blank.ts";
import { hasText, renderMarkdown } from "../lib/html.ts";
import { linksOf } from "../lib/html-links.ts";
import { findLostMarkup, type Loss } from "../lib/lost-markup.ts";
import { didYouMean, isSlip, nearest, onlySlip } from "../lib/nearest.ts";
import { cutSlug, isDeviceName, isSlug, slugify } from "../lib/slugify.ts";
import { messages } from "../lib/zod-messages.ts";
import { type News, NewsFields, NewsSchema } from "../schemas/news.ts";
import { OfferingFields, OfferingSchema } from "../schemas/offering.ts";
import { OrganizationFields, OrganizationSchema } from "../schemas/organization.ts";
import { TopicFields, TopicSchema } from "../schemas/topic.ts";
import { type EntityKind, nounOf } from "../vocab/entity-kind.ts";
import { isReserved } from "../vocab/paths.ts";
import { withoutCopies } from "./contradictions.ts";
import { diagnoseValues } from "./field-values.ts";
import { countInsightsWords } from "./own-words.ts";

/** A validated file: its slug, its normalised fields, and what rules need to know of its texts. */
export interface Entry<K extends EntityKind = EntityKind> {
  readonly kind: K;
  readonly file: string;
  readonly slug: string;
  readonly data: z.output<(typeof SCHEMAS)[K]["schema"]>;
  readonly hasBody: boolean;
  /** Words of a story's insights as a page shows them. */
  readonly insightsWords: number;
  /** Addresses that the insights of a story link to, where there are any. */
  readonly insightLinks?: readonly string[];
  /** The field in which those insights stand, where they have links. */
  readonly insightsField?: string | undefined;
  /** The same of the body of an offering or topic; that of a story is a quotation. */
  readonly bodyLinks?: readonly string[];
}

/** An entry when the file could be read as one, and everything found on the way. */
export interface EntryResult {
  readonly entry?: Entry;
  readonly diagnostics: readonly Diagnostic[];
}

const SCHEMAS = {
  news: toFields(NewsSchema, NewsFields),
  offering: toFields(OfferingSchema, OfferingFields),
  topic: toFields(TopicSchema, TopicFields),
  organization: toFields(OrganizationSchema, OrganizationFields),
} as const satisfies Record<EntityKind, unknown>;

function toFields<T extends z.ZodType>(schema: T, { shape }: { readonly shape: Record<string, z.ZodType> }) {
  return { schema, shape, known: new Set(Object.keys(shape)) };
}

/** Validates one parsed file as an entity of `kind`. */
export function toEntry(kind: EntityKind, parsed: ContentFile): EntryResult {
  const { file } = parsed;
  const diagnostics: Diagnostic[] = [...unknownKeys(kind, parsed)];
  const result = SCHEMAS[kind].schema.safeParse(dropBlank(parsed.data), { error: messages });
  for (const one of diagnoseValues(parsed, SCHEMAS[kind].shape, result.error?.issues ?? []))
    if (!isMisspelt(kind, parsed, one)) diagnostics.push(one);
  if (!result.success) return { diagnostics };
  const data = result.data;
  // Some file systems take the letters of a name apart.
  const slug = data.slug ?? basename(file, ".md").normalize("NFC");
  diagnostics.push(...slugDiagnostics(kind, file, slug, data.slug !== undefined), ...folderDiagnostics(file));
  diagnostics.push(...controlReferences(kind, parsed), ...lostMarkup(kind, parsed));
  const insights = renderMarkdown(("insights" in data && data.insights) || "");
  const insightsWords = countInsightsWords(insights);
  // Insights that show no word on a page count as absent.
  const own = kind === "news" ? { ...withoutCopies(data as News), ...(!insights && { insights: undefined }) } : data;
  const texts = { hasBody: hasText(parsed.body), insightsWords };
  const insightLinks = linksOf(insights);
  const bodyLinks = kind === "offering" || kind === "topic" ? linksOf(renderMarkdown(parsed.body)) : [];
  const [insightsField] = insightsOf(kind, parsed.data).find(([, text]) => text.trim() !== "") ?? [];
  const links = {
    ...(insightLinks.length > 0 && { insightLinks, insightsField }),
    ...(bodyLinks.length > 0 && { bodyLinks }),
  };
  const entry = { kind, file, slug, data: own, ...texts, ...links } as Entry;
  return { entry, diagnostics };
}

const INSIGHTS = ["insights", "insights_description"] as const;

/** The fields of Markdown, with what was written there. */
function insightsOf(kind: EntityKind, data: ContentFile["data"]): [field: string, text: string][] {
  if (kind !== "news") return [];
  return INSIGHTS.flatMap((field) => {
    const text = data[field];
    return typeof text === "string" ? [[field, text]] : [];
  });
}

/** Control characters as HTML references in Markdown fields. In a body they make the parser refuse the file. */
function* controlReferences(kind: EntityKind, { file, data }: ContentFile): Generator<Diagnostic> {
  for (const [field, text] of insightsOf(kind, data)) {
    const problem = findControlReferences(text);
    if (!problem) continue;
    const { rule, message, fix, written: within, edit } = problem;
    const value = edit && replaceText(text, edit);
    const path = [field];
    yield { severity: "error", rule, file, path, message, fix, within, ...(value && { edit: { path, value } }) };
  }
}

function* lostMarkup(kind: EntityKind, { file, body, bodyLine, data }: ContentFile): Generator<Diagnostic> {
  const diagnostic = { severity: "warning", rule: "lost-markup", file } as const;
  for (const { line, column, ...loss } of findLostMarkup(body, kind === "news")) {
    yield { ...diagnostic, path: [], at: { line: bodyLine + line - 1, column }, ...lossText(loss, kind) };
  }
  for (const [field, text] of insightsOf(kind, data)) {
    for (const loss of findLostMarkup(text, false)) yield { ...diagnostic, path: [field], ...lossText(loss, kind) };
  }
}

function lossText(
  { kind, what }: Pick<Loss, "kind" | "what">,
  entity: EntityKind,
): Pick<Diagnostic, "message" | "fix"> {
  const written = what.length > 80 ? `${what.slice(0, 79)}…` : what;
  switch (kind) {
    case "picture":
      return {
        message: `The picture${written && ` '${written}'`} is not shown: texts have none`,
        fix: entity === "news" ? "Remove it; the picture of a story is its 'featuredImage'" : "Remove it",
      };
    case "element":
      return { message: `The element '${written}' is taken out of the text`, fix: "Write the text without it" };
    case "attribute":
      return { message: `The attribute '${written}' is taken out of the text`, fix: "Remove it" };
    case "address":
      return {
        message: `The address '${written}' is taken out of its link, which leads nowhere`,
        fix: "Write the whole address, with https://, or remove the link",
      };
    case "link":
      return {
        message: `The link to '${written}' is not shown: it has no words`,
        fix: "Write what the link is to say, or remove it",
      };
    case "place":
      return {
        message: `The link to '${written}' leads nowhere: nothing in the text has that id`,
        fix: "Link to the page that is meant, or remove the link",
      };
  }
}

function* unknownKeys(kind: EntityKind, { file, data }: ContentFile): Generator<Diagnostic> {
  const { known, shape } = SCHEMAS[kind];
  const unknown = Object.keys(data).filter((key) => !known.has(key));
  if (unknown.length === 0) return;
  const meanings = new Map(unknown.map((key) => [key, onlySlip(key, known)]));
  const claims = Map.groupBy(unknown, (key) => meanings.get(key));
  for (const key of unknown) {
    const slip = slipOf(key, known);
    const meant = meanings.get(key);
    const isFree = meant !== undefined && !Object.hasOwn(data, meant);
    const isAlone = claims.get(meant)?.length === 1;
    const isFit = meant !== undefined && fits(shape, meant, data[key]);
    yield {
      severity: slip ? "error" : "warning",
      rule: "unknown-key",
      file,
      path: [key],
      ...(isFree && isAlone && isFit && { edit: { path: [key], newKey: meant } }),
      onKey: true,
      message: `'${key}' is not a field of ${article(kind)}`,
      fix: didYouMean(slip ? [slip] : []) ?? "Remove it, or add it to the schema if it is wanted",
    };
  }
}

/** The field that a key was likeliest meant to be. */
function slipOf(key: string, known: ReadonlySet<string>): string | undefined {
  const similar = [...known].filter((name) => isSlip(key, name));
  return nearest(key, similar, 1)[0];
}

/** True where a field is missing because its name is misspelt, which is reported already. */
function isMisspelt(kind: EntityKind, { data }: ContentFile, { rule, path: [name] }: Diagnostic): boolean {
  const { known } = SCHEMAS[kind];
  return rule === "required-field" && Object.keys(data).some((key) => !known.has(key) && slipOf(key, known) === name);
}

/** True when the field of that name takes the value. */
function fits(shape: Readonly<Record<string, z.ZodType>>, name: string, value: unknown): boolean {
  return shape[name]?.safeParse(dropBlank(value)).success ?? false;
}

function* slugDiagnostics(kind: EntityKind, file: string, slug: string, isOwn: boolean): Generator<Diagnostic> {
  const where = isOwn ? { path: ["slug"] } : { path: [], at: { line: 1, column: 1 } };
  const source = isOwn ? "The slug" : "The file name";
  const diagnostic = { severity: "error", file, ...where } as const;
  if (isDeviceName(slug)) {
    yield {
      ...diagnostic,
      rule: "slug-reserved",
      message: `${source} '${slug}' is the name of a device on Windows, where no file can have it`,
      fix: "Choose another slug",
    };
  } else if (!isSlug(slug)) {
    const meant = cutSlug(slugify(slug));
    yield {
      ...diagnostic,
      rule: "slug-shape",
      message: `${source} '${slug}' cannot stand in a URL`,
      fix: meant
        ? `Name the file '${meant}.md'`
        : "Use lower-case letters and digits joined by single hyphens, 120 at most",
    };
  }
  if (isReserved(kind, slug)) {
    yield {
      ...diagnostic,
      rule: "slug-reserved",
      message: `${source} '${slug}' is the address of a page of the site itself`,
      fix: "Choose another slug",
    };
  }
}

/** Folders within `news/` and the like, which make no addresses, have to be checked out everywhere too. */
function* folderDiagnostics(file: string): Generator<Diagnostic> {
  const folder = file.split("/").slice(1, -1).find(isDeviceName);
  if (folder === undefined) return;
  yield {
    severity: "error",
    rule: "slug-reserved",
    file,
    path: [],
    at: { line: 1, column: 1 },
    message: `The folder '${folder}' has the name of a device on Windows, where no folder can have it`,
    fix: "Choose another name for the folder",
  };
}

function article(kind: EntityKind): string {
  const label = nounOf(kind);
  return /^[aeio]/.test(label) ? `an ${label}` : `a ${label}`;
}
