/** The rules of OPML 2.0 for a list of feeds (https://opml.org/spec2.opml). */
import { parseOpml } from "feedsmith";
import { fileOfAddress } from "../../../src/built-site/built-site.ts";
import { allWithin, childrenOf, styleSheetOf, textIn, type XmlElement } from "../read-xml.ts";
import { type FormatRule, isRfc822, styleViolations } from "./rule.ts";
import { hasOne } from "./xml-rules.ts";

export interface OpmlDocument {
  readonly root: XmlElement;
  /** Path of the style sheet for a browser. */
  readonly style: string;
  /** How many outlines feedsmith reads in it. */
  readonly read: number;
}

export function toOpmlDocument(text: string, root: XmlElement): OpmlDocument {
  return { root, style: styleSheetOf(text), read: countOutlines(parseOpml(text).body?.outlines ?? []) };
}

export const opmlRules: readonly FormatRule<OpmlDocument>[] = [
  {
    requirement: "the root is opml, version 2.0, with one head and one body",
    violations: ({ root }) =>
      root.name === "opml" &&
      root.attributes["version"] === "2.0" &&
      ["head", "body"].every((name) => childrenOf(root, name).length === 1)
        ? []
        : [`${root.name} ${root.attributes["version"]}`],
  },
  {
    requirement: "the head has a title and a dateModified as RFC 822 has it",
    violations: ({ root }) => {
      const [head] = childrenOf(root, "head");
      if (!head || !hasOne(head, "title")) return ["no title"];
      const date = textIn(head, "dateModified") ?? "no date";
      return isRfc822(date) ? [] : [date];
    },
  },
  {
    requirement: "an outline has a text",
    violations: ({ root }) => outlinesOf(root).flatMap(({ attributes }) => (attributes["text"] ? [] : ["none"])),
  },
  {
    requirement: "an outline of type rss has title, description, xmlUrl and htmlUrl, and no other has an xmlUrl",
    violations: ({ root }) =>
      outlinesOf(root).flatMap(({ attributes }) =>
        attributes["type"] === "rss"
          ? ["title", "description", "xmlUrl", "htmlUrl"].filter((name) => !attributes[name])
          : ["xmlUrl"].filter((name) => attributes[name]),
      ),
  },
  {
    requirement: "xmlUrl and htmlUrl lead to a feed and to its page",
    violations: ({ root }, site) =>
      feedOutlines(root)
        .filter(({ attributes }) => {
          const [feed, page] = ["xmlUrl", "htmlUrl"].map((name) => fileOfAddress(site, attributes[name] ?? ""));
          return !feed?.endsWith("feed.xml") || page !== feed.replace(/feed\.xml$/, "index.html");
        })
        .map(({ attributes }) => `${attributes["xmlUrl"]}, ${attributes["htmlUrl"]}`),
  },
  { requirement: "the style sheet is a file of this site", violations: styleViolations },
  {
    requirement: "no feed occurs twice",
    violations: ({ root }) => {
      const feeds = feedOutlines(root).map(({ attributes }) => attributes["xmlUrl"] ?? "");
      return feeds.filter((feed, index) => feeds.indexOf(feed) < index);
    },
  },
  {
    requirement: "a library reads as many outlines as there are",
    violations: ({ root, read }) => (read === outlinesOf(root).length ? [] : [`${read}`]),
  },
];

/** The outlines that are feeds. */
export function feedOutlines(root: XmlElement): XmlElement[] {
  return outlinesOf(root).filter(({ attributes }) => attributes["type"] === "rss");
}

function outlinesOf(root: XmlElement): XmlElement[] {
  return allWithin(root).filter(({ name }) => name === "outline");
}

interface Outline {
  readonly outlines?: readonly Outline[] | undefined;
}

function countOutlines(outlines: readonly Outline[]): number {
  return outlines.reduce((sum, { outlines: inner = [] }) => sum + 1 + countOutlines(inner), 0);
}
