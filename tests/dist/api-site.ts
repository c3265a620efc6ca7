/** The API documents of a built site, each with the name of its schema. */

import { type BuiltSite, textOf } from "../../src/built-site/built-site.ts";
import { type PublishedKind, publishedKinds } from "../../src/vocab/entity-kind.ts";

/** Below the root of the site, with the version that these checks know. */
export const API_FOLDER = "api/v1/";

export interface ApiDocument {
  readonly file: string;
  /** Name of its schema: `topic`, `topic-list`, `digest`, `index`; undefined for what no schema of ours describes. */
  readonly schema: string | undefined;
  readonly kind: PublishedKind | undefined;
  readonly json: Json;
}

export type Json = { readonly [field: string]: unknown };

export function apiFiles(site: BuiltSite): string[] {
  return [...site.files].filter((file) => file.startsWith(API_FOLDER));
}

export function readDocuments(site: BuiltSite): ApiDocument[] {
  return apiFiles(site)
    .filter((file) => file.endsWith(".json"))
    .map((file) => ({ file, ...nameOf(file), json: readJson(site, file) }));
}

/** Throws where the file is no JSON object. */
export function readJson(site: BuiltSite, file: string): Json {
  const json: unknown = JSON.parse(textOf(site, file));
  if (typeof json !== "object" || json === null || Array.isArray(json)) throw new Error(`${file} is no JSON object`);
  return json as Json;
}

function nameOf(file: string): Pick<ApiDocument, "schema" | "kind"> {
  const [first = "", second, third] = file.slice(API_FOLDER.length).split("/");
  if (first === "index.json") return { schema: "index", kind: undefined };
  if (first === "digest") return { schema: second === "index.json" ? "digest-list" : "digest", kind: undefined };
  const kind = publishedKinds.find((one) => one === first);
  if (kind === undefined || second === undefined) return { schema: undefined, kind: undefined };
  return { schema: second === "index.json" || third !== undefined ? `${kind}-list` : kind, kind };
}
