/**
 * The day on which a page last changed, as far as the content tells: never the day of the build, and never later than
 * the truth. It is undefined where the content tells nothing.
 */
import type { Catalog, NewsItem, Offering, Topic } from "../catalog/graph.ts";
import { newsOfSubject, offeringsOfSubject } from "../catalog/queries.ts";
import type { Week } from "../catalog/weeks.ts";
import { memoize } from "../lib/memoize.ts";
import { startOf } from "../lib/partial-date.ts";

type Day = string | undefined;

/** The latest of these days. */
export function newest(days: Iterable<Day>): Day {
  let latest: Day;
  for (const day of days) if (day !== undefined && (latest === undefined || day > latest)) latest = day;
  return latest;
}

export function dayOfStories(news: readonly NewsItem[]): Day {
  return newest(news.map(({ modified }) => modified));
}

/** Rows of offerings change when one is added, when a status comes into force, with the list of certified products, with a report, and with what interfaces declare. */
export function dayOfOfferings(catalog: Catalog, offerings: readonly Offering[]): Day {
  // Nothing changed on a page before the first curation: there was no site yet.
  const first = firstDay(catalog);
  const days = offerings.flatMap((offering) => [
    offering.added,
    statusDay(offering),
    certifiedDay(catalog, offering),
    impliedDay(catalog, offering),
    reportedDay(catalog, offering),
    interfaceDay(catalog, offering),
  ]);
  return newest(days.filter((day) => day !== undefined && first !== undefined && day >= first));
}

/** Of a page that lists both. */
export function dayOfEntries(catalog: Catalog, news: readonly NewsItem[], offerings: readonly Offering[]): Day {
  return newest([dayOfStories(news), dayOfOfferings(catalog, offerings)]);
}

export function dayOfTopic(catalog: Catalog, topic: Topic): Day {
  return dayOfEntries(catalog, newsOfSubject(topic), offeringsOfSubject(topic));
}

/** Of what they tell alone: an offering may have changed since in other ways. */
export function dayOfWeeks(weeks: readonly Week[]): Day {
  return newest(
    weeks.flatMap(({ news, changes, added }) => [
      dayOfStories(news),
      ...changes.map(({ day }) => day),
      ...added.map((offering) => offering.added),
    ]),
  );
}

export const dayOfCatalog = memoize((catalog: Catalog): Day => dayOfEntries(catalog, catalog.news, catalog.offerings));

/** The day of the first curation. */
const firstDay = memoize(({ news }: Catalog): Day => news.map(({ date }) => date).sort()[0]);

function statusDay({ statusDate, isStatusToCome }: Offering): Day {
  return statusDate === undefined || isStatusToCome ? undefined : startOf(statusDate);
}

/** The day on which the adoption of an implied version ended. */
function impliedDay({ buildDate }: Catalog, { implied }: Offering): Day {
  return newest(implied.flatMap(({ until }) => (until !== undefined && until <= buildDate ? until : [])));
}

function reportedDay({ reportedSource, buildDate }: Catalog, { reported }: Offering): Day {
  return reported && reportedSource && reportedSource.asOf <= buildDate ? reportedSource.asOf : undefined;
}

function interfaceDay({ buildDate }: Catalog, { interfaces }: Offering): Day {
  return newest(interfaces.flatMap(({ facts }) => (facts.seen <= buildDate ? facts.seen : [])));
}

function certifiedDay({ factsSource, buildDate }: Catalog, { certified }: Offering): Day {
  return certified.length > 0 && factsSource && factsSource.asOf <= buildDate ? factsSource.asOf : undefined;
}
