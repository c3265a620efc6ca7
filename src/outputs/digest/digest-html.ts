/** The digest of a week as plain HTML with whole addresses, for feeds and for tools that make a newsletter of a feed: they have styles of their own. Headings begin at the third level, as all of ours in feeds. */
import { escapeMarkup } from "../../lib/escape-markup.ts";
import { getMessages } from "../../messages/messages.ts";
import type { DigestStory, DigestView } from "../../views/digest.ts";
import type { LinkView } from "../../views/page.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { attributesOf, nameToHtml, toAnchor } from "../html-parts.ts";
import {
  addedPieces,
  alsoIn,
  alsoInAndOn,
  changePieces,
  leadPieces,
  type Piece,
  placeOf,
  sourceLine,
} from "./digest-words.ts";

export function digestHtml(digest: DigestView): string {
  const { href, note, kicker, changes, added, groups } = digest;
  const { mail: messages } = getMessages();
  const way = toAnchor({ href: absoluteUrl(href), label: messages.readOnWeb });
  return [
    `<p>${toHtml([`${kicker}: `, ...leadPieces(digest), ...(note ? [` ${note}`] : [])])} ${way}</p>`,
    ...(changes.length > 0
      ? [`<h3>${messages.changes}</h3>`, listOf(changes.map((change) => toHtml(changePieces(change))))]
      : []),
    ...(added.count > 0
      ? [`<h3>${messages.added} (${added.count})</h3>`, listOf(added.offerings.map((one) => toHtml(addedPieces(one))))]
      : []),
    ...restOf(href, added),
    ...groups.flatMap(({ label, count, stories, more, left, anchor }) => [
      `<h3>${nameToHtml(label)} (${count})</h3>`,
      ...stories.map(storyPart),
      ...(more.length > 0 ? [listOf(more.map(titleLine))] : []),
      ...restOf(href, { left, anchor }),
    ]),
  ].join("\n");
}

function restOf(href: string, { left, anchor }: { readonly left: number; readonly anchor: string }): string[] {
  if (left === 0) return [];
  return [`<p>${toAnchor({ href: placeOf(href, anchor), label: getMessages().mail.more(left) })}</p>`];
}

function listOf(lines: readonly string[]): string {
  return `<ul>\n${lines.map((line) => `<li>${line}</li>`).join("\n")}\n</ul>`;
}

/** `linkTo` makes a link look like those around it. */
export function toHtml(pieces: readonly Piece[], linkTo: (link: LinkView) => string = toAnchor): string {
  const toPiece = (piece: Piece) => {
    if (typeof piece === "string") return escapeMarkup(piece);
    return "name" in piece ? nameToHtml(piece.name) : linkTo(piece);
  };
  return pieces.map(toPiece).join("");
}

function storyPart(story: DigestStory): string {
  const { summary } = story;
  return [
    `<h4${attributesOf(story.wordings.title)}>${titleLink(story)}</h4>`,
    ...(summary ? [`<p${attributesOf(summary.wording)}>${escapeMarkup(summary.text)}</p>`] : []),
    `<p>${wayToSource(story)}${afterSource(alsoInAndOn(story))}</p>`,
  ].join("\n");
}

function titleLine(story: DigestStory): string {
  return `<span${attributesOf(story.wordings.title)}>${titleLink(story)}</span>; ${wayToSource(story)}${afterSource(alsoIn(story))}`;
}

export function afterSource(also: readonly Piece[]): string {
  return also.length > 0 ? `. ${toHtml(also)}` : "";
}

function titleLink({ href, label }: DigestStory): string {
  return `<a href="${escapeMarkup(absoluteUrl(href))}">${escapeMarkup(label)}</a>`;
}

function wayToSource(story: DigestStory): string {
  const [source, dated] = sourceLine(story);
  return `${toAnchor(source)}${escapeMarkup(dated)}`;
}
