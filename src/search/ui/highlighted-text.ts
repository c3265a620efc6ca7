/** Highlighted text as nodes; text is always text, never markup. */

import { element } from "../../lib/element.ts";
import type { Highlighted } from "../engine/search-answer.ts";

/** Characters shown before the first match where a text has one line. */
const LEAD = 32;

export function hasHighlight(text: Highlighted): boolean {
  return text.length > 1;
}

export function toNodes(text: Highlighted): (string | HTMLElement)[] {
  return text.map((piece, index) => (index % 2 === 1 ? element("mark", {}, piece) : piece));
}

/** The text from a few words before its first match on, so that the match is in the first line. */
export function fromFirstHighlight(text: Highlighted): Highlighted {
  const [before = "", ...rest] = text;
  if (!hasHighlight(text) || before.length <= LEAD) return text;
  const tail = before.slice(-LEAD);
  const start = tail.indexOf(" ");
  return [`…${start < 0 ? "" : tail.slice(start)}`, ...rest];
}
