/** Promise: every feed is well formed, named by a page, and holds items with an id of their own and a link that resolves. */
import { Parser } from "htmlparser2";
import { type BuiltSite, elementsOf, fileAt } from "./built-site.ts";
import type { Check, Fault } from "./check.ts";

export const feedsCheck: Check = {
  name: "feeds",
  run(site) {
    const feeds = [...site.files].filter((file) => file.endsWith("feed.xml"));
    const items = feeds.map((file) => itemsOf(parseXml(textOf(site, file)).elements).length);
    const named = new Set(site.pages.flatMap((page) => elementsOf(page, "link")).map((it) => it.attributes["href"]));
    return {
      looked: [
        { what: "feeds", count: feeds.length, least: 1 },
        { what: "items", count: items.reduce((sum, count) => sum + count, 0), least: 1 },
      ],
      faults: [
        ...feeds.flatMap((file) => feedFaults(file, site)),
        ...feeds
          .filter((file) => !named.has(`/${file}`))
          .map((file) => ({ where: file, message: "no page names this feed" })),
      ],
    };
  },
};

interface XmlElement {
  readonly name: string;
  readonly parent: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  text: string;
}

function parseXml(xml: string): { elements: XmlElement[]; unclosed: string[] } {
  const elements: XmlElement[] = [];
  const unclosed: string[] = [];
  const open: XmlElement[] = [];
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        const element = { name, parent: open.at(-1)?.name, attributes, text: "" };
        elements.push(element);
        open.push(element);
      },
      ontext(text) {
        const element = open.at(-1);
        if (element) element.text += text;
      },
      onclosetag(name, isImplied) {
        // The parser closes what is left open without a word, and calls a self-closing element implied too.
        const isSelfClosing = xml.slice(0, parser.endIndex + 1).endsWith("/>");
        if (isImplied && !isSelfClosing) unclosed.push(name);
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  return { elements, unclosed };
}

function itemsOf(elements: readonly XmlElement[]): XmlElement[] {
  return elements.filter(({ name }) => name === "item");
}

function feedFaults(file: string, site: BuiltSite): Fault[] {
  const xml = textOf(site, file);
  const { elements, unclosed } = parseXml(xml);
  const texts = (parent: string, name: string) =>
    elements.filter((element) => element.parent === parent && element.name === name).map(({ text }) => text.trim());
  const items = itemsOf(elements).length;
  const links = [...texts("channel", "link"), ...texts("item", "link")];
  const self = elements.find(({ name, attributes }) => name === "atom:link" && attributes["rel"] === "self");
  const faults = unclosed.map((name) => `<${name}> is not closed`);
  // The parser reads HTML's named characters too; XML has five of them.
  const unknown = xml.match(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);).{0,10}/i);
  if (unknown) faults.push(`${unknown[0]} is no character of XML`);
  for (const name of ["title", "link", "description"])
    if (texts("channel", name).filter((text) => text !== "").length !== 1)
      faults.push(`the channel has no one ${name}`);
  for (const name of ["title", "link", "guid"])
    if (texts("item", name).filter((text) => text !== "").length !== items) faults.push(`an item has no ${name}`);
  const ids = texts("item", "guid");
  if (new Set(ids).size < ids.length) faults.push("two items have the same guid");
  if (self?.attributes["href"] !== new URL(file, site.url).href) faults.push("does not name its own address");
  for (const link of links) {
    const url = URL.parse(link);
    if (url?.origin !== site.url.origin) faults.push(`${link} is not of this site`);
    else if (fileAt(site, url.pathname) === undefined) faults.push(`${link} leads nowhere`);
  }
  return faults.map((message) => ({ where: file, message }));
}

function textOf(site: BuiltSite, file: string): string {
  return site.read(file).toString("utf8");
}
