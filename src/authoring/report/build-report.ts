/** The editors' report: entries that an editor could look after next, each with the reason. */

import { isDead } from "../../catalog/dead-links.ts";
import type { Catalog, NewsItem, Offering, Organization, Topic } from "../../catalog/graph.ts";
import { isEnding, newsOfSubject, offeringsOfSubject } from "../../catalog/queries.ts";

import { countWords } from "../../lib/count-words.ts";
import { byLabel, byText } from "../../lib/order.ts";
import { daysBetween, formatDate, type PartialDate, startOf } from "../../lib/partial-date.ts";
import { printableLine } from "../../lib/printable.ts";
import { counted } from "../../lib/text.ts";
import { listAccessFacts } from "../../schemas/access-facts.ts";
import type { LinkFacts } from "../../schemas/link-facts.ts";
import type { EntityKind } from "../../vocab/entity-kind.ts";
import { entityPath } from "../../vocab/paths.ts";
import { isChange } from "../../vocab/vocabulary.ts";
import { isSettled } from "../../vocab/work-status.ts";
import { collectLinks } from "../links/collect-links.ts";
import { expiredGuides, missingTypes } from "./interface-observations.ts";

export interface ReportEntry {
  readonly kind: EntityKind;
  readonly name: string;
  /** Path of its page on the site. */
  readonly page: string;
  /** Path from the content root. */
  readonly file: string;
  /** Why it is listed. */
  readonly reason: string;
}

export interface ReportSection {
  /** Name for programs; does not change. */
  readonly key: string;
  readonly title: string;
  /** Why the section matters. */
  readonly why: string;
  readonly entries: readonly ReportEntry[];
}

/** How long before a status date an offering is listed, and how long after it. */
const DAYS_AHEAD = 90;
const DAYS_AFTER = 180;
const STALE_YEARS = 3;
const OLD_MONTHS = 18;
const THIN_WORDS = 40;

export function buildReport(catalog: Catalog, links: LinkFacts | undefined): readonly ReportSection[] {
  const section = (key: string, title: string, why: string, entries: Iterable<ReportEntry>): ReportSection => ({
    key,
    title,
    why,
    entries: [...entries],
  });
  return [
    section("dead-links", "Dead links", "A reader who follows one finds nothing.", deadLinks(catalog, links)),
    section(
      "doubtful-links",
      "Doubtful links",
      "They answer, but with another page as it seems: open them.",
      doubtfulLinks(catalog, links),
    ),
    section("retiring", "Near retirement", `The end is at most ${DAYS_AHEAD} days away.`, retiring(catalog)),
    section(
      "status-passed",
      "Status dates that have passed",
      `What was announced has come within the last ${DAYS_AFTER} days; the texts may still speak of the future.`,
      statusPassed(catalog),
    ),
    section(
      "interfaces",
      "Interfaces and certification",
      "What a server declares and what certification asks for differ. The document may be old or another server's: look.",
      interfaces(catalog),
    ),
    section(
      "images",
      "Images and documents",
      "A file that is missing leaves a hole, an image without a text says nothing to who cannot see it.",
      images(catalog),
    ),
    section(
      "work-status",
      "Work packages not closed",
      "They are published: is what is left to do still to be done?",
      openWork(catalog),
    ),
    section("undated", "Dates not stated", "Lists are in the order of dates.", undated(catalog)),
    section(
      "old-facts",
      "Facts seen long ago",
      `Seen more than ${OLD_MONTHS} months ago: do the sources still say so?`,
      oldFacts(catalog),
    ),
    section("empty-topics", "Topics without entries", "A page with nothing on it.", emptyTopics(catalog)),
    section("stale", "Stale", `No story for ${STALE_YEARS} years: is it still what it was?`, stale(catalog)),
    section("thin", "Thin", "Little in our own words, which is what the site is for.", thin(catalog)),
    section("untagged", "Untagged", "Without a topic nobody finds it beside others of its kind.", untagged(catalog)),
    section("orphans", "Orphans", "Nothing in the content refers to it.", orphans(catalog)),
  ];
}

function toEntry(entity: NewsItem | Offering | Organization | Topic, reason: string): ReportEntry {
  const { kind, slug, file } = entity;
  const name = entity.kind === "news" ? entity.title : entity.name;
  return { kind, name, page: entityPath(kind, slug), file, reason };
}

function* deadLinks(catalog: Catalog, links: LinkFacts | undefined): Generator<ReportEntry> {
  for (const { entity, field, record } of linksOf(catalog, links)) {
    if (!isDead(record.deadOn)) continue;
    const since = formatDate(record.deadOn?.[0] ?? record.checked);
    yield toEntry(entity, `${field} ${record.url}: ${record.detail}, first on ${since}`);
  }
}

/** Those that are dead are listed as such. */
function* doubtfulLinks(catalog: Catalog, links: LinkFacts | undefined): Generator<ReportEntry> {
  for (const { entity, field, record } of linksOf(catalog, links)) {
    if (record.result !== "doubtful" || isDead(record.deadOn)) continue;
    yield toEntry(entity, `${field} ${record.url}: ${record.detail}, on ${formatDate(record.checked)}`);
  }
}

function* linksOf(catalog: Catalog, links: LinkFacts | undefined) {
  const records = new Map(links?.links.map((record) => [record.url, record]));
  const entities = new Map(
    [...catalog.news, ...catalog.offerings, ...catalog.organizations].map((entity) => [entity.file, entity]),
  );
  for (const { url, uses } of collectLinks(catalog)) {
    const record = records.get(url);
    if (!record) continue;
    for (const { file, field } of uses) {
      const entity = entities.get(file);
      if (entity) yield { entity, field, record };
    }
  }
}

/** Offerings whose status is a change, with the days until their status date, negative after it, soonest first. */
function changing({
  offerings,
  buildDate,
}: Catalog): readonly { offering: Offering; date: PartialDate; days: number }[] {
  return offerings
    .flatMap((offering) => {
      const { status, statusDate: date } = offering;
      if (date === undefined || status === undefined || !isChange(status)) return [];
      return [{ offering, date, days: daysBetween(buildDate, startOf(date)) }];
    })
    .sort((a, b) => a.days - b.days || byText(a.offering.slug, b.offering.slug));
}

function* retiring(catalog: Catalog): Generator<ReportEntry> {
  for (const { offering, date, days } of changing(catalog)) {
    if (days <= 0 || days > DAYS_AHEAD) continue;
    const isNamed = offering.successor !== undefined || offering.successorName !== undefined;
    const successor = isNamed ? "" : "; no successor is stated";
    yield toEntry(offering, `${offering.status} ${whenOf(date)}${distance(date, days)}${successor}`);
  }
}

function* statusPassed(catalog: Catalog): Generator<ReportEntry> {
  for (const { offering, date, days } of changing(catalog)) {
    if (days > 0 || days < -DAYS_AFTER) continue;
    yield toEntry(
      offering,
      `${offering.status} ${whenOf(date)}${distance(date, days)}: do summary and note speak of it as past?`,
    );
  }
}

function* interfaces({ offerings }: Catalog): Generator<ReportEntry> {
  for (const offering of offerings)
    for (const reason of [...expiredGuides(offering), ...missingTypes(offering)]) yield toEntry(offering, reason);
}

function* images({ news }: Catalog): Generator<ReportEntry> {
  for (const item of news) {
    for (const file of item.missingFiles) yield toEntry(item, `There is no file ${file}`);
    if (item.image && !item.image.alt?.trim()) yield toEntry(item, `no text says what ${item.image.file} shows`);
  }
}

/** By status, since each asks for something else. */
function* openWork({ news }: Catalog): Generator<ReportEntry> {
  const open = news.flatMap((item) =>
    item.workStatus === undefined || isSettled(item.workStatus) ? [] : [{ item, status: item.workStatus }],
  );
  open.sort((a, b) => byLabel(a.status, b.status) || byText(a.item.slug, b.item.slug));
  for (const { item, status } of open) yield toEntry(item, `its work package is '${printableLine(status, 40)}'`);
}

function* undated({ news, offerings }: Catalog): Generator<ReportEntry> {
  for (const item of news) {
    if (item.published === undefined) yield toEntry(item, "its day of publication is unknown");
    else if (item.publishedBasis === "curation")
      yield toEntry(item, "dated by the day of its curation, for want of its own");
  }
  for (const offering of offerings) {
    const { status, statusDate } = offering;
    if (status !== undefined && isChange(status) && statusDate === undefined)
      yield toEntry(offering, `${status}, and not said when`);
  }
}

/** The oldest first. */
function* oldFacts({ offerings, buildDate }: Catalog): Generator<ReportEntry> {
  const limit = monthsBefore(buildDate, OLD_MONTHS);
  const found = offerings.flatMap((offering) => {
    const old = listAccessFacts(offering.access).flatMap(({ name, fact: { seen } }) =>
      seen !== undefined && startOf(seen) < limit ? [{ name, seen }] : [],
    );
    const [oldest] = old.map(({ seen }) => seen).sort((a, b) => byText(startOf(a), startOf(b)));
    return oldest === undefined ? [] : [{ offering, old, oldest }];
  });
  found.sort((a, b) => byText(startOf(a.oldest), startOf(b.oldest)) || byText(a.offering.slug, b.offering.slug));
  for (const { offering, old } of found) {
    yield toEntry(offering, old.map(({ name, seen }) => `${name} ${whenOf(seen)}`).join(", "));
  }
}

function monthsBefore(day: string, months: number): string {
  const month = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 - months;
  return `${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, "0")}${day.slice(7)}`;
}

function* emptyTopics({ topics }: Catalog): Generator<ReportEntry> {
  for (const topic of topics) {
    if (newsOfSubject(topic).length > 0 || offeringsOfSubject(topic).length > 0 || isOrphan(topic)) continue;
    yield toEntry(topic, "no story and no offering is filed under it, though other topics lead to it");
  }
}

function* stale({ offerings, topics, buildDate }: Catalog): Generator<ReportEntry> {
  const limit = `${Number(buildDate.slice(0, 4)) - STALE_YEARS}${buildDate.slice(4)}`;
  const found = [...offerings.filter((offering) => !isEnding(offering)), ...topics].flatMap((entity) => {
    const [latest] = entity.news
      .flatMap(({ published }) => published ?? [])
      .sort((a, b) => byText(startOf(b), startOf(a)));
    return latest !== undefined && startOf(latest) < limit ? [{ entity, latest }] : [];
  });
  found.sort((a, b) => byText(startOf(a.latest), startOf(b.latest)) || byText(a.entity.slug, b.entity.slug));
  for (const { entity, latest } of found) yield toEntry(entity, `the latest story is of ${formatDate(latest)}`);
}

function* thin({ news, offerings }: Catalog): Generator<ReportEntry> {
  for (const item of news) {
    const words = countWords(`${item.summary ?? ""} ${item.insights ?? ""}`);
    if (words < THIN_WORDS)
      yield toEntry(item, words === 0 ? "no summary and no insights" : `${counted(words, "word")} of our own`);
  }
  for (const offering of offerings) {
    if (offering.summary !== undefined || offering.hasBody) continue;
    const certified = offering.certified.length > 0 ? "; the page says what the ONC list says" : "";
    yield toEntry(offering, `no summary${certified}`);
  }
}

/** Offerings alone, since a story without a topic is an error. */
function* untagged({ offerings }: Catalog): Generator<ReportEntry> {
  for (const offering of offerings) {
    if (offering.topics.length === 0) yield toEntry(offering, "filed under no topic");
  }
}

function* orphans({ offerings, topics }: Catalog): Generator<ReportEntry> {
  for (const topic of topics)
    if (isOrphan(topic)) yield toEntry(topic, "no story, no offering and no other topic refers to it");
  const alone = offerings.filter(({ news, predecessors }) => news.length === 0 && predecessors.length === 0);
  // Offerings with a summary come first.
  const isStub = ({ summary }: Offering) => Number(summary === undefined);
  for (const offering of [...alone].sort((a, b) => isStub(a) - isStub(b) || byLabel(a.name, b.name))) {
    yield toEntry(offering, "no story names it, and it succeeds nothing");
  }
}

function isOrphan({ news, offerings, sameAs, related, narrower }: Topic): boolean {
  return [news, offerings, sameAs, related, narrower].every(({ length }) => length === 0);
}

/** `, in 8 days`; nothing where the day is not known. */
function distance(date: PartialDate, days: number): string {
  if (date.length < 10) return "";
  if (days === 0) return ", today";
  return days > 0 ? `, in ${counted(days, "day")}` : `, ${counted(-days, "day")} ago`;
}

function whenOf(date: PartialDate): string {
  return `${date.length === 10 ? "on" : "in"} ${formatDate(date)}`;
}
