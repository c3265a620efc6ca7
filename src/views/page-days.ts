/**
 * Promise: the day on which a page last changed, as far as the content tells; never the day of the build, and
 * undefined where the content tells nothing. A text without a date may have been edited later: the day is never later
 * than the truth.
 */
import type { Catalog, NewsItem, Offering, Topic } from "../catalog/graph.ts";
import { newsOfSubject, offeringsOfSubject } from "../catalog/queries.ts";
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

/** Rows of offerings change when a status comes into force, and with the list of certified products. */
export function dayOfOfferings(catalog: Catalog, offerings: readonly Offering[]): Day {
  return newest(offerings.flatMap((offering) => [statusDay(offering), certifiedDay(catalog, offering)]));
}

/** The page of an offering has its news too. */
export function dayOfOffering(catalog: Catalog, offering: Offering): Day {
  return newest([dayOfStories(offering.news), dayOfOfferings(catalog, [offering])]);
}

export function dayOfTopic(catalog: Catalog, topic: Topic): Day {
  return newest([dayOfStories(newsOfSubject(topic)), dayOfOfferings(catalog, offeringsOfSubject(topic))]);
}

export function dayOfCatalog(catalog: Catalog): Day {
  return newest([dayOfStories(catalog.news), dayOfOfferings(catalog, catalog.offerings)]);
}

function statusDay({ statusDate, isStatusToCome }: Offering): Day {
  return statusDate === undefined || isStatusToCome ? undefined : startOf(statusDate);
}

function certifiedDay({ factsSource, buildDate }: Catalog, { certified }: Offering): Day {
  return certified.length > 0 && factsSource && factsSource.asOf <= buildDate ? factsSource.asOf : undefined;
}
