/** How often a feed is worth asking for, as its formats say it. */
import { element } from "./xml.ts";

/** Four times a day: editors publish at most a few times. */
const PERIOD = "daily";
const FREQUENCY = 4;

/** The same for RSS itself, in minutes. */
export const TIME_TO_LIVE = (24 * 60) / FREQUENCY;

/** Of the module at https://web.resource.org/rss/1.0/modules/syndication/. */
export const SCHEDULE: readonly string[] = [
  element("sy:updatePeriod", PERIOD),
  element("sy:updateFrequency", String(FREQUENCY)),
  element("sy:updateBase", "2000-01-01T00:00:00Z"),
];
