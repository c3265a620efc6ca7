/** Reads a text as an XML document with the usual prefixes, or says why it is not well formed. */
import { SaxesParser } from "saxes";

export interface XmlElement {
  /** With the usual prefix of its namespace, whatever the document calls it: `atom:link`; without one where it has none. */
  readonly name: string;
  /** By the name in the document. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Text directly inside; children's text is their own. */
  readonly text: string;
}

const PREFIXES: Readonly<Record<string, string>> = {
  "http://www.w3.org/2005/Atom": "atom",
  "http://purl.org/rss/1.0/modules/content/": "content",
  "http://purl.org/dc/elements/1.1/": "dc",
  "http://search.yahoo.com/mrss/": "media",
  "http://purl.org/rss/1.0/modules/syndication/": "sy",
  "http://www.w3.org/1999/xhtml": "html",
  "http://www.sitemaps.org/schemas/sitemap/0.9": "sitemap",
};

/** Throws an Error with line and column when the text is not well formed, namespaces included. */
export function readXml(xml: string): XmlElement {
  const top: Open = { name: "", attributes: {}, children: [], text: "" };
  const open = [top];
  // Without a handler of errors, saxes throws the first.
  const parser = new SaxesParser({ xmlns: true });
  const addText = (text: string) => {
    const element = open.at(-1);
    if (element) element.text += text;
  };
  parser.on("text", addText);
  parser.on("cdata", addText);
  parser.on("opentag", ({ local, uri, attributes }) => {
    const values = Object.entries(attributes).map(([name, { value }]) => [name, value]);
    const prefix = uri === "" ? "" : `${PREFIXES[uri] ?? uri}:`;
    const element: Open = { name: `${prefix}${local}`, attributes: Object.fromEntries(values), children: [], text: "" };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on("closetag", () => open.pop());
  parser.write(xml).close();
  return top.children[0] ?? top;
}

/** The address of the style sheet that a document names; empty where it names none. */
export function styleSheetOf(xml: string): string {
  return /^<\?xml-stylesheet type="text\/css" href="([^"]*)"\?>$/m.exec(xml)?.[1] ?? "";
}

interface Open extends XmlElement {
  readonly children: Open[];
  text: string;
}

/** The children of this name. */
export function childrenOf({ children }: XmlElement, name: string): XmlElement[] {
  return children.filter((child) => child.name === name);
}

/** The text of the first child of this name, trimmed; undefined where there is none, or only an empty one. */
export function textIn(element: XmlElement, name: string): string | undefined {
  return childrenOf(element, name)[0]?.text.trim() || undefined;
}

/** The element and everything in it, in the order of the document. */
export function allWithin(element: XmlElement): XmlElement[] {
  return [element, ...element.children.flatMap(allWithin)];
}
