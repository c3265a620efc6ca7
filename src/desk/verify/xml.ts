/** Promise: an XML text taken apart, and why it is not well formed. */
import { Parser } from "htmlparser2";

export interface XmlElement {
  readonly name: string;
  readonly parent: string | undefined;
  readonly attributes: Readonly<Record<string, string>>;
  readonly text: string;
}

type Mutable = Omit<XmlElement, "text"> & { text: string };

export interface Xml {
  readonly elements: readonly XmlElement[];
  /** Why it is not well formed; none where it is. */
  readonly errors: readonly string[];
}

/** The parser is lenient; what it puts up with and XML does not is found here. */
export function parseXml(xml: string): Xml {
  const elements: Mutable[] = [];
  const errors: string[] = [];
  const open: Mutable[] = [];
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
        if (isImplied && !isSelfClosing) errors.push(`<${name}> is not closed`);
        open.pop();
      },
    },
    { xmlMode: true },
  );
  parser.end(xml);
  // The parser reads HTML's named characters too; XML has five of them.
  const unknown = xml.match(/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);).{0,10}/i);
  if (unknown) errors.push(`${unknown[0]} is no character of XML`);
  return { elements, errors };
}
