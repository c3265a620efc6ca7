/** The digest of a week as plain text: lines of at most 72 characters, but for an address, which stands alone on its line. */
import { getSite } from "../../config/settings.ts";
import { hasRightToLeft } from "../../lib/direction.ts";
import { ended, squeeze } from "../../lib/text.ts";
import { getMessages } from "../../messages/messages.ts";
import type { DigestStory, DigestView } from "../../views/digest.ts";
import { absoluteUrl, digestIndexUrl } from "../../views/urls.ts";
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

export const LINE_LENGTH = 72;

export function renderMailText(digest: DigestView): string {
  const { heading, kicker, note, href, changes, added, groups } = digest;
  const { name, licence } = getSite();
  const { mail: messages, format } = getMessages();
  const blocks = [
    wrap(`${toText(leadPieces(digest))} ${messages.onWeb}\n${absoluteUrl(href)}`),
    headingOf(messages.heading(name, kicker, heading), "="),
    ...(note === undefined ? [] : [wrap(note)]),
    ...(changes.length > 0
      ? [
          headingOf(`${messages.changes} (${format.count(changes.length)})`),
          ...changes.map(changePieces).map(linkedBlock),
        ]
      : []),
    ...(added.count > 0
      ? [
          headingOf(`${messages.added} (${format.count(added.count)})`),
          ...added.offerings.map(addedPieces).map(linkedBlock),
          ...(added.left > 0 ? [moreBlock(href, added)] : []),
        ]
      : []),
    ...groups.flatMap(({ label, count, stories, more, left, anchor }) => [
      headingOf(`${toText([{ name: label }])} (${format.count(count)})`),
      ...stories.map(storyBlock),
      ...more.map(titleBlock),
      ...(left > 0 ? [moreBlock(href, { left, anchor })] : []),
    ]),
    "-".repeat(LINE_LENGTH),
    wrap(`${messages.allDigests}:\n${absoluteUrl(digestIndexUrl)}`),
    wrap(`${messages.summariesUnder(name, licence.name)}\n${licence.url}`),
  ];
  return `${blocks.join("\n\n")}\n`;
}

function headingOf(text: string, line = "-"): string {
  const lines = wrap(text);
  const length = Math.max(...lines.split("\n").map((one) => [...one].length));
  return `${lines}\n${line.repeat(length)}`;
}

function moreBlock(href: string, { left, anchor }: { readonly left: number; readonly anchor: string }): string {
  return wrap(`${getMessages().mail.more(left)}:\n${placeOf(href, anchor)}`);
}

function linkedBlock(pieces: readonly Piece[]): string {
  const links = pieces.flatMap((piece) => (typeof piece === "object" && "href" in piece ? [piece.href] : []));
  return item(toText(pieces), ...links);
}

function storyBlock(story: DigestStory): string {
  const about = [byline(story), story.summary?.text, sentence(alsoInAndOn(story))].filter(Boolean).join(" ");
  return item(story.label, about, absoluteUrl(story.href));
}

function titleBlock(story: DigestStory): string {
  const about = [byline(story), sentence(alsoIn(story))].filter(Boolean).join(" ");
  return item(story.label, about, absoluteUrl(story.href));
}

function byline(story: DigestStory): string {
  const [source, dated] = sourceLine(story);
  return sentence([{ name: source.label }, dated]);
}

function sentence(pieces: readonly Piece[]): string {
  return pieces.length > 0 ? ended(toText(pieces)) : "";
}

/** A mark on both sides keeps numbers and commas beside a right-to-left name, and the line itself, in our direction. */
const LEFT_TO_RIGHT_MARK = "\u200E";

function toText(pieces: readonly Piece[]): string {
  const toPiece = (piece: Piece) => {
    if (typeof piece === "string") return piece;
    const name = "name" in piece ? piece.name : piece.label;
    return hasRightToLeft(name) ? LEFT_TO_RIGHT_MARK + name + LEFT_TO_RIGHT_MARK : name;
  };
  return pieces.map(toPiece).join("");
}

/** A title, and below it what belongs to it, each on lines of its own. */
function item(title: string, ...rest: readonly string[]): string {
  return `* ${wrap([title, ...rest].join("\n"), "  ")}`;
}

/** `indent` stands before each line but the first. */
function wrap(text: string, indent = ""): string {
  const lines: string[] = [];
  for (const paragraph of text.split("\n")) {
    let line = "";
    for (const word of squeeze(paragraph).split(" ")) {
      const longer = line === "" ? word : `${line} ${word}`;
      if (line !== "" && [...longer].length > LINE_LENGTH - indent.length) {
        lines.push(line);
        line = word;
      } else line = longer;
    }
    lines.push(line);
  }
  return lines.join(`\n${indent}`);
}
