/** What a page says about itself: meta elements, JSON-LD nodes, and the names of the site. */
import type { CheerioAPI } from "cheerio";
import { hostOf, urlKey } from "../../lib/clean-url.ts";
import { parseJson } from "../../lib/parse-json.ts";
import { asList, isObject } from "../../lib/plain-value.ts";
import { unwrapCopy } from "./archived-copy.ts";
import { compact, hostNames, toAddress } from "./clean-fields.ts";
import { createOwnStoryTest, findHeading, type PageElement, parentOf } from "./own-story.ts";

type JsonNode = { readonly [key: string]: unknown };

export interface SourcePage {
  readonly dom: CheerioAPI;
  /** Address that the page was read from; of an archived copy, that of the original. */
  readonly url: string;
  /** What relative addresses start from. */
  readonly base: string;
  /** YYYY-MM-DD. */
  readonly today: string;
  /** Contents of meta elements by lower-case `name`, `property` or `itemprop`, in the order of the page. */
  readonly metas: ReadonlyMap<string, readonly string[]>;
  /** The JSON-LD node that is the page's own story, else the page itself. */
  readonly story: JsonNode | undefined;
  readonly nodes: JsonLd;
  /** True for a node of another page, or of a video or the like in a story, unless it is known to be this page's. */
  readonly isOther: (node: JsonNode) => boolean;
  /** True for an element of the story, and not of navigation, comments or stories beside it. */
  readonly isOwn: (element: PageElement) => boolean;
  /** What the site calls itself in metadata, and the names in its host. */
  readonly siteNames: readonly string[];
}

/** More than any honest page has; the rest is ignored. */
const MAX_METAS = 1000;
const MAX_NODES = 5000;
const MAX_SCRIPTS = 50;
const MAX_SCRIPT = 1_000_000;

export function toSourcePage(dom: CheerioAPI, readFrom: string, today: string): SourcePage {
  const url = unwrapCopy(dom, readFrom);
  const base = URL.parse(dom("base[href]").first().attr("href") ?? "", readFrom)?.href ?? readFrom;
  const heading = findHeading(dom);
  const isOwn = createOwnStoryTest(heading);
  const metas = readMetas(dom, (element) => isOwn(element) && !isOfOther(element, heading));
  const nodes = readJsonLd(dom);
  const isOther = createOtherTest({ dom, metas, url });
  const story = findStory(nodes, titleKeys(dom, metas), isOther);
  const page = { dom, url, base, today, metas, story, nodes, isOther, isOwn };
  return { ...page, siteNames: readSiteNames(page) };
}

/** Where the page was read, and what it calls its address itself. */
export function ownAddresses({ dom, metas, url }: Pick<SourcePage, "dom" | "metas" | "url">): string[] {
  const canonicals = dom('link[rel~="canonical" i]').toArray().slice(0, 3);
  const stated = [...canonicals.map(({ attribs }) => attribs["href"] ?? ""), ...(metas.get("og:url") ?? [])];
  const others = stated.flatMap((address) => toAddress(address, url) ?? []);
  return [url, ...others.filter((address) => hostOf(address) === hostOf(url))];
}

const PAGE = /(?:WebPage|ItemPage)$/;
/** These also occur on pages about something else. */
const ATTACHED = /(?:^|\/)(?:VideoObject|Review|Dataset)$/;

/** A test of nodes: true for a page at another address, such as the home page, and for what is attached to a story. */
function createOtherTest(page: Pick<SourcePage, "dom" | "metas" | "url">): (node: JsonNode) => boolean {
  const own = new Set(ownAddresses(page).map(urlKey));
  return (node) => {
    const isAttached = typesOf(node).some((type) => ATTACHED.test(type));
    if (!isAttached && !typesOf(node).some((type) => PAGE.test(type))) return false;
    const stated = [node["url"], node["@id"]].flatMap((address) =>
      typeof address === "string" ? (toAddress(address, page.url) ?? []) : [],
    );
    return (isAttached || stated.length > 0) && !stated.some((address) => own.has(urlKey(address)));
  };
}

/** What microdata in a page describes besides its story. */
const OTHER_SCOPE =
  /(?:Comments?|VideoObject|ImageObject|AudioObject|MediaObject|Event|Review|Rating|Person|Organization|Offer)$/;

/** True for microdata of a comment, a video or the like, unless the headline of the page is in it. */
function isOfOther(element: PageElement, heading: PageElement | undefined): boolean {
  const scope = scopeOf(element);
  if (!scope || !OTHER_SCOPE.test(scope.attribs["itemtype"]?.trim() ?? "")) return false;
  for (let around = heading && scopeOf(heading); around; around = scopeOf(around)) if (around === scope) return false;
  return true;
}

/** The nearest element around one that begins an item of microdata. */
function scopeOf(element: PageElement): PageElement | undefined {
  let scope = parentOf(element);
  while (scope && scope.attribs["itemscope"] === undefined) scope = parentOf(scope);
  return scope;
}

function readMetas(dom: CheerioAPI, isOfStory: (element: PageElement) => boolean): Map<string, string[]> {
  const metas = new Map<string, string[]>();
  for (const element of dom("meta[content]").toArray().slice(0, MAX_METAS)) {
    const content = element.attribs["content"]?.trim() ?? "";
    if (content === "" || (element.attribs["itemprop"] !== undefined && !isOfStory(element))) continue;
    for (const name of namesOfMeta(element.attribs)) metas.set(name, [...(metas.get(name) ?? []), content]);
  }
  return metas;
}

/** `property="og:title twitter:title"` has two names; in a `name`, a space may be part of it. */
function namesOfMeta({ name = "", property = "", itemprop = "" }: Readonly<Record<string, string>>): Set<string> {
  const words = `${property} ${itemprop}`.split(/\s+/);
  const prefixed = name.split(/\s+/).filter((word) => /[:.]/.test(word));
  const names = [name.trim(), ...words, ...prefixed].map((one) =>
    // Dublin Core is written with a point, a colon or a line.
    one
      .toLowerCase()
      .replace(/^(dc|dcterms)[:_]/, "$1.")
      .replace(/^bepress_(?=citation_)/, ""),
  );
  return new Set(names.filter((one) => one !== ""));
}

export interface JsonLd {
  /** Nodes that a script or its graph has at the top, and their main entities. */
  readonly top: readonly JsonNode[];
  readonly byId: ReadonlyMap<string, JsonNode>;
}

function readJsonLd(dom: CheerioAPI): JsonLd {
  const top: JsonNode[] = [];
  const byId = new Map<string, JsonNode>();
  for (const script of dom('script[type="application/ld+json" i]').toArray().slice(0, MAX_SCRIPTS)) {
    const json = parseLeniently(dom(script).text());
    for (const item of asList(json)) {
      if (!isObject(item)) continue;
      const graph = asList(item["@graph"]).filter(isObject);
      for (const node of graph.length > 0 ? graph : [item]) {
        top.push(node);
        const main = node["mainEntity"];
        if (isObject(main)) top.push(main);
      }
    }
  }
  indexById(top, byId);
  return { top: top.slice(0, MAX_NODES), byId };
}

/** With a stack of its own: deep nesting would exhaust that of a recursion. */
function indexById(top: readonly JsonNode[], byId: Map<string, JsonNode>): void {
  const rest: unknown[] = [...top];
  for (let seen = 0; rest.length > 0 && seen < MAX_NODES; seen += 1) {
    const value = rest.pop();
    if (Array.isArray(value)) rest.push(...value.slice(0, MAX_NODES));
    else if (isObject(value)) {
      const id = value["@id"];
      // A node of an id alone refers to the node that says more.
      if (typeof id === "string" && Object.keys(value).length > (Object.keys(byId.get(id) ?? {}).length || 1)) {
        byId.set(id, value);
      }
      rest.push(...Object.values(value).filter((child) => typeof child === "object"));
    }
  }
}

/**
 * Parses JSON-LD with common faults: line ends in strings, comments or CDATA around it, quotes as entities, extra
 * commas.
 */
function parseLeniently(text: string): unknown {
  const script = text.slice(0, MAX_SCRIPT).replace("<![CDATA[", "");
  const bare = script.slice(script.search(/[{[]/), Math.max(script.lastIndexOf("}"), endOfList(script)) + 1);
  const line = bare.replace(/[\r\n\t]+/g, " ").replaceAll("&quot;", '"');
  for (const candidate of [bare, line, line.replace(/,\s*([}\]])/g, "$1")]) {
    // The next candidate is more lenient; after the last one the script says nothing.
    const value = parseJson(candidate);
    if (value !== undefined) return value;
  }
  return undefined;
}

/** Where the last `]` stands that is not of `]]>`. */
function endOfList(script: string): number {
  const end = script.lastIndexOf("]]>");
  return (end < 0 ? script : script.slice(0, end)).lastIndexOf("]");
}

const STORY =
  /Article|Posting|Report|Review|PressRelease|BlogPost|ScholarlyArticle|Book|VideoObject|PodcastEpisode|Dataset|HowTo|Course|MedicalScholarlyArticle|Legislation|CreativeWork$/;

function findStory(
  { top }: JsonLd,
  titles: ReadonlySet<string>,
  isOther: (node: JsonNode) => boolean,
): JsonNode | undefined {
  const stories = top.filter((node) => typesOf(node).some((type) => STORY.test(type)));
  const titled = stories.find((node) =>
    [node["headline"], node["name"]].some(
      (title) => typeof title === "string" && titles.has(compact(title.slice(0, 600))),
    ),
  );
  // Several stories, none of which has the title of the page, are those that a list page leads to.
  const untitled = stories.filter((node) => !isOther(node));
  const own =
    titled ?? (stories.length <= 2 ? untitled[0] : untitled.find((node) => node["mainEntityOfPage"] !== undefined));
  return own ?? top.find((node) => typesOf(node).some((type) => PAGE.test(type)) && !isOther(node));
}

function titleKeys(dom: CheerioAPI, metas: ReadonlyMap<string, readonly string[]>): ReadonlySet<string> {
  const titles = [...(metas.get("og:title") ?? []), ...(metas.get("twitter:title") ?? []), dom("h1").first().text()];
  return new Set(titles.map((title) => compact(title.slice(0, 600))).filter((key) => key !== ""));
}

function readSiteNames({ metas, nodes, story, url }: Pick<SourcePage, "metas" | "nodes" | "story" | "url">): string[] {
  const sites = nodes.top.filter((node) => typesOf(node).some((type) => /WebSite|Organization$/.test(type)));
  const stated = [
    ...["og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "dc.publisher"].flatMap(
      (name) => metas.get(name) ?? [],
    ),
    ...(metas.get("twitter:site") ?? []).map((handle) => handle.replace(/^@/, "")),
    ...namesOf(story?.["publisher"], nodes),
    ...sites.flatMap((node) => namesOf(node, nodes)),
  ];
  return [...new Set([...stated.map((name) => name.slice(0, 200)), ...hostNames(url)])];
}

export function typesOf(node: JsonNode): readonly string[] {
  return asList(node["@type"]).filter((type) => typeof type === "string");
}

/** The names of people or organizations in a value of JSON-LD: a text, a node, a reference to one, or a list of these. */
export function namesOf(value: unknown, nodes: JsonLd): string[] {
  return textsIn(value, "name", nodes);
}

/** The addresses of images in a value of JSON-LD, in the same shapes. */
export function addressesOf(value: unknown, nodes: JsonLd): string[] {
  return textsIn(value, "url", nodes);
}

/** How deep a text may lie in nodes: `author: { name: { name: "Jane Doe" } }`. */
const MAX_LEVELS = 5;

function textsIn(value: unknown, key: "name" | "url", nodes: JsonLd, level = 0): string[] {
  if (level > MAX_LEVELS) return [];
  return asList(value)
    .slice(0, 100)
    .flatMap((item) => {
      if (typeof item === "string") return [item];
      if (Array.isArray(item)) return textsIn(item, key, nodes, level + 1);
      if (!isObject(item)) return [];
      const id = item["@id"];
      const node = item[key] === undefined && typeof id === "string" ? (nodes.byId.get(id) ?? item) : item;
      const inner = node[key] ?? node["@value"] ?? node["@list"] ?? node["@set"];
      if (inner !== undefined) return textsIn(inner, key, nodes, level + 1);
      const name = [node["givenName"], node["familyName"]].filter((part) => typeof part === "string").join(" ");
      return key === "name" && name !== "" ? [name] : [];
    });
}
