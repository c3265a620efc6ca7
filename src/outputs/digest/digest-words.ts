/** What a digest says of a change and of a story, in pieces of text and links with whole addresses, whatever the format. */
import { joinWords } from "../../lib/text.ts";
import type { CatalogChangeView } from "../../views/catalog-changes.ts";
import type { DigestStory } from "../../views/digest.ts";
import type { LinkView } from "../../views/page.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { ended } from "../markdown/rows.ts";

export function changeParts({ href, label, text, successor, successorName }: CatalogChangeView): (string | LinkView)[] {
  return [
    { href: absoluteUrl(href), label },
    `: ${ended(text)}`,
    ...(successor ? [" Successor: ", { href: absoluteUrl(successor.href), label: successor.label }, "."] : []),
    ...(successorName ? [` Now ${ended(successorName)}`] : []),
  ];
}

/** A topic on the page of a week. */
export function placeOf(href: string, anchor: string): string {
  return `${absoluteUrl(href)}#${encodeURIComponent(anchor)}`;
}

/** `hl7.org, 3 May 2026`: the host, which leads to the article, and what follows it. */
export function sourceLine({ source, date }: DigestStory): readonly [source: LinkView, dated: string] {
  return [source, `, ${date?.label ?? "date not stated"}`];
}

/** `Also in HIStalk. Also on FHIR and Patient Access`: who else tells of the event, and its other topics. */
export function alsoIn({ also, topics }: DigestStory): string | undefined {
  const sources = also.map(({ label, note }) => (note === undefined ? label : `${label} (${note})`));
  const labels = [...new Set(topics.map(({ label }) => label))];
  const sentences = [
    sources.length > 0 && `Also in ${joinWords(sources)}`,
    labels.length > 0 && `Also on ${joinWords(labels)}`,
  ];
  return sentences.filter(Boolean).join(". ") || undefined;
}
