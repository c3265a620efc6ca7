/** The grammar of the site's paths, for those who check them; `views/urls.ts` spells them for pages. */
import type { Section } from "../config/settings-schema.ts";
import { type EntityKind, entityKindKeys, entityKinds, fixedPaths } from "./entity-kind.ts";

/** What has a page of its own: entities, and what follows from them and has no file in `content/`. */
export type PageKind = EntityKind | "author" | "resource";

/** First segments that are reserved for files of the build; nothing else may be written there. */
export const siteFolders: readonly string[] = [
  "assets",
  "images",
  "documents",
  "api",
  "search",
  "admin",
  "hosting",
  "service-worker.js",
  "_headers",
  "_redirects",
  "vercel.json",
  ".htaccess",
  ".nojekyll",
  ".well-known",
];

/** Page of an entity, not encoded: `/topic/hl7-fhir/`. */
export function entityPath(kind: PageKind, slug: string): string {
  return `/${kind}/${slug}/`;
}

/** True for a slug under which the site has a page of its own: `/news/2021/` is an archive. */
export function isReserved(kind: EntityKind, slug: string): boolean {
  const reserved: readonly string[] = entityKinds[kind].reserved;
  return reserved.includes(slug) || (kind === "news" && /^\d{4}$/.test(slug));
}

/** The sections that a path is part of, any of which can be left out: `/api/v1/topic/a.json` is data of topics. */
export function sectionsOf(path: string): Section[] {
  const [, first = "", version, third] = path.split("/");
  if (path === "/feeds/topics.opml") return ["topics"];
  const data = first === "api" ? (version === "v1" ? third?.replace(/[.].*/, "") : undefined) : first;
  const of = data === undefined ? undefined : SECTIONS.get(data);
  const isData = first === "api" || path === "/apis.json" || path.startsWith("/.well-known/");
  return [...(isData ? (["data"] as const) : []), ...(of ? [of] : [])];
}

const SECTIONS: ReadonlyMap<string, Section> = new Map([
  ["news", "news"],
  ["offering", "offerings"],
  ["resource", "offerings"],
  ["interfaces", "offerings"],
  ["topic", "topics"],
  ["topics", "topics"],
  ["organization", "organizations"],
  ["author", "authors"],
  ["digest", "digest"],
  ["compare", "compare"],
  ["following", "following"],
]);

/** True for a path that the site reserves for itself: indexes, archives, facets, years and filters of entities, authors, resource types, digests, files. Lower case. */
export function isSitePath(path: string): boolean {
  if (fixedPaths.includes(path)) return true;
  const [, segment = "", slug = "", list = ""] = path.split("/");
  const kind = entityKindKeys.find((key) => key === segment);
  if ((kind === "topic" || kind === "organization") && /^(?:\d{4}|undated|filters)$/.test(list)) return true;
  return kind ? isReserved(kind, slug) : ["author", "resource", "digest", ...siteFolders].includes(segment);
}
