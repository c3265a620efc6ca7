/** Compares what `curate` reads from saved pages with what a person expects of each, field by field. */

import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { alignColumns } from "../../bench/table.ts";
import { toAuthors } from "../../src/authoring/curate/author-names.ts";
import { compact, hostNames, toTitle } from "../../src/authoring/curate/clean-fields.ts";
import type { Extraction, Extractor, PageFields } from "../../src/authoring/curate/extract.ts";
import { decodeEntities } from "../../src/authoring/curate/untrusted-text.ts";
import { startProgress } from "../../src/cli/progress.ts";
import { cleanUrl, urlKey } from "../../src/lib/clean-url.ts";
import { fold } from "../../src/lib/fold.ts";
import { byText } from "../../src/lib/order.ts";
import { counted } from "../../src/lib/text.ts";
import { getVocabulary } from "../../src/vocab/vocabulary.ts";
import wrongExpectations from "./wrong-expectations.json" with { type: "json" };

/** Fields in the order of the table, as the files of expectations name them. */
export const fieldNames = ["title", "author", "date", "description", "image", "publisher", "url", "lang"] as const;
export type FieldName = (typeof fieldNames)[number];

export interface Expectation {
  readonly url: string;
  readonly expected: Readonly<Record<FieldName, string | null>>;
}

/** `none`: nothing is expected and nothing was found. `excused`: the expected value is itself wrong, and was not found. */
export type Verdict = "right" | "missing" | "wrong" | "unexpected" | "excused" | "none";

export interface FieldResult {
  readonly site: string;
  readonly field: FieldName;
  readonly verdict: Verdict;
  readonly expected: string | null;
  readonly found: string | undefined;
  readonly source: string | undefined;
  readonly reason?: string | undefined;
}

export const comparison = `How values are compared:
  title        white space, quotes, dashes, entities and case folded; the name of the site before or behind it dropped on both sides
  author       as sets of names, 'By' and order dropped, case and punctuation folded
  date         the same day as the source states it, or the same instant; a month or year is right when it holds the day
  description  as titles; a description that was cut is right when it begins the same
  image, url   cleaned of trackers on both sides; scheme, 'www.', closing slash and fragment do not count
  publisher    letters and digits only
  lang         the language without the region
A field whose expected value is null is not scored; a value found for it counts as unexpected.
An expected value that is itself wrong (tests/curate/wrong-expectations.json) is not scored, and listed with the reason.
'all %' is the share of right values without that excuse.`;

export async function evaluateFolder(folder: string, extractor: Extractor, today: string): Promise<FieldResult[]> {
  const sites = (await readdir(folder, { withFileTypes: true })).filter((entry) => entry.isDirectory());
  const results: FieldResult[] = [];
  const progress = startProgress(sites.length);
  try {
    for (const { name } of sites.toSorted((a, b) => byText(a.name, b.name))) {
      const html = await readFile(join(folder, name, "input.html"), "utf8");
      const expectation: Expectation = JSON.parse(await readFile(join(folder, name, "expected.json"), "utf8"));
      const extraction = await extractor.extract({ html, url: expectation.url, today });
      results.push(...compareFields(name, extraction, expectation));
      progress.step(name);
    }
  } finally {
    progress.stop();
  }
  return results;
}

/**
 * `wrong-expectations.json` lists expected values that are themselves wrong, each with the reason as read off the page.
 * The saved pages are those that metascraper is tested with, and their expected values are what its rules find. An entry
 * excuses this very value: a collection that expects another is scored.
 */
export function compareFields(site: string, { fields, problem }: Extraction, expectation: Expectation): FieldResult[] {
  const found = foundIn(fields);
  const names = [...hostNames(expectation.url), expectation.expected.publisher ?? "", fields.publisher?.value ?? ""];
  return fieldNames.map((field) => {
    const { value, source } = found[field];
    const expected = expectation.expected[field] ?? null;
    const isRight = value !== undefined && expected !== null && comparers[field](value, expected, names, fields);
    const excuse = wrongExpectations.find(
      (wrong) => wrong.url === expectation.url && wrong.field === field && wrong.expected === expected,
    );
    const verdict = verdictOf(value, expected, isRight, excuse !== undefined);
    return { site, field, verdict, expected, found: value, source, reason: excuse?.reason ?? problem };
  });
}

function verdictOf(value: string | undefined, expected: string | null, isRight: boolean, isExcused: boolean): Verdict {
  if (expected === null) return value === undefined ? "none" : "unexpected";
  if (isRight) return "right";
  if (isExcused) return "excused";
  return value === undefined ? "missing" : "wrong";
}

function foundIn(fields: PageFields): Record<FieldName, { value: string | undefined; source: string | undefined }> {
  const of = (sourced: { readonly value: string; readonly source: string } | undefined) => ({
    value: sourced?.value,
    source: sourced?.source,
  });
  return {
    title: of(fields.title),
    author: { value: fields.authors?.value.join("; "), source: fields.authors?.source },
    date: of(fields.published),
    description: of(fields.description),
    image: of(fields.image),
    publisher: of(fields.publisher),
    url: of(fields.url),
    lang: of(fields.language),
  };
}

type Comparer = (found: string, expected: string, names: readonly string[], fields: PageFields) => boolean;

const comparers: Readonly<Record<FieldName, Comparer>> = {
  title: (found, expected, names) => titleKey(found, names) === titleKey(expected, names),
  author: (found, expected) => sameSet(found.split("; ").map(compact), namesIn(expected).map(compact)),
  date: (found, expected, _names, { published }) =>
    expected.slice(0, 10).startsWith(found) || isSameInstant(published?.stated, expected),
  description: (found, expected) => startsAlike(fold(decodeEntities(found)), fold(decodeEntities(expected))),
  image: (found, expected) => addressKey(found) === addressKey(expected),
  publisher: (found, expected) => compact(found) === compact(expected),
  url: (found, expected) => addressKey(found) === addressKey(expected),
  lang: (found, expected) => found.slice(0, 2) === expected.slice(0, 2),
};

function titleKey(title: string, names: readonly string[]): string {
  return fold(toTitle(title, names) ?? title);
}

/** Expected names that our own reading refuses are compared as they stand. */
function namesIn(text: string): string[] {
  const names = toAuthors([text]);
  return names.length > 0 ? names : [text];
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((name) => b.includes(name));
}

function isSameInstant(stated: string | undefined, expected: string): boolean {
  const time = Date.parse(stated ?? "");
  return !Number.isNaN(time) && time === Date.parse(expected);
}

function startsAlike(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  return short === long || (short.length >= 60 && long.startsWith(short));
}

function addressKey(url: string): string {
  return urlKey(cleanUrl(url, getVocabulary().trackingParameters));
}

/** Counts and shares of one field; shares are of the pages that are scored. */
export interface Score {
  readonly field: FieldName;
  readonly right: number;
  readonly missing: number;
  readonly wrong: number;
  readonly unexpected: number;
  readonly excused: number;
  readonly shareRight: number;
  readonly shareWrong: number;
  /** Of all pages that expect a value, excused or not. */
  readonly shareOfAll: number;
}

export function scoresOf(results: readonly FieldResult[]): Score[] {
  return fieldNames.map((field) => {
    const scored = results.filter((result) => result.field === field);
    const count = (verdict: Verdict) => scored.filter((result) => result.verdict === verdict).length;
    const [right, missing, wrong] = [count("right"), count("missing"), count("wrong")];
    const excused = count("excused");
    const total = right + missing + wrong;
    const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
    return {
      field,
      right,
      missing,
      wrong,
      unexpected: count("unexpected"),
      excused,
      shareRight: share(right, total),
      shareWrong: share(wrong, total),
      shareOfAll: share(right, total + excused),
    };
  });
}

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

export function formatScores(scores: readonly Score[]): string {
  const rows = scores.map((score) => [
    score.field,
    ...[score.right, score.missing, score.wrong, score.unexpected, score.excused].map(String),
    percent(score.shareRight),
    percent(score.shareWrong),
    percent(score.shareOfAll),
  ]);
  const head = ["field", "right", "missing", "wrong", "unexpected", "excused", "right %", "wrong %", "all %"];
  return alignColumns([head, ...rows]).join("\n");
}

/** How well dates are read from one kind of evidence, or from all. */
export interface DateScore {
  readonly evidence: string;
  /** The day that is expected. */
  readonly exact: number;
  /** The month or year that holds it. */
  readonly coarse: number;
  readonly wrong: number;
  /** Of the dates found, those that are the day. */
  readonly precision: number;
}

/** The kinds of evidence that gave dates, the most frequent first. */
export function dateScoresOf(results: readonly FieldResult[]): DateScore[] {
  const kinds = Map.groupBy(
    results.filter(({ field, verdict }) => field === "date" && (verdict === "right" || verdict === "wrong")),
    ({ source }) => source ?? "",
  );
  return [...kinds]
    .map(([evidence, dates]) => dateScoreOf(evidence, dates))
    .toSorted((a, b) => countOf(b) - countOf(a) || byText(a.evidence, b.evidence));
}

const countOf = ({ exact, coarse, wrong }: DateScore) => exact + coarse + wrong;

function dateScoreOf(evidence: string, dates: readonly FieldResult[]): DateScore {
  const right = dates.filter(({ verdict }) => verdict === "right");
  const exact = right.filter(({ found }) => found?.length === 10).length;
  return {
    evidence,
    exact,
    coarse: right.length - exact,
    wrong: dates.length - right.length,
    precision: dates.length === 0 ? 0 : exact / dates.length,
  };
}

/** A table of the kinds of evidence, and below it the shares of the pages whose date is known. */
export function formatDateScores(results: readonly FieldResult[]): string {
  const known = results.filter(({ field, verdict }) => field === "date" && /^(?:right|wrong|missing)$/.test(verdict));
  const all = dateScoreOf(
    "all",
    known.filter(({ verdict }) => verdict !== "missing"),
  );
  const missing = known.filter(({ verdict }) => verdict === "missing").length;
  const share = (part: number) => percent(known.length === 0 ? 0 : part / known.length);
  const rows = [...dateScoresOf(results), all].map(({ evidence, exact, coarse, wrong, precision }) => [
    evidence,
    ...[exact, coarse, wrong].map(String),
    percent(precision),
  ]);
  return [
    ...alignColumns([["evidence", "exact", "coarse", "wrong", "precision"], ...rows]),
    "",
    `${counted(known.length, "page")} with a known date: exact ${share(all.exact)}, coarse ${share(all.coarse)}, wrong ${share(all.wrong)}, missing ${share(missing)}; precision ${percent(all.precision)}`,
  ].join("\n");
}

/** Every difference on two lines, then the expectations that are themselves wrong. */
export function formatDifferences(results: readonly FieldResult[], isVerbose: boolean): string {
  const quote = (value: string | undefined | null) =>
    value === undefined || value === null ? "nothing" : `'${value.slice(0, 160)}'`;
  const lines: string[] = [];
  for (const { site, field, verdict, expected, found, source, reason } of results) {
    const isShown = verdict === "excused" || (isVerbose && verdict !== "right" && verdict !== "none");
    if (!isShown) continue;
    lines.push(
      `${site} ${field} ${verdict === "excused" ? `not scored: ${reason}` : verdict}`,
      `  expected ${quote(expected)}`,
      `  found    ${quote(found)}${source ? ` from ${source}` : ""}`,
    );
  }
  return lines.join("\n");
}
