/** Every API document fits its schema and states its own address, and every reference leads to a record and a page. */

import { Ajv2020, type ValidateFunction } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import {
  addressOfPath,
  type BuiltPage,
  type BuiltSite,
  elementsOf,
  fileOfAddress,
} from "../../src/built-site/built-site.ts";
import { API_FOLDER, type ApiDocument, type Json, readDocuments, readJson } from "./api-site.ts";
import type { Check, Violation } from "./check.ts";
import { typeOf } from "./page-type.ts";

export const apiCheck: Check = {
  name: "data",
  run(site) {
    const documents = readDocuments(site);
    const described = documents.filter(({ schema }) => schema !== undefined);
    const records = documents.filter(isRecord);
    const references = described.flatMap(({ file, json }) => referencesIn(json).map((json) => ({ file, json })));
    const bySelf = new Map(records.map(({ json }) => [json["self"], json]));
    const pages = site.pages.filter((page) => RECORD_PAGES.includes(typeOf(page)));
    const validatorOf = validators(site);
    return {
      counts: [
        { what: "documents", count: described.length, least: pages.length },
        { what: "references", count: references.length, least: pages.length },
        { what: "pages with a record", count: pages.length, least: 1 },
      ],
      violations: [
        ...described.flatMap((document) => documentViolations(document, validatorOf, site)),
        ...references.flatMap(({ file, json }) => referenceViolations(file, json, bySelf, site)),
        ...pages.flatMap((page) => pageViolations(page, bySelf, site)),
        ...(pages.length === records.length
          ? []
          : [{ where: API_FOLDER, message: `${records.length} records for ${pages.length} pages` }]),
      ],
    };
  },
};

const RECORD_PAGES: readonly string[] = ["story", "offering", "topic", "organization", "author"];

function isRecord({ schema, kind }: ApiDocument): boolean {
  return schema !== undefined && schema === kind;
}

/** Compiled from the published schemas, but without additional properties: clients must tolerate new fields, our own files must not have undescribed ones. */
function validators(site: BuiltSite): (name: string) => ValidateFunction | undefined {
  const ajv = new Ajv2020({ allErrors: false, strict: true });
  formats.default(ajv);
  const compiled = new Map<string, ValidateFunction | undefined>();
  return (name) => {
    if (!compiled.has(name)) {
      const file = `${API_FOLDER}schemas/${name}.schema.json`;
      compiled.set(name, site.files.has(file) ? ajv.compile(closed(readJson(site, file)) as Json) : undefined);
    }
    return compiled.get(name);
  };
}

function closed(schema: unknown): unknown {
  if (Array.isArray(schema)) return schema.map(closed);
  if (typeof schema !== "object" || schema === null) return schema;
  const inner = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, closed(value)]));
  return "properties" in schema ? { ...inner, additionalProperties: false } : inner;
}

function documentViolations(
  { file, schema = "", json }: ApiDocument,
  validatorOf: (name: string) => ValidateFunction | undefined,
  site: BuiltSite,
): Violation[] {
  const violations: string[] = [];
  const validate = validatorOf(schema);
  if (validate === undefined) violations.push(`there is no schema ${schema}`);
  else if (!validate(json)) {
    const [error] = validate.errors ?? [];
    const { additionalProperty: extra = "" } = (error?.params ?? {}) as { additionalProperty?: string };
    violations.push(`${error?.instancePath || "the document"} ${error?.message}${extra && `: ${extra}`}`);
  }
  if (json["self"] !== addressOfPath(site, `/${file}`)) violations.push(`says that it is ${json["self"]}`);
  return violations.map((message) => ({ where: file, message }));
}

/** Every object in a document with a kind and an address, the document included. */
function referencesIn(json: unknown): Json[] {
  if (Array.isArray(json)) return json.flatMap(referencesIn);
  if (typeof json !== "object" || json === null) return [];
  const inner = Object.values(json).flatMap(referencesIn);
  return "kind" in json && "url" in json && "self" in json ? [json as Json, ...inner] : inner;
}

function referenceViolations(
  file: string,
  json: Json,
  bySelf: ReadonlyMap<unknown, Json>,
  site: BuiltSite,
): Violation[] {
  const { self, url, name } = json;
  const violations: string[] = [];
  const record = bySelf.get(self);
  if (!record) violations.push(`refers to ${self}, which is no record`);
  else if (record["name"] !== name) violations.push(`calls ${self} ${name}`);
  if (fileOfAddress(site, String(url)) === undefined) violations.push(`refers to ${url}, which is no page`);
  return violations.map((message) => ({ where: file, message }));
}

function pageViolations(page: BuiltPage, bySelf: ReadonlyMap<unknown, Json>, site: BuiltSite): Violation[] {
  const link = elementsOf(page, "link").find(({ attributes }) => attributes["type"] === "application/json");
  const href = link?.attributes["href"];
  const self = href === undefined ? undefined : new URL(href, site.url).href;
  return bySelf.get(self)?.["url"] === addressOfPath(site, page.path)
    ? []
    : [{ where: page.path, message: "does not name its record" }];
}
