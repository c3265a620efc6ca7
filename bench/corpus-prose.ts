/** Sentences and bodies of articles out of the words of the real content, as HTML and as Markdown. */

import { capitalize } from "../src/lib/text.ts";
import { between, drawer, type Random } from "./random.ts";
import type { ContentWords } from "./words.ts";

/** How one text format writes the parts of a body. */
export interface BodyFormat {
  readonly paragraph: (text: string) => string;
  readonly list: (items: readonly string[]) => string;
  readonly link: (text: string, url: string) => string;
}

/** In one line, as the exporting system writes it. */
export const htmlFormat: BodyFormat = {
  paragraph: (text) => `<p>${text}</p>`,
  list: (items) => `<ul>${items.map((item) => `<li>${item}</li>`).join("")}</ul>`,
  link: (text, url) => `<a href="${url}">${text}</a>`,
};

export const markdownFormat: BodyFormat = {
  paragraph: (text) => `${text}\n\n`,
  list: (items) => `${items.map((item) => `- ${item}\n`).join("")}\n`,
  link: (text, url) => `[${text}](${url})`,
};

export interface Prose {
  /** So many words, without a full stop. */
  readonly phrase: (least: number, most: number) => string;
  readonly sentence: (least: number, most: number) => string;
  /** Sentences of about so many words together. */
  readonly text: (least: number, most: number) => string;
  /** About so many words in paragraphs, with a link in some and a list in some bodies. */
  readonly body: (words: number, format: BodyFormat) => string;
}

const LINKED_SENTENCES = 0.12;
const BODIES_WITH_A_LIST = 0.4;

export function buildProse(random: Random, { words }: ContentWords): Prose {
  const draw = drawer(random, words, ({ count }) => count);
  const run = (count: number) => Array.from({ length: count }, () => draw().word);
  const phrase = (least: number, most: number) => capitalize(run(between(random, least, most)).join(" "));
  const sentence = (least: number, most: number) => `${phrase(least, most)}.`;
  const text = (least: number, most: number) => {
    const wanted = between(random, least, most);
    return Array.from({ length: Math.max(1, Math.round(wanted / 15)) }, () => sentence(8, 22)).join(" ");
  };
  const linked = ({ link }: BodyFormat) => {
    const [host = "", ...path] = run(3).map((word) => word.toLowerCase());
    const url = `https://www.${encodeURIComponent(host)}.example/${path.map(encodeURIComponent).join("/")}/`;
    return `${phrase(4, 10)} ${link(run(between(random, 1, 3)).join(" "), url)} ${run(between(random, 2, 8)).join(" ")}.`;
  };
  return {
    phrase,
    sentence,
    text,
    body: (wordCount, format) => {
      const paragraphs: string[] = [];
      for (let written = 0; written < wordCount; ) {
        const sentences = Array.from({ length: between(random, 2, 5) }, () =>
          random() < LINKED_SENTENCES ? linked(format) : sentence(8, 22),
        );
        paragraphs.push(format.paragraph(sentences.join(" ")));
        written += sentences.length * 15;
      }
      if (random() < BODIES_WITH_A_LIST) {
        const items = Array.from({ length: between(random, 3, 5) }, () => phrase(4, 10));
        paragraphs.splice(between(random, 1, paragraphs.length), 0, format.list(items));
      }
      return paragraphs.join("");
    },
  };
}
