/** What a digest says of a change and of a story, in pieces of text and links with whole addresses, whatever the format. */
import { ended, joinWords } from "../../lib/text.ts";
import type { CatalogChangeView } from "../../views/catalog-changes.ts";
import type { DigestStory } from "../../views/digest.ts";
import type { LinkView } from "../../views/page.ts";
import { absoluteUrl } from "../../views/urls.ts";

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

/** `HIStalk, 3 May 2026`: the source, which leads to the article, and what follows it. */
export function sourceLine({ source, date }: DigestStory): readonly [source: LinkView, dated: string] {
  return [source, `, ${date?.label ?? "date not stated"}`];
}

/** `Also in HIStalk`: who else tells of the event. */
export function alsoIn({ also }: DigestStory): string | undefined {
  const sources = also.map(({ label, note }) => (note === undefined ? label : `${label} (${note})`));
  return sources.length > 0 ? `Also in ${joinWords(sources)}` : undefined;
}

/** `Also in HIStalk. Also on FHIR and Patient Access`: that, and its other topics. */
export function alsoInAndOn(story: DigestStory): string | undefined {
  const labels = [...new Set(story.topics.map(({ label }) => label))];
  const sentences = [alsoIn(story), labels.length > 0 && `Also on ${joinWords(labels)}`];
  return sentences.filter(Boolean).join(". ") || undefined;
}
