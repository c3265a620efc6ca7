/** The rules of RSS 2.0 (https://www.rssboard.org/rss-specification) and of the modules in use. */
import { parseRssFeed } from "feedsmith";
import { allWithin, childrenOf, styleSheetOf, textIn, type XmlElement } from "../read-xml.ts";
import type { FeedDocument } from "./feed-document.ts";
import { type FormatRule, isRfc822, isWebAddress } from "./rule.ts";
import { hasOne, otherDates, scheduleViolations, unlike } from "./xml-rules.ts";

export function toRssDocument(file: string, text: string, root: XmlElement): FeedDocument {
  const channel = channelOf(root);
  const { title, items = [] } = parseRssFeed(text);
  return {
    format: "rss",
    file,
    style: styleSheetOf(text),
    self: childrenOf(channel, "atom:link").find(({ attributes }) => attributes["rel"] === "self")?.attributes["href"],
    home: textIn(channel, "link"),
    items: itemsOf(root).map((item) => ({
      id: textIn(item, "guid"),
      link: textIn(item, "link"),
      title: textIn(item, "title"),
      content: textIn(item, "content:encoded"),
      enclosures: [
        ...childrenOf(item, "enclosure").map(({ attributes }) => ({ ...attributes, size: attributes["length"] })),
        ...childrenOf(item, "media:content").map(({ attributes }) => ({ ...attributes, size: attributes["fileSize"] })),
      ].map(({ size, ...attributes }: Record<string, string | undefined>) => ({
        url: attributes["url"],
        type: attributes["type"],
        length: size,
      })),
    })),
    library: { title, ids: items.map(({ guid }) => guid?.value) },
  };
}

export const rssRules: readonly FormatRule<XmlElement>[] = [
  {
    requirement: "the root is rss, version 2.0, with one channel",
    violations: (root) =>
      root.name === "rss" && root.attributes["version"] === "2.0" && childrenOf(root, "channel").length === 1
        ? []
        : [`${root.name} ${root.attributes["version"]}`],
  },
  {
    requirement: "the channel has one title, link and description",
    violations: (root) => ["title", "link", "description"].filter((name) => !hasOne(channelOf(root), name)),
  },
  {
    requirement: "the channel has a language tag",
    violations: (root) => {
      const language = textIn(channelOf(root), "language") ?? "none";
      return /^[a-z]{2,3}(?:-[A-Za-z\d]{2,8})*$/.test(language) && language !== "none" ? [] : [language];
    },
  },
  {
    requirement: "ttl is a number of minutes",
    violations: (root) => unlike(textIn(channelOf(root), "ttl"), /^[1-9]\d*$/),
  },
  {
    requirement: "sy:updatePeriod, sy:updateFrequency and sy:updateBase say when to ask again",
    violations: (root) => scheduleViolations(channelOf(root)),
  },
  {
    requirement: "lastBuildDate and pubDate are as RFC 822 has them",
    violations: (root) =>
      allWithin(root)
        .filter(({ name, text }) => (name === "lastBuildDate" || name === "pubDate") && !isRfc822(text))
        .map(({ text }) => text),
  },
  {
    requirement: "a channel has one lastBuildDate",
    violations: (root) => (hasOne(channelOf(root), "lastBuildDate") ? [] : ["none"]),
  },
  {
    requirement: "an item has one title, link, guid, pubDate and content:encoded",
    violations: (root) =>
      itemsOf(root).flatMap((item) =>
        ["title", "link", "guid", "pubDate", "content:encoded"].filter((name) => !hasOne(item, name)),
      ),
  },
  {
    requirement: "an item has at most one description and enclosure",
    violations: (root) =>
      itemsOf(root).flatMap((item) => ["description", "enclosure"].filter((name) => childrenOf(item, name).length > 1)),
  },
  {
    requirement: "a guid that is a permalink is an address",
    violations: (root) =>
      itemsOf(root)
        .flatMap((item) => childrenOf(item, "guid"))
        .filter(({ attributes, text }) => attributes["isPermaLink"] !== "false" && !isWebAddress(text))
        .map(({ text }) => text),
  },
  {
    requirement: "an enclosure has url, length and type",
    violations: (root) =>
      itemsOf(root)
        .flatMap((item) => childrenOf(item, "enclosure"))
        .flatMap(({ attributes }) => ["url", "length", "type"].filter((name) => !attributes[name])),
  },
  {
    requirement: "an item has no date of another vocabulary",
    violations: (root) => itemsOf(root).flatMap(otherDates),
  },
];

function channelOf(root: XmlElement): XmlElement {
  return childrenOf(root, "channel")[0] ?? root;
}

function itemsOf(root: XmlElement): XmlElement[] {
  return childrenOf(channelOf(root), "item");
}
