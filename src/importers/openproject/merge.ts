/** The three-way merge: which fields OpenProject, an editor or both changed since the last import. */
import { isDeepStrictEqual } from "node:util";
import { cleanUrl } from "../../lib/clean-url.ts";
import { digestOf } from "../../lib/digest.ts";
import { dropBlank } from "../../lib/drop-blank.ts";
import { isObject } from "../../lib/plain-value.ts";
import { getVocabulary } from "../../vocab/vocabulary.ts";

export type Fields = Readonly<Record<string, unknown>>;

/** Fields, and the body as a digest: a merge needs to know only whether it changed. */
export interface Version {
  readonly fields: Fields;
  readonly body: string;
}

export interface MergeInput {
  /** OpenProject at the last import; undefined when the file was never imported by this command. */
  readonly base: Version | undefined;
  /** The file. */
  readonly ours: Version;
  /** OpenProject now. */
  readonly theirs: Version;
  /** Settles every conflict in favour of one side. */
  readonly prefer?: "ours" | "theirs" | undefined;
  /** Fields that are not taken, unless a side is preferred, since the files that they name are in conflict. */
  readonly blocked?: readonly string[];
}

/** A field whose two sides differ. */
export interface Difference {
  /** Keys that lead to the field; `["(body)"]` for the body. */
  readonly path: readonly string[];
  /**
   * `take` the value of OpenProject, `keep` that of the file, `conflict`: a person
   * decides, `wait`: derived from a field in conflict.
   */
  readonly decision: "take" | "keep" | "conflict" | "wait";
  readonly base: unknown;
  readonly ours: unknown;
  readonly theirs: unknown;
}

export interface Merge {
  readonly differences: readonly Difference[];
  /** The base of the next merge. */
  readonly base: Version;
}

export const BODY = "(body)";

/** A derived field changes with its source and is never in conflict by itself. */
const DERIVED_FROM: Readonly<Record<string, string>> = {
  breadcrumbs: "title",
  "featuredImage.alt": "title",
  categorySlug: "categories",
  categoryUrl: "categories",
  categoryLabel: "categories",
  "openProjectCustomFields.medigyTopics": "categories",
  href: "link",
  original: "link",
  "openProjectCustomFields.cleanUrl": "link",
  "openProjectCustomFields.sourceUrl": "link",
  description: BODY,
};

/** Fields of the exporting site that nothing here reads: their absence in a file is never a conflict. */
const UNREAD: ReadonlySet<string> = new Set([
  ...["aliases", "archetype", "basePath", "breadcrumbLinks", "breadcrumbs", "categorySlug", "categoryUrl"],
  ...["categoryLabel", "contentCategories", "layOut", "identifier", "href", "original", "mastHead", "mdName"],
  ...["openProjectCustomFields", "openProjectWorkPackageType", "searchCategory", "slug", "source", "sub"],
  ...["tags", "lastMod"],
]);

/** Maps of which one key says what is meant and the others are copies. */
const WHOLE: ReadonlySet<string> = new Set(["institution", "link", "offering"]);

export function merge({ base, ours, theirs, prefer, blocked = [] }: MergeInput): Merge {
  const found = [
    ...compare([], base?.fields, ours.fields, theirs.fields, base !== undefined),
    ...compare([BODY], base?.body, ours.body, theirs.body, base !== undefined),
  ];
  const open = new Set(found.filter(({ decision }) => decision === "conflict").map(({ path }) => path.join(".")));
  const differences = found.map((difference): Difference => {
    const { path, decision } = difference;
    const isWaiting =
      open.has(DERIVED_FROM[path.join(".")] ?? "") || (blocked.includes(path[0] ?? "") && decision !== "keep");
    if (!isWaiting && decision !== "conflict") return difference;
    if (prefer) return { ...difference, decision: prefer === "ours" ? "keep" : "take" };
    return isWaiting ? { ...difference, decision: "wait" } : difference;
  });
  return { differences, base: toNextBase(theirs, differences) };
}

/** The digest of a body, whatever its line ends and the white space around it, which text editors change. */
export function digestBody(body: string): string {
  return digestOf(body.replace(/\r\n?/g, "\n").trim(), "hex", 64);
}

/** Maps are compared key by key, so that two people can change one key each; everything else as a whole. */
function* compare(
  path: readonly string[],
  base: unknown,
  ours: unknown,
  theirs: unknown,
  hasBase: boolean,
): Generator<Difference> {
  const isWhole = path.length === 1 && WHOLE.has(path[0] ?? "");
  if (!isWhole && isObject(ours) && isObject(theirs)) {
    const before = isObject(base) ? base : {};
    for (const key of new Set([...Object.keys(ours), ...Object.keys(theirs)])) {
      yield* compare([...path, key], own(before, key), own(ours, key), own(theirs, key), hasBase);
    }
    return;
  }
  const [was, here, there] = [base, ours, theirs].map((value) => normalize(path, value));
  if (isDeepStrictEqual(here, there)) return;
  const difference = (decision: Difference["decision"]) => ({ path, decision, base, ours, theirs });
  const isUnread = UNREAD.has(path[0] ?? "");
  if (!hasBase) {
    // Which side changed is unknown; a value that one side lacks is no contradiction.
    if (there === undefined) yield difference("keep");
    else if (here === undefined) yield difference(isUnread ? "keep" : "take");
    else yield difference("conflict");
  } else if (isDeepStrictEqual(was, there) || (here === undefined && was !== undefined && isUnread)) {
    yield difference("keep");
  } else yield difference(isDeepStrictEqual(was, here) ? "take" : "conflict");
}

/** A value in the one form in which equal values are compared; undefined when it is blank. */
function normalize(path: readonly string[], value: unknown): unknown {
  const clean = dropBlank(value);
  if (path.length === 1 && path[0] === "relatedOfferings" && Array.isArray(clean)) return clean.map(toSlug);
  if (path.length === 1 && (path[0] === "offering" || path[0] === "institution")) return toSlug(clean);
  if (path.length === 1 && path[0] === "link") {
    const href = isObject(clean) ? own(clean, "href") : clean;
    return typeof href === "string" ? cleanUrl(href, getVocabulary().trackingParameters) : clean;
  }
  // Fields that accept a list accept one value as well.
  if (Array.isArray(clean) && clean.length <= 1) return clean[0];
  return isObject(clean) && Object.keys(clean).length === 0 ? undefined : clean;
}

/** The slug alone: label, topics and number are copies from the file that it names. */
function toSlug(value: unknown): unknown {
  const permalink = isObject(value) ? own(value, "permalink") : value;
  return typeof permalink === "string"
    ? permalink.replace(/^\/(?:offering|organization|institution)\/|\/$/g, "")
    : value;
}

/** OpenProject's side, but the old base where a person has yet to decide, so that the next import asks again. */
function toNextBase(theirs: Version, differences: readonly Difference[]): Version {
  const fields = structuredClone(theirs.fields) as Record<string, unknown>;
  let { body } = theirs;
  for (const { path, decision, base } of differences) {
    if (decision !== "conflict" && decision !== "wait") continue;
    if (path[0] === BODY) body = typeof base === "string" ? base : "";
    else setIn(fields, path, base);
  }
  return { fields, body };
}

function setIn(target: Record<string, unknown>, [key = "", ...rest]: readonly string[], value: unknown): void {
  const next = target[key];
  if (rest.length > 0 && isObject(next)) setIn(next as Record<string, unknown>, rest, value);
  else if (value === undefined) delete target[key];
  else target[key] = value;
}

/** The value of an own key, even of one called `constructor`. */
export function own(fields: Fields, key: string): unknown {
  return Object.hasOwn(fields, key) ? fields[key] : undefined;
}
