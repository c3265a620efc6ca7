/** When a page was published: the dates that it states, the most telling first, and the choice among them. */
import { hostOf, urlKey } from "../../lib/clean-url.ts";
import { daysBetween, type PartialDate } from "../../lib/partial-date.ts";
import { asList } from "../../lib/plain-value.ts";
import { toAddress } from "./clean-fields.ts";
import {
  isLabelFirst,
  isModifiedAfter,
  isPublishedAfter,
  isRange,
  isRangeBefore,
  roleAbove,
  roleBefore,
} from "./date-words.ts";
import type { Sourced } from "./extract.ts";
import { type PageLines, readLines } from "./page-lines.ts";
import type { DateRole } from "./page-marks.ts";
import { type AddressDate, dateInAddress, findDates, isDay, isSane, readDate } from "./read-date.ts";
import { ownAddresses, type SourcePage, typesOf } from "./source-page.ts";
import { toSafeLine } from "./untrusted-text.ts";

/** A date, how the page states it, and where. */
export interface StatedDate extends Sourced<PartialDate> {
  readonly stated: string;
}

interface Reader {
  readonly page: SourcePage;
  /** The language of the page, with a region where one is known: it tells `5/3/2025` from `3/5/2025`. */
  readonly locale: string;
  readonly lines: () => readonly DateInLine[];
}

type Rule = (reader: Reader) => Iterable<StatedDate>;

/** Names of meta elements without the marks in them: `DC.date.issued`, `publish_date`. */
const PUBLISHED_METAS =
  "articlepublishedtime ogarticlepublishedtime ogpublishedtime ogpubdate citationonlinedate citationpublicationdate citationdate bepresscitationdate prismpublicationdate parselypubdate datepublished rnewsdatepublished sailthrudate articlepublished articlepublisheddate articlepublicationdate articlepublishdate articlepubdate articledateoriginal iso8601publishdate publishdate publicationdate publisheddate publishedat publishedtime publishtime published pubdate publishedon dateposted postdate releasedate displaydate originalpublicationdate cxenseparserecspublishtime shareaholicarticlepublishedtime dcdateissued dctermsissued dctermsdateissued dcissued ptime pdate".split(
    " ",
  );
const CREATED_METAS =
  "dcdatecreated dctermscreated dctermsdatecreated dccreated dcdatesubmitted dctermsdatesubmitted datecreated created creationdate".split(
    " ",
  );
/** They name no kind of date; some sites fill them with the day of the last change or of the request. */
const GENERIC_METAS = "dcdate dctermsdate date articledate pagedate".split(" ");

const meta = (names: readonly string[]): Rule =>
  function* ({ page, locale }) {
    const values = new Map<string, { readonly name: string; readonly texts: readonly string[] }>();
    for (const [names, texts] of page.metas) {
      for (const name of names.split(/\s+/)) {
        const key = name.replace(/[^a-z0-9]/g, "");
        if (!values.has(key)) values.set(key, { name, texts });
      }
    }
    for (const key of names) {
      const { name = "", texts = [] } = values.get(key) ?? {};
      for (const text of texts) yield* dated(`meta ${name}`, text, page, locale);
    }
  };

function* dated(source: string, value: unknown, page: SourcePage, locale: string): Generator<StatedDate> {
  if (typeof value !== "string" && typeof value !== "number") return;
  const date = readDate(String(value), page.today, locale);
  if (date !== undefined) yield { value: date, stated: toSafeLine(String(value), 100) ?? "", source };
}

const storyDate = (key: string): Rule =>
  function* ({ page, locale }) {
    for (const value of asList(page.story?.[key])) yield* dated(`JSON-LD ${key}`, value, page, locale);
  };

/**
 * Where no node is known to be the story: those that name the address of the page, then those of type WebPage, then
 * all, each group only if its dates agree.
 */
function* pageNodeDates({ page, locale }: Reader): Generator<StatedDate> {
  const own = new Set(ownAddresses(page).map(urlKey));
  const nodes = page.nodes.top.filter(
    (node) => node["datePublished"] !== undefined && (node === page.story || !page.isOther(node)),
  );
  const ofPage = nodes.filter((node) =>
    [node["url"], node["@id"], node["mainEntityOfPage"], idOf(node["mainEntityOfPage"])].some(
      (address) => typeof address === "string" && own.has(urlKey(toAddress(address, page.url) ?? "")),
    ),
  );
  const webPages = nodes.filter((node) => typesOf(node).some((type) => type.endsWith("WebPage")));
  for (const group of [ofPage, webPages, nodes]) {
    const dates = group.flatMap((node) => [...dated("JSON-LD datePublished", node["datePublished"], page, locale)]);
    yield* onlyIfAgreed(dates);
  }
}

const idOf = (node: unknown): unknown =>
  typeof node === "object" && node !== null && "@id" in node ? node["@id"] : undefined;

/** The first of dates that are all the same day. */
function onlyIfAgreed(dates: readonly StatedDate[]): StatedDate[] {
  const [first] = dates;
  return first && dates.every(({ value }) => value === first.value) ? [first] : [];
}

const addressDates = (isWanted: (date: AddressDate) => boolean): Rule =>
  function* ({ page }) {
    for (const address of ownAddresses(page)) {
      const date = dateInAddress(address, page.today);
      if (date !== undefined && isWanted(date)) {
        yield { value: date.value, stated: toSafeLine(address, 100) ?? "", source: "address" };
      }
    }
  };

const addressDays = addressDates(({ value, isVague }) => isDay(value) && !isVague);

const SCRIPT_DATE =
  /["'](?:date_?published|published_?(?:at|on|date|time)|publish_?(?:date|time)|publication_?date|first_?published(?:_?(?:at|date|time))?|pub_?date|date_?posted|post_?date)\\?["']\s{0,3}:\s{0,3}\\?["']?([\w:+./, -]{8,40})/gi;

/** Application state in a script, where all dates of publication in it are the same day. */
function* scriptDates({ page, locale }: Reader): Generator<StatedDate> {
  const dates: StatedDate[] = [];
  for (const script of page.dom("script:not([src])").toArray().slice(0, 100)) {
    if (/ld\+json/i.test(script.attribs["type"] ?? "")) continue;
    const text = page.dom(script).text().slice(0, 1_000_000);
    for (const [, value] of text.matchAll(SCRIPT_DATE))
      dates.push(...dated("script", value?.replace(/[ ,]+$/, ""), page, locale));
  }
  yield* onlyIfAgreed(dates.filter(({ value }) => isDay(value)));
}

/** A date in the lines of the page. */
interface DateInLine {
  readonly value: PartialDate;
  readonly stated: string;
  readonly role: DateRole | undefined;
  readonly list: unknown;
  /** In an aside, which may or may not belong to the story. */
  readonly isAside: boolean;
  readonly isMarked: boolean;
  /** In an attribute for programs, such as `datetime`. */
  readonly isStated: boolean;
  readonly isInArticle: boolean;
  /** Lines of the story from the headline on; negative before it. */
  readonly distance: number;
  /** True where a label begins its line, and little else is there. */
  readonly isLabelled: boolean;
  /** True where little else is in its line. */
  readonly isBrief: boolean;
  /** True where its line holds nothing else but a byline, or where a story begins with the date. */
  readonly isAlone: boolean;
}

/** How long the rest of a line with a date may be to count as a label, or as a byline. */
const LABEL = 80;
const BYLINE = 160;

function datesInLines(pageLines: PageLines, { today }: SourcePage, locale: string): DateInLine[] {
  const found: DateInLine[] = [];
  let above = "";
  for (const { text, marks, distance, isHeadline } of pageLines) {
    const inText = /\p{Nd}/u.test(text) ? findDates(text, today, locale) : [];
    const statements = marks.flatMap((mark) => {
      if (mark.stated === undefined) return [];
      const value = readDate(mark.stated, today, locale);
      const shown = inText.find((date) => date.start >= mark.start);
      const place = shown ?? { start: mark.start, end: mark.start };
      return value === undefined ? [] : [{ ...place, value, mark, stated: mark.stated }];
    });
    const texts = inText.map((date) => ({
      ...date,
      mark: marks.findLast((mark) => mark.stated === undefined && mark.start <= date.start),
      stated: text.slice(0, BYLINE),
    }));
    for (const { value, start, end, mark, stated } of [...statements, ...texts]) {
      if (!mark || mark.beside === "other") continue;
      // The day of the visit.
      if (distance < 0 && value === today && mark.role !== "published") continue;
      const previous = inText.findLast((date) => date.end <= start)?.end ?? 0;
      const next = inText.find((date) => date.start >= end)?.start ?? text.length;
      const [before, after] = [text.slice(previous, start), text.slice(end, next)];
      const isPeriod =
        (previous > 0 && isRange(before)) ||
        (next < text.length && isRange(after)) ||
        isRangeBefore(before, value, locale);
      const behind = next === text.length ? roleBehind(after.trim()) : undefined;
      const isOfElement = mark.isMarked || mark.role !== undefined;
      found.push({
        value,
        stated: toSafeLine(stated, 100) ?? "",
        role: isPeriod ? "other" : (roleBefore(before) ?? behind ?? mark.role ?? roleAbove(above)),
        list: mark.list,
        isAside: mark.beside !== undefined,
        isMarked: isOfElement,
        isStated: mark.stated !== undefined,
        isInArticle: mark.isInArticle,
        distance,
        isLabelled: isOfElement || (text.length - (end - start) <= LABEL && isLabelFirst(before)),
        isBrief: text.length - (end - start) <= BYLINE,
        isAlone:
          isAlone(text.slice(0, start), text.slice(end)) ||
          // `<strong>5. März 2025</strong> Text`
          (start === 0 && marks.some((other) => other.start === end || other.start === end + 1)),
      });
    }
    const isLabel =
      !isHeadline && text.length <= 40 && inText.length === 0 && statements.length === 0 && !marks[0]?.beside;
    above = isLabel ? text : "";
  }
  return withoutLists(found);
}

/** A list with several days, and with no word on what they are of, lists other stories. */
function withoutLists(dates: readonly DateInLine[]): DateInLine[] {
  const lists = Map.groupBy(dates, ({ list }) => list);
  lists.delete(undefined);
  const ofOthers = new Set<unknown>();
  for (const [list, items] of lists) {
    const plain = items.filter(({ role }) => role === undefined);
    const values = [...new Set(plain.map(({ value }) => value))];
    // An item may have a full day in an attribute, and a text in which only the year is certain.
    const different = values.filter((value) => !values.some((other) => other !== value && other.startsWith(value)));
    if (different.length > 1) ofOthers.add(list);
  }
  return dates.filter(({ list }) => !ofOthers.has(list));
}

function roleBehind(after: string): DateRole | undefined {
  if (isModifiedAfter(after)) return "modified";
  return isPublishedAfter(after) ? "published" : undefined;
}

/** `By Ada Park on `, `geschrieben von Jan am Mittwoch, den ` */
const AUTHOR_BEFORE =
  /^(?:(?:geschrieben|verfasst|written|posted|écrit|rédigé|escrito|scritto|geschreven) )?(?:by|von|par|por|door|di|av|af) [^.!?]{2,40}? (?:on|am|le|el|il|op|em|den) (?:\p{L}{2,12}[.,]{0,2} (?:den )?)?$/iu;
const PREPOSITION_BEFORE = /^(?:on|am|vom|le|el|il|op|em|den) (?:\p{L}{2,12}[.,]{0,2} (?:den )?)?$/iu;
/** ` by Ada Park`, ` von Jan`, ` um 10:00 Uhr veröffentlicht` */
const AUTHOR_BEHIND =
  /^(?: (?:by|von|par|por|door|di|av|af) \p{Lu}|.{0,40} (?:veröffentlicht|geschrieben|gepostet|published|posted)\P{L}*$)/u;

/** Without markup, the text before and after a date tells whether it is part of a sentence. */
function isAlone(before: string, after: string): boolean {
  const isByline = AUTHOR_BEFORE.test(before) || (PREPOSITION_BEFORE.test(before) && AUTHOR_BEHIND.test(after));
  if (isByline && before.length + after.length <= BYLINE) return true;
  if (before.length + after.length <= 60) {
    // `By Ada Park on March 5, 2025 at 17:57 | News`
    return before.length <= 2 || /^\s*(?:$|[^\p{L}\s]|\p{L}{1,3} \d)/u.test(after);
  }
  // `BERLIN, den 5. März 2025 – `, `(March 5, 2025) `
  const opens = before === "" || (before.length <= 40 && /[,(|:–—/[-] ?(?:\p{L}{2,12}[.,]? )?$/u.test(before));
  return opens && /^\s*[^\p{L}\p{N}\s]/u.test(after);
}

/** How far from the headline a date still belongs to it, in lines. */
const BELOW = 15;
const ABOVE = 4;

const nearest = (a: DateInLine, b: DateInLine) => distanceOf(a) - distanceOf(b);
/** Dates above the headline come last: they are often the day of the visit. */
const distanceOf = ({ distance }: DateInLine) => (distance >= 0 ? distance : BELOW - distance);
const isNear = ({ distance }: DateInLine) => distance <= BELOW && distance >= -ABOVE;

/** Dates in the lines of the page that `isWanted` accepts, the nearest to the headline first. */
const lineDates = (source: string, isWanted: (date: DateInLine) => boolean): Rule =>
  function* ({ lines }) {
    for (const { value, stated } of lines()
      .filter((date) => isOfStory(date) && isWanted(date))
      .toSorted(nearest)) {
      yield { value, stated, source };
    }
  };

const isOfStory = ({ role, isAside }: DateInLine) => !isAside && role !== "modified" && role !== "other";

/** Where no headline vouches for dates, they count when all of them are one day. */
const agreedDates = (source: string, isWanted: (date: DateInLine) => boolean): Rule =>
  function* (reader) {
    yield* onlyIfAgreed([...lineDates(source, (date) => isDay(date.value) && isWanted(date))(reader)]);
  };

/** An aside may hold the facts about the story, its date among them. */
function* asideDates({ lines }: Reader): Generator<StatedDate> {
  const dates = lines().filter(({ isAside, isStated, role }) => isAside && isStated && role === "published");
  yield* onlyIfAgreed(
    dates.map(({ value, stated }) => ({ value, stated, source: "element marked as publication date" })),
  );
}

const isBelow = (date: DateInLine) => isNear(date) && date.distance >= 0;

const belowHeadline = lineDates(
  "date below the headline",
  (date) => isDay(date.value) && date.isMarked && date.isBrief && isBelow(date),
);

/** Farther from the headline may be the day of another story. */
const isRightBelow = ({ distance }: DateInLine) => distance >= 0 && distance <= 4;

const rightBelowHeadline = lineDates(
  "date below the headline",
  (date) => isDay(date.value) && date.isMarked && date.isBrief && isRightBelow(date),
);

/** The kinds of evidence, the most telling first. */
const rules: readonly Rule[] = [
  storyDate("datePublished"),
  meta(PUBLISHED_METAS),
  pageNodeDates,
  meta(CREATED_METAS),
  storyDate("uploadDate"),
  storyDate("dateCreated"),
  addressDays,
  lineDates("element marked as publication date", ({ role, isStated }) => role === "published" && isStated),
  lineDates("text marked as publication date", (date) => date.role === "published" && date.isLabelled && isNear(date)),
  asideDates,
  scriptDates,
  addressDates(({ value, isVague }) => !isDay(value) && !isVague),
  belowHeadline,
  lineDates("text marked as publication date", (date) => date.role === "published" && date.isBrief && isNear(date)),
  meta(GENERIC_METAS),
  lineDates("date above the headline", (date) => isDay(date.value) && date.isMarked && date.isBrief && isNear(date)),
  lineDates("text near the headline", (date) => isDay(date.value) && date.isAlone && isRightBelow(date)),
  addressDates(({ isVague }) => isVague),
  lineDates("text near the headline", (date) => isDay(date.value) && date.isAlone && isNear(date)),
  agreedDates("text marked as publication date", (date) => date.role === "published" && date.isLabelled),
  agreedDates("time element of the article", (date) => date.isStated && date.isInArticle),
  agreedDates("the only time element", (date) => date.isStated),
  agreedDates("text marked as date", (date) => date.isMarked && date.isBrief),
  lineDates("first time element", (date) => date.isStated && date.isMarked && date.distance >= 0),
  lineDates("first text marked as date", (date) => date.isMarked && date.isBrief && date.distance >= 0),
  agreedDates("the only date", (date) => date.isAlone),
  lineDates("month near the headline", (date) => date.isMarked && date.isBrief && isNear(date)),
];

/**
 * The day that the best evidence states. Where that is only a month or a year, weaker evidence may tell the day within
 * it; dates outside it are ignored.
 */
export function findPublished(page: SourcePage): StatedDate | undefined {
  const locale = localeOf(page);
  let lines: DateInLine[] | undefined;
  const reader: Reader = {
    page,
    locale,
    lines: () => {
      if (lines === undefined) {
        const pageLines = readLines(page);
        lines = datesInLines(pageLines, page, locale === "en" ? orderIn(pageLines) : locale);
      }
      return lines;
    },
  };
  let best: StatedDate | undefined;
  for (const rule of rules) {
    for (const date of rule(reader)) {
      if (!isSane(date.value, page.today)) continue;
      if (best === undefined || (date.value.startsWith(best.value) && date.value !== best.value)) best = date;
      if (isDay(best.value)) return inTimeOfSite(best, reader);
    }
  }
  return best;
}

/**
 * Metadata often has the time in UTC. The address and the line below the headline have the local day of the publisher,
 * which may be the day before or after.
 */
function inTimeOfSite(date: StatedDate, reader: Reader): StatedDate {
  const hour = /T(\d\d):\d\d.*(?:Z|[+-]00:?00)$/.exec(date.stated)?.[1];
  if (hour === undefined || date.source === "address") return date;
  const isOther = ({ stated }: StatedDate) => stated !== date.stated;
  const days = [...addressDays(reader)];
  const [below] = [...rightBelowHeadline(reader)].filter(isOther);
  if ([...days, ...belowHeadline(reader)].some((other) => isOther(other) && other.value === date.value)) return date;
  const local = [...days, ...(below ? [below] : [])].find(({ value }) => {
    const difference = daysBetween(date.value, value);
    return (difference === 1 && Number(hour) >= 14) || (difference === -1 && Number(hour) < 12);
  });
  return local ?? date;
}

/** `en`; or `en-GB` or `en-US` where the page has a date, such as 25/3/2025, that can be read in one order only. */
function orderIn(lines: PageLines): string {
  const numbers = lines.flatMap(({ text }) => [
    ...text.matchAll(/(?<![\d/])(\d{1,2})\/(\d{1,2})\/(?:19|20)\d\d(?!\d)/g),
  ]);
  const isDayFirst = numbers.some(([, first]) => Number(first) > 12);
  const isMonthFirst = numbers.some(([, , second]) => Number(second) > 12);
  return isDayFirst === isMonthFirst ? "en" : isDayFirst ? "en-GB" : "en-US";
}

/** Endings that are sold for what they spell, or stand for many countries. */
const NO_COUNTRY = new Set("ai cc co eu fm gg im io ly me nu sh to tv ws".split(" "));

/** The language that the page states, with the country of its host where English leaves the order of numbers open. */
function localeOf({ dom, metas, url }: SourcePage): string {
  const stated = [
    dom("html").attr("lang") ?? dom("html").attr("xml:lang") ?? "",
    dom('meta[http-equiv="content-language" i]').attr("content") ?? "",
    ...(metas.get("og:locale") ?? []),
  ]
    .map((tag) => tag.trim().replaceAll("_", "-"))
    .find((tag) => /^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,3}$/i.test(tag));
  const ending = hostOf(url).split(".").at(-1) ?? "";
  const country = ending === "uk" ? "gb" : ending === "gov" || ending === "mil" ? "us" : ending;
  if (!/^[a-z]{2}$/.test(country) || NO_COUNTRY.has(country)) return stated ?? "en";
  if (stated === undefined) return `${new Intl.Locale(`und-${country}`).maximize().language}-${country}`;
  return /^en\b/i.test(stated) ? `en-${country}` : stated;
}
