/** Requirements that several XML formats share. */
import { childrenOf, textIn, type XmlElement } from "../read-xml.ts";

/** Of an item in RSS or an entry in Atom. Libraries take a date of Dublin Core for that of the format, and the last counts. */
export function otherDates(item: XmlElement): string[] {
  return item.children.map(({ name }) => name).filter((name) => OTHER_DATE.test(name));
}

const OTHER_DATE = /^(?:dc|http:\/\/purl\.org\/dc\/terms\/):(?:date|created|issued|modified)$/;

/** Of a channel or a feed: the module is the same in both formats. */
export function scheduleViolations(element: XmlElement): string[] {
  return [
    ...unlike(textIn(element, "sy:updatePeriod"), /^(?:hourly|daily|weekly|monthly|yearly)$/),
    ...unlike(textIn(element, "sy:updateFrequency"), /^[1-9]\d*$/),
    ...unlike(textIn(element, "sy:updateBase"), /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:\d\d)$/),
  ];
}

export function hasOne(element: XmlElement, name: string): boolean {
  return childrenOf(element, name).length === 1 && textIn(element, name) !== undefined;
}

/** The text, where it is not of the pattern; `none` for one that is not there. */
export function unlike(text = "none", pattern: RegExp): string[] {
  return pattern.test(text) ? [] : [text];
}
