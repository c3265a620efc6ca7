/** A document that another engine has found, as a hit of the search with its matches highlighted. */
import { type Highlighted, type Hit, MAX_REASONS } from "../engine/search-answer.ts";
import { fieldNames } from "../index/search-record.ts";
import { toRecord } from "./document.ts";
import { END, type EngineHit, START } from "./protocol.ts";

const MARKS = new RegExp(`[${START}${END}]`);

/** Fields are told where they have matches that neither the title nor the line under it has. */
export function toHit({ document, marked }: EngineHit): Hit {
  const record = toRecord(document);
  const of = (name: "title" | "detail" | "text") => toHighlighted(record[name], marked.get(name)?.[0]);
  const [title, detail, text] = [of("title"), of("detail"), of("text")];
  const shown = new Set([...matchesIn(title), ...matchesIn(detail)]);
  const reasons: { readonly field: (typeof fieldNames)[number]; readonly value: Highlighted }[] = [];
  for (const field of fieldNames) {
    const known = record.fields[field] ?? [];
    for (const one of marked.get(field) ?? []) {
      const plain = one.split(MARKS).join("");
      const value = toHighlighted(plain, one);
      const fresh = matchesIn(value).filter((match) => !shown.has(match));
      if (fresh.length === 0 || !known.includes(plain) || reasons.length === MAX_REASONS) continue;
      for (const match of fresh) shown.add(match);
      reasons.push({ field, value });
    }
  }
  return { record, title, detail, text, reasons };
}

/** The pieces of a text, from the same text with marks; without highlights where it is not the same. */
export function toHighlighted(text: string, marked = ""): Highlighted {
  const pieces = marked.split(MARKS);
  if (pieces.length % 2 === 0 || pieces.join("") !== text) return [text];
  return pieces.length > 1 && pieces.at(-1) === "" ? pieces.slice(0, -1) : pieces;
}

function matchesIn(highlighted: Highlighted): string[] {
  return highlighted.filter((_, index) => index % 2 === 1).map((match) => match.toLowerCase());
}
