/** The rules of Atom (RFC 4287). */
import { parseAtomFeed } from "feedsmith";
import { allWithin, childrenOf, styleSheetOf, textIn, type XmlElement } from "../read-xml.ts";
import type { FeedDocument } from "./feed-document.ts";
import { type FormatRule, isRfc3339, isWebAddress } from "./rule.ts";
import { hasOne, otherDates, scheduleViolations } from "./xml-rules.ts";

export function toAtomDocument(file: string, text: string, root: XmlElement): FeedDocument {
  const { title, entries = [] } = parseAtomFeed(text);
  return {
    format: "atom",
    file,
    style: styleSheetOf(text),
    self: linkOf(root, "self"),
    home: linkOf(root, "alternate"),
    items: entriesOf(root).map((entry) => ({
      id: textIn(entry, "atom:id"),
      link: linkOf(entry, "alternate"),
      title: textIn(entry, "atom:title"),
      content: textIn(entry, "atom:content"),
      enclosures: childrenOf(entry, "atom:link")
        .filter(({ attributes }) => attributes["rel"] === "enclosure")
        .map(({ attributes: { href, type, length } }) => ({ url: href, type, length })),
    })),
    library: { title: title?.value, ids: entries.map(({ id }) => id) },
  };
}

const CONSTRUCTS = ["atom:title", "atom:subtitle", "atom:summary", "atom:rights", "atom:content"];
const DATES = ["atom:updated", "atom:published"];

export const atomRules: readonly FormatRule<XmlElement>[] = [
  {
    requirement: "the root is feed, in the namespace of Atom",
    violations: ({ name }) => (name === "atom:feed" ? [] : [name]),
  },
  {
    requirement: "a feed has one title, id and updated",
    violations: (root) => REQUIRED.filter((name) => !hasOne(root, name)),
  },
  {
    requirement: "an entry has one title, id and updated",
    violations: (root) => entriesOf(root).flatMap((entry) => REQUIRED.filter((name) => !hasOne(entry, name))),
  },
  {
    requirement: "a feed or each of its entries has an author",
    violations: (root) => {
      const all = childrenOf(root, "atom:author").length > 0 ? [] : [root, ...entriesOf(root)];
      return all.filter((it) => childrenOf(it, "atom:author").length === 0).map(({ name }) => name);
    },
  },
  {
    requirement: "an author has one name, and a uri that is an address, unless authors have no pages",
    violations: (root, site) => {
      const mayBeAbsent = ![...site.files].some((file) => file.startsWith("author/"));
      return allWithin(root)
        .filter(({ name }) => name === "atom:author")
        .filter((author) => {
          const uri = textIn(author, "atom:uri");
          return !hasOne(author, "atom:name") || !(isWebAddress(uri) || (uri === undefined && mayBeAbsent));
        })
        .map((author) => textIn(author, "atom:name") ?? "no name");
    },
  },
  {
    requirement: "updated and published are as RFC 3339 has them",
    violations: (root) =>
      allWithin(root)
        .filter(({ name, text }) => DATES.includes(name) && !isRfc3339(text))
        .map(({ text }) => text),
  },
  {
    requirement: "an entry is not updated before it is published, nor a feed before its entries",
    violations: (root) => orderViolations(root),
  },
  {
    requirement: "a link has an address",
    violations: (root) =>
      allWithin(root)
        .filter(({ name, attributes }) => name === "atom:link" && !isWebAddress(attributes["href"]))
        .map(({ attributes }) => attributes["href"] ?? "none"),
  },
  {
    requirement: "an id is an address",
    violations: (root) =>
      allWithin(root)
        .filter(({ name, text }) => name === "atom:id" && !isWebAddress(text))
        .map(({ text }) => text),
  },
  {
    requirement: "a text is of type text or html, and has no element in it",
    violations: (root) =>
      allWithin(root)
        .filter(({ name }) => CONSTRUCTS.includes(name))
        .filter(({ attributes, children }) => {
          const type = attributes["type"] ?? "text";
          return children.length > 0 || (type !== "text" && type !== "html");
        })
        .map(({ name, attributes }) => `${name} ${attributes["type"]}`),
  },
  {
    requirement: "an entry has content",
    violations: (root) =>
      entriesOf(root)
        .filter((entry) => !hasOne(entry, "atom:content"))
        .map((entry) => textIn(entry, "atom:id") ?? "no id"),
  },
  {
    requirement: "a category has a term and an address as its scheme",
    violations: (root) =>
      allWithin(root)
        .filter(({ name }) => name === "atom:category")
        .filter(({ attributes }) => !attributes["term"] || !isWebAddress(attributes["scheme"]))
        .map(({ attributes }) => attributes["label"] ?? "no label"),
  },
  {
    requirement: "sy:updatePeriod, sy:updateFrequency and sy:updateBase say when to ask again",
    violations: scheduleViolations,
  },
  {
    requirement: "an entry has no date of another vocabulary",
    violations: (root) => entriesOf(root).flatMap(otherDates),
  },
];

const REQUIRED = ["atom:title", "atom:id", "atom:updated"];

function orderViolations(root: XmlElement): string[] {
  const timeOf = (element: XmlElement, name: string) => Date.parse(textIn(element, name) ?? "");
  const changed = timeOf(root, "atom:updated");
  return entriesOf(root)
    .filter((entry) => {
      const updated = timeOf(entry, "atom:updated");
      return updated < timeOf(entry, "atom:published") || changed < updated;
    })
    .map((entry) => textIn(entry, "atom:id") ?? "no id");
}

function linkOf(element: XmlElement, rel: string): string | undefined {
  return childrenOf(element, "atom:link").find(({ attributes }) => (attributes["rel"] ?? "alternate") === rel)
    ?.attributes["href"];
}

function entriesOf(root: XmlElement): XmlElement[] {
  return childrenOf(root, "atom:entry");
}
