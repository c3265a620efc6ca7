/** What a digest says of a change and of a story, in pieces of text, names and links with whole addresses, whatever the format. */
import { ended } from "../../lib/text.ts";
import { getMessages } from "../../messages/messages.ts";
import type { CatalogChangeView } from "../../views/catalog-changes.ts";
import type { DigestStory, DigestView, NewOffering } from "../../views/digest.ts";
import type { LinkView } from "../../views/page.ts";
import { absoluteUrl } from "../../views/urls.ts";

/** A name may be written in another direction than the words of ours around it. */
export type Piece = string | LinkView | { readonly name: string };

/** `155 stories. Largest topics: FHIR, Imaging.` */
export function leadPieces({ counts, largest }: DigestView): Piece[] {
  return [`${counts}.`, ...(largest ? [` ${largest.words}: `, ...joinNames(largest.labels, [], ", "), "."] : [])];
}

export function changePieces({ href, label, afterName, successor, successorName }: CatalogChangeView): Piece[] {
  const { mail: messages } = getMessages();
  const [before, behind] = messages.successor;
  return [
    { href: absoluteUrl(href), label },
    ended(afterName),
    ...(successor ? [before, { href: absoluteUrl(successor.href), label: successor.label }, behind] : []),
    ...(successorName ? [messages.now, { name: successorName }, ended(successorName).slice(successorName.length)] : []),
  ];
}

/** `Acme Server: FHIR server by Acme. A server for everyone.` */
export function addedPieces({ href, label, kind, vendor, summary }: NewOffering): Piece[] {
  const sentence = ended(vendor.label).slice(vendor.label.length);
  return [
    { href: absoluteUrl(href), label },
    getMessages().mail.kindBy(kind),
    { name: vendor.label },
    sentence,
    ...(summary ? [" ", { name: summary }] : []),
  ];
}

/** A topic, or what is new, on the page of a week. */
export function placeOf(href: string, anchor: string): string {
  return `${absoluteUrl(href)}#${encodeURIComponent(anchor)}`;
}

/** `HIStalk, 3 May 2026`: the source, which leads to the article, and what follows it. */
export function sourceLine({ source, published }: DigestStory): readonly [source: LinkView, dated: string] {
  return [source, `, ${published ?? getMessages().mail.dateNotStated}`];
}

/** `Also in HIStalk (3 May 2026)`: who else tells of the event. */
export function alsoIn({ also }: DigestStory): Piece[] {
  if (also.length === 0) return [];
  const notes = also.map(({ note }) => (note === undefined ? "" : ` (${note})`));
  return [
    getMessages().mail.alsoIn,
    ...joinNames(
      also.map(({ label }) => label),
      notes,
    ),
  ];
}

/** `Also in HIStalk. Also on FHIR and Patient Access`: that, and its other topics. */
export function alsoInAndOn(story: DigestStory): Piece[] {
  const labels = [...new Set(story.topics.map(({ label }) => label))];
  const sources = alsoIn(story);
  const topics = labels.length > 0 ? [getMessages().mail.alsoOn, ...joinNames(labels)] : [];
  return [...sources, ...(sources.length > 0 && topics.length > 0 ? [". "] : []), ...topics];
}

/** `a, b and c`; a note is what follows its name. */
function joinNames(names: readonly string[], notes: readonly string[] = [], last = getMessages().mail.and): Piece[] {
  return names.flatMap((name, at): Piece[] => {
    const before = at === 0 ? "" : at === names.length - 1 ? last : ", ";
    return [before, { name }, notes[at] ?? ""];
  });
}
