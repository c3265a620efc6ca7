/** Small pieces of HTML for what is read apart from the site: feeds and mails. */

import { dirOf } from "../lib/direction.ts";
import { escapeMarkup } from "../lib/escape-markup.ts";
import type { LinkView } from "../views/page.ts";
import type { Wording } from "../views/wording.ts";

export type Attributes = Readonly<Record<string, string | number | undefined>>;

export function attributesOf(attributes: Attributes | Partial<Wording> = {}): string {
  return Object.entries(attributes)
    .map(([name, value]) => (value === undefined ? "" : ` ${name}="${escapeMarkup(String(value))}"`))
    .join("");
}

/** A name in a sentence of ours, which keeps its own direction. */
export function nameToHtml(name: string): string {
  const dir = dirOf(name);
  return dir === undefined ? escapeMarkup(name) : `<span dir="${dir}">${escapeMarkup(name)}</span>`;
}

export function toAnchor({ href, label }: LinkView): string {
  const attributes = attributesOf({ dir: dirOf(label) });
  return `<a href="${escapeMarkup(href)}"${attributes}>${escapeMarkup(label)}</a>`;
}
