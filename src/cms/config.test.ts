import assert from "node:assert/strict";
import { test } from "node:test";
import { z } from "zod";
import { fieldsOf, isImported, isOfType } from "../codegen/json-schema.ts";
import { accessFields } from "../schemas/access-facts.ts";
import { slug, topicName } from "../schemas/fields.ts";
import { entityKindKeys, entityKinds } from "../vocab/entity-kind.ts";
import { buildCmsConfig } from "./config.ts";

const config = buildCmsConfig({
  repository: "owner/name",
  branch: "main",
  siteName: "Curalog",
  siteUrl: "https://curalog.example/",
  newsLayout: "year",
});

interface CmsField {
  readonly name: string;
  readonly widget: string;
  readonly hint?: string;
  readonly required: boolean;
  readonly collection?: string;
  readonly pattern?: readonly [string, string];
  readonly multiple?: boolean;
  readonly min?: number;
  readonly options?: readonly { readonly value: string; readonly label: string }[];
  readonly collapsed?: boolean | "auto";
  readonly default?: unknown;
  /** Of an object, or of each object in a list. */
  readonly fields?: readonly CmsField[];
}

const fieldsIn = (kind: string): readonly CmsField[] => {
  const collection = config.collections?.find((one) => "name" in one && one.name === kind);
  assert.ok(collection && "fields" in collection, kind);
  return collection.fields as unknown as readonly CmsField[];
};

test("it commits to the repository, and asks no server but GitHub's to sign in", () => {
  assert.deepEqual(config.backend, {
    name: "github",
    repo: "owner/name",
    branch: "main",
    auth_methods: ["token"],
  });
  const elsewhere = buildCmsConfig({
    repository: "o/n",
    branch: undefined,
    siteName: "A",
    siteUrl: "https://a.example/",
    newsLayout: "month",
  });
  assert.equal(
    elsewhere.collections?.map((one) => ("path" in one ? one.path : undefined))[0],
    "{{date | date('YYYY')}}/{{date | date('MM')}}/{{slug}}",
  );
  assert.ok(!("branch" in elsewhere.backend), "the default branch of the repository");
});

test("each collection is a folder of the content, and a new entry lies where its address says", () => {
  const collections = (config.collections ?? []).map((one) =>
    "folder" in one ? [one.name, one.folder, one.path, one.preview_path, one.identifier_field] : [],
  );
  assert.deepEqual(collections, [
    ["news", "content/news", "{{date | date('YYYY')}}/{{slug}}", "news/{{slug}}/", "title"],
    ["offering", "content/offerings", undefined, "offering/{{slug}}/", "name"],
    ["topic", "content/topics", undefined, "topic/{{slug}}/", "name"],
    ["organization", "content/organizations", undefined, "organization/{{slug}}/", "name"],
  ]);
});

test("an item that an import wrote is not offered, since saving would lose its objects", () => {
  const [news] = config.collections ?? [];
  assert.ok(news && "filter" in news && news.filter && "pattern" in news.filter);
  const pattern = new RegExp(String(news.filter.pattern));
  assert.deepEqual(
    [news.filter.field, pattern.test("https://a.example/"), pattern.test("[object Object]")],
    ["link", true, false],
  );
});

test("a field has the control of its type", () => {
  const widgets = new Map(
    entityKindKeys.flatMap((kind) => fieldsIn(kind).map(({ name, widget }) => [`${kind} ${name}`, widget])),
  );
  assert.deepEqual(
    ["news date", "news insights", "news summary", "news title", "news draft", "news featuredImage"].map((name) =>
      widgets.get(name),
    ),
    ["datetime", "richtext", "text", "string", "boolean", "image"],
  );
  assert.deepEqual(
    ["offering kind", "offering standards", "offering formerly", "offering offeringId", "organization description"].map(
      (name) => widgets.get(name),
    ),
    ["select", "select", "list", "number", "text"],
  );
});

test("a value of a closed list is offered under its label", () => {
  const kind = fieldsIn("offering").find(({ name }) => name === "kind");
  assert.deepEqual(kind?.options?.slice(0, 2), [
    { label: "FHIR server", value: "fhir-server" },
    { label: "Library", value: "library" },
  ]);
});

/** The controls of a kind, and those in them, each with the path of its names. */
function controlsIn(fields: readonly CmsField[], before = ""): (CmsField & { readonly path: string })[] {
  return fields.flatMap((field) => {
    const path = `${before}${field.name}`;
    return [{ ...field, path }, ...controlsIn(field.fields ?? [], `${path}.`)];
  });
}

test("a fact is a group of its value and what stands beside it, which is left out where nobody opens it", () => {
  const controls = new Map(controlsIn(fieldsIn("offering")).map((control) => [control.path, control]));
  for (const name of Object.keys(accessFields)) {
    const fact = controls.get(name);
    assert.deepEqual([fact?.widget, fact?.required, fact?.collapsed], ["object", false, "auto"], name);
    assert.deepEqual(
      fact?.fields?.map((field) => `${field.name}${field.required ? "*" : ""}`),
      ["value*", "note", "address", "source", "seen", "listedBy"],
      name,
    );
  }
  const widgets = [
    "authentication.value",
    "registration.value",
    "limits.value",
    "terms.value",
    "sdks.value",
    "sdks.value.language",
    "latestRelease.value",
    "latestRelease.value.day",
    "pricing.note",
    "pricing.address",
    "pricing.source",
    "pricing.seen",
  ].map((path) => `${path}: ${controls.get(path)?.widget}`);
  assert.deepEqual(widgets, [
    "authentication.value: select",
    "registration.value: select",
    "limits.value: text",
    "terms.value: string",
    "sdks.value: list",
    "sdks.value.language: string",
    "latestRelease.value: object",
    "latestRelease.value.day: datetime",
    "pricing.note: text",
    "pricing.address: string",
    "pricing.source: list",
    "pricing.seen: string",
  ]);
  const authentication = controls.get("authentication.value");
  assert.deepEqual([authentication?.multiple, authentication?.min], [true, 1]);
  assert.deepEqual(authentication?.options?.[11], { label: "Signed JWT", value: "signed JWT" });
  assert.equal(controls.get("latestRelease.value.day")?.default, undefined, "no day is guessed");
});

test("every field that editors write has a control, its description and its need", (t) => {
  let seen = 0;
  for (const kind of entityKindKeys) {
    const controls = new Map(fieldsIn(kind).map((field) => [field.name, field]));
    for (const [name, type] of Object.entries(fieldsOf[kind].shape)) {
      const control = controls.get(name);
      assert.equal(control === undefined, isImported(type) || name === "slug", `${kind} ${name}`);
      if (!control) continue;
      seen += 1;
      assert.ok(control.hint, `${kind} ${name}`);
      assert.equal(control.required, !type.safeParse(undefined).success, `${kind} ${name}`);
    }
  }
  t.diagnostic(`${seen} fields`);
  assert.ok(seen >= 45);
});

test("a field that names an entity offers the entities of that kind", () => {
  const related = Object.fromEntries(
    entityKindKeys.map((kind) => [
      kind,
      fieldsIn(kind).flatMap(({ name, widget, collection }) => (widget === "relation" ? `${name}: ${collection}` : [])),
    ]),
  );
  assert.deepEqual(related, {
    news: [
      "categories: topic",
      "publisher: organization",
      "offering: offering",
      "relatedOfferings: offering",
      "institution: organization",
      "sameStoryAs: news",
      "notSameAs: news",
    ],
    offering: ["vendor: organization", "successor: offering", "product: offering", "topics: topic"],
    topic: ["sameAs: topic", "related: topic", "broader: topic", "featured: offering"],
    organization: [],
  });
  for (const kind of entityKindKeys) {
    for (const [name, type] of Object.entries(fieldsOf[kind].shape)) {
      const inner = type instanceof z.ZodOptional ? (type.unwrap() as z.ZodType) : type;
      if (["name", "slug"].includes(name) || !(isOfType(inner, slug) || isOfType(inner, topicName))) continue;
      assert.equal(fieldsIn(kind).find((field) => field.name === name)?.widget, "relation", `${kind} ${name}`);
    }
  }
});

test("a pattern refuses nothing that the schema takes", () => {
  const good: Readonly<Record<string, readonly string[]>> = {
    link: ["https://a.example/x", "HTTP://a.example"],
    viaLink: ["https://a.example/x"],
    published: ["2024", "2024-05", "2024-05-17", "unknown"],
    statusDate: ["2024", "2024-05-17"],
    name: ["HL7: FHIR"],
    language: ["en", "pt-BR"],
    aliases: ["/news/old/", "old"],
    hosts: ["hl7.org"],
    evidence: ["https://a.example/", "general-knowledge"],
    homepage: ["https://a.example/"],
    documentation: ["https://a.example/"],
    repository: ["https://a.example/"],
  };
  const inFacts: typeof good = {
    value: ["https://a.example/"],
    address: ["https://a.example/"],
    source: ["https://a.example/"],
    repository: ["https://a.example/"],
    seen: ["2024", "2024-05", "2024-05-17"],
  };
  for (const kind of entityKindKeys) {
    for (const { name, path, pattern } of controlsIn(fieldsIn(kind))) {
      if (!pattern) continue;
      const cases = good[path] ?? (path.includes(".") ? inFacts[name] : undefined);
      assert.ok(cases, `${kind} ${path} has no case`);
      for (const value of cases) {
        assert.match(value, new RegExp(pattern[0]), `${kind} ${path}`);
        // What lies in a fact is tried with the whole fact, below.
        const type = fieldsOf[kind].shape[path] as z.ZodType | undefined;
        const isTaken = !type || type.safeParse(value).success || type.safeParse([value]).success;
        assert.ok(isTaken, `${kind} ${path} ${value}`);
      }
      assert.doesNotMatch("?", new RegExp(pattern[0]), `${kind} ${path}`);
      assert.match(pattern[1], /^The value (must be|is not) ./, `${kind} ${path}`);
    }
  }
});

test("what the controls write passes the schemas", () => {
  for (const kind of entityKindKeys) {
    const sample = sampleOf(fieldsIn(kind));
    const result = fieldsOf[kind].safeParse(sample);
    assert.ok(result.success, `${kind}: ${result.error}`);
    assert.ok(Object.keys(sample).length >= 8 || kind === "topic", entityKinds[kind].plural);
  }
});

test("what the controls of a fact write is the same fact in the graph", () => {
  const { success, data } = fieldsOf.offering.safeParse(sampleOf(fieldsIn("offering")));
  assert.ok(success);
  const source = ["https://a.example/"];
  const beside = { note: "text", address: "https://a.example/", source, seen: "2024", listedBy: "text" };
  assert.deepEqual(data["authentication"], { value: ["permission on the device"], ...beside });
  assert.deepEqual(data["pricing"], { value: "not public", ...beside });
  assert.deepEqual(data["terms"], { value: "https://a.example/", ...beside });
  assert.deepEqual(data["sdks"], { value: [{ language: "en", repository: "https://a.example/" }], ...beside });
  assert.deepEqual(data["latestRelease"], { value: { version: "text", day: "2024-05-17" }, ...beside });
});

/** What the CMS writes of these controls. */
function sampleOf(fields: readonly CmsField[], before = ""): Record<string, unknown> {
  return Object.fromEntries(fields.flatMap((field) => sampleOfField(field, `${before}${field.name}`)));
}

/** A value as the CMS writes it: text, a list of texts, a truth value, a whole number, or a group of these. */
function sampleOfField(
  { name, widget, multiple, collection, options, fields, pattern }: CmsField,
  path: string,
): [string, unknown][] {
  if (fields) {
    const group = sampleOf(fields, `${path}.`);
    return [[name, widget === "list" ? [group] : group]];
  }
  const texts: Readonly<Record<string, string>> = {
    link: "https://a.example/",
    viaLink: "https://a.example/",
    homepage: "https://a.example/",
    documentation: "https://a.example/",
    repository: "https://a.example/",
    evidence: "general-knowledge",
    address: "https://a.example/",
    source: "https://a.example/",
    seen: "2024",
    // Of a fact: an address, or words.
    value: pattern ? "https://a.example/" : "text",
    published: "2024-05",
    statusDate: "2024",
    language: "en",
    aliases: "/news/old/",
    hosts: "a.example",
    name: "HL7: FHIR",
  };
  const value: Readonly<Record<string, unknown>> = {
    boolean: false,
    number: 1,
    datetime: "2024-05-17",
    image: "/images/a.png",
    file: "/documents/a.pdf",
    list: [texts[name] ?? "text"],
    select: options?.at(-1)?.value,
    relation: collection === "topic" ? "HL7: FHIR" : "an-entry",
  };
  if (name === "body") return [];
  const one = value[widget] ?? texts[name] ?? "text";
  return [[name, multiple ? [one] : one]];
}
