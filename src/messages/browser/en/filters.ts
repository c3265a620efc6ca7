/** Lists that filters narrow, which are fetched once one asks for them. */
import { counted, formatCount, joinWords } from "./format.ts";
import { offerings } from "./offering.ts";

export const tryAgain = "Try again";
/** The sources of stories that are known by their host alone. */
export const noPublisher = "No publisher named";

export const fetchingOfferings = "Fetching the offerings…";
export const offeringsFailed = "The offerings could not be fetched.";
export const offeringsLeft = (left: number, all: number) => `${formatCount(left)} of ${offerings(all)}`;

export const fetchingStories = "Fetching the stories…";
export const storiesFailed = "The stories could not be fetched.";
export const storiesLeft = (left: number, all: number) =>
  `${formatCount(left)} of ${counted(all, { one: "story", other: "stories" })}`;

/** Of the address, such as `Kind “unknown”`. */
export const valuesLeftOut = (values: readonly string[]) =>
  `Left out, since there is no such value: ${joinWords(values)}.`;

export const showMore = (step: number) => `Show ${step} more`;
export const shown = (count: number, all: number) => `${formatCount(count)} of ${formatCount(all)} shown.`;

/** Before the other sources that tell of the same event. */
export const alsoIn = "Also in";
/** Behind the name of a source of which a row has two. */
export const dateNotStated = "date not stated";
