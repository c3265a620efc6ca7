/** Made-up records, corpora and hosts for tests, the same in every run. */
import fc from "fast-check";
import { slugify } from "../lib/slugify.ts";
import { entityPath } from "../vocab/paths.ts";
import { SearchFailure } from "./engine/search-answer.ts";
import type { Load } from "./index/index-files.ts";
import {
  fieldNames,
  filterFieldNames,
  kindKeys,
  type RecordField,
  type RecordKind,
  type SearchRecord,
} from "./index/search-record.ts";

/** A story with this title and nothing else to find it by. */
export function record(title: string, more: Partial<SearchRecord> = {}): SearchRecord {
  const kind = more.kind ?? "news";
  const href = entityPath(kind, encodeURIComponent(slugify(title)));
  return { kind, title, href, detail: "", text: "", date: "", fields: {}, ...more };
}

/** Any character and halves of some; most are letters of some script. */
const character = fc
  .oneof(fc.nat({ max: 0x24f }), fc.nat({ max: 0x33ff }), fc.nat({ max: 0xffff }), fc.nat({ max: 0x10ffff }))
  .map((code) => String.fromCodePoint(code));

/** Texts with everything that has a meaning in the files, in JSON, in an address or in JavaScript. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "grapheme", maxLength: 30 }),
  fc.string({ unit: character, maxLength: 20 }),
  fc
    .array(
      fc.constantFrom(
        "FHIR",
        "api",
        "API",
        "Health",
        "a",
        "é",
        "データ",
        "𝒶",
        ",",
        "~",
        "/",
        "-",
        "%",
        "0",
        "7",
        "__proto__",
        "constructor",
      ),
      { maxLength: 6 },
    )
    .chain((pieces) => fc.constantFrom("", " ", "-").map((between) => pieces.join(between))),
);

const anySlug = fc.oneof(
  anyText,
  anyText.map((title) => slugify(title)),
  fc.constantFrom("", "~", "a~b", "host-~", "/", "//a", "..", "%2F", "data-データ"),
);

function anyValues<F extends string>(fields: readonly F[], minKeys = 0) {
  const values = fc.uniqueArray(anyText, { minLength: 1, maxLength: 3 });
  return fc.dictionary(fc.constantFrom(...fields), values, { noNullPrototype: true, minKeys, maxKeys: 4 });
}

/** A record of any text; its path is mostly one of the site, made from its title or not, and sometimes any other. */
export const anyRecord: fc.Arbitrary<SearchRecord> = fc
  .record({
    kind: fc.constantFrom(...kindKeys),
    title: anyText,
    prefix: fc.constantFrom("", "a-", "host-example-"),
    length: fc.nat({ max: 40 }),
    slug: anySlug,
    shape: fc.constantFrom("title", "cut", "slug", "slug", "raw"),
    detail: anyText,
    note: fc.option(anyText, { nil: undefined }),
    text: anyText,
    date: fc.constantFrom("", "2021", "2021-10", "2021-10-14", "1999-12-31"),
    badge: fc.option(
      fc.record({ label: anyText, tone: fc.constantFrom("stop" as const, "warn" as const) }, { noNullPrototype: true }),
      {
        nil: undefined,
      },
    ),
    fields: anyValues(fieldNames),
    filters: fc.option(anyValues(filterFieldNames, 1), { nil: undefined }),
  })
  .map(({ prefix, length, slug, shape, badge, note, filters, ...rest }) => {
    const whole = slugify(rest.title);
    const slugs = { title: prefix + whole, cut: prefix + whole.slice(0, length), slug, raw: slug };
    const segment = slugs[shape as keyof typeof slugs].toWellFormed();
    const href = shape === "raw" ? `/${segment}` : entityPath(rest.kind, encodeURIComponent(segment));
    return {
      ...rest,
      href,
      ...(note !== undefined && { note }),
      ...(badge && { badge }),
      ...(filters && { filters }),
    };
  });

/** Any records, news last, as an index has them. */
export const anyRecords: fc.Arbitrary<readonly SearchRecord[]> = fc.array(anyRecord, { maxLength: 12 }).map(inIdOrder);

export function inIdOrder(records: readonly SearchRecord[]): readonly SearchRecord[] {
  return kindKeys.flatMap((kind) => records.filter((one) => one.kind === kind));
}

const FREQUENT = "health data fhir api care patient interoperability access exchange standard".split(" ");
const WORDS = (
  "azure aws google epic cerner hapi smart bulk claims clinical cloud consent coverage decision device digital " +
  "directory electronic records record eligibility encounter europe federal form genomics hospital identity imaging " +
  "insurance lab launch learning machine medication mobile model national network nurse open openmrs oauth order " +
  "payer pharmacy platform policy prescribing privacy prior authorization provider public quality question registry " +
  "regulation remote monitoring report research rule sandbox schedule security server service sharing software " +
  "specialty standards story subscription surgery survey system systems telehealth terminology terminologies test " +
  "tracking trial trust vaccine vendor vendors version virtual vocabulary wearable webhook workflow x12 r4 270 271 " +
  "2021 icd 11 icd11 healthlake lake mirth connect emr ehr the of and for in"
).split(" ");
const NAMES = "Acme Medivora Clintrex Northwind Contoso Fabrikam Globex Initech Umbrella Wayne".split(" ");

const SYLLABLES = "ba ce di fo gu ha ki lo mu na pe ri so tu va we xi yo za stra".split(" ");

/**
 * Real words as often as in real text and in each text so many invented ones,
 * news newest first and a few without a date; the same for the same size.
 */
export function makeRecords(size: number, invented = 1): readonly SearchRecord[] {
  const random = randomFrom(size);
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
  const words = (count: number) =>
    Array.from({ length: count }, () => (random() < 0.25 ? pick(FREQUENT) : pick(WORDS))).join(" ");
  const invent = () => Array.from({ length: 3 }, () => pick(SYLLABLES)).join("");
  const some = (field: RecordField, values: readonly string[]) =>
    values.length > 0 ? { [field]: [...new Set(values)] } : {};
  const topics = () =>
    some(
      "topic",
      Array.from({ length: Math.floor(random() * 3) }, () => `HL7: ${pick(FREQUENT)}`),
    );
  const make = (kind: RecordKind, number: number): SearchRecord => {
    const title =
      kind === "author" || kind === "organization"
        ? `${pick(NAMES)} ${words(1)} ${number}`
        : words(2 + Math.floor(random() * 5));
    const text = [words(8), ...Array.from({ length: invented }, invent)].join(" ");
    const path = entityPath(kind, `${slugify(title)}-${number}`);
    const base = { kind, title, href: path, detail: `${pick(NAMES)}, ${words(1)}`, text, date: "", fields: {} };
    if (kind === "offering")
      return {
        ...base,
        fields: {
          ...topics(),
          ...some("vendor", [pick(NAMES)]),
          ...some("standard", ["FHIR R4", "X12 270"].slice(Math.floor(random() * 3))),
        },
      };
    if (kind === "news") return { ...base, fields: { ...topics(), ...some("publisher", [pick(NAMES)]) } };
    return base;
  };
  const share = { offering: 0.1, topic: 0.05, organization: 0.05, author: 0.04, resource: 0.01, news: 0.75 };
  return kindKeys.flatMap((kind) => {
    const count = Math.round(size * share[kind]);
    const dated = (number: number): string => {
      if (number >= count * 0.98) return "";
      const month = 12 * 2026 - 1 - Math.floor((number * 150) / count);
      return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}`;
    };
    return Array.from({ length: count }, (_, number) => {
      const made = make(kind, number);
      return kind === "news" ? { ...made, date: dated(number) } : made;
    });
  });
}

/** The words that `makeRecords` writes. */
export const corpusWords: readonly string[] = [...FREQUENT, ...WORDS];

/** A text, or `missing` or `unreachable`. */
export type Instead = string | Promise<string>;

export interface Host {
  readonly load: Load;
  /** The files that were requested, in order. */
  readonly asked: string[];
  /** Answers in place of files, perhaps later. */
  readonly instead: Map<string, Instead>;
  /** Text by file name. */
  files: ReadonlyMap<string, string>;
}

/** A host of these files; each can be delayed or refused. */
export function fakeHost(files: ReadonlyMap<string, string>): Host {
  const host: Host = { files, asked: [], instead: new Map(), load };
  async function load(file: string): Promise<string> {
    host.asked.push(file);
    const answer = (await host.instead.get(file)) ?? host.files.get(file) ?? "missing";
    if (answer === "missing" || answer === "unreachable") throw new SearchFailure(answer, file);
    return answer;
  }
  return host;
}

/** Numbers from 0 to before 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = (seed * 2_654_435_761 + 1) >>> 0;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
