/** The digest of a week as plain HTML with whole addresses, for feeds and for tools that make a newsletter of a feed: they have styles of their own. */
import { escapeMarkup } from "../../lib/html.ts";
import { formatCount } from "../../lib/text.ts";
import type { DigestStory, DigestView } from "../../views/digest.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { attributesOf, toAnchor } from "../html-parts.ts";
import { alsoIn, alsoInAndOn, changeParts, placeOf, sourceLine } from "./digest-words.ts";

export function digestHtml({ href, lead, note, kicker, changes, groups }: DigestView): string {
  return [
    `<p>${escapeMarkup([`${kicker}: ${lead}`, note].filter(Boolean).join(" "))} ${toAnchor({ href: absoluteUrl(href), label: "Read it on the web" })}</p>`,
    ...(changes.length > 0
      ? ["<h2>Catalog changes</h2>", listOf(changes.map((change) => toLine(changeParts(change))))]
      : []),
    ...groups.flatMap(({ label, count, stories, more, left, anchor }) => [
      `<h2>${escapeMarkup(label)} (${count})</h2>`,
      ...stories.map(storyPart),
      ...(more.length > 0 ? [listOf(more.map(titleLine))] : []),
      ...(left > 0
        ? [`<p>${toAnchor({ href: placeOf(href, anchor), label: `${formatCount(left)} more on the web` })}</p>`]
        : []),
    ]),
  ].join("\n");
}

function listOf(lines: readonly string[]): string {
  return `<ul>\n${lines.map((line) => `<li>${line}</li>`).join("\n")}\n</ul>`;
}

function toLine(parts: ReturnType<typeof changeParts>): string {
  return parts.map((part) => (typeof part === "string" ? escapeMarkup(part) : toAnchor(part))).join("");
}

function storyPart(story: DigestStory): string {
  const { summary } = story;
  const also = alsoInAndOn(story);
  return [
    `<h3${attributesOf(story.wordings.title)}>${titleLink(story)}</h3>`,
    ...(summary ? [`<p${attributesOf(summary.wording)}>${escapeMarkup(summary.text)}</p>`] : []),
    `<p>${wayToSource(story)}${also ? `. ${escapeMarkup(also)}` : ""}</p>`,
  ].join("\n");
}

function titleLine(story: DigestStory): string {
  const also = alsoIn(story);
  return `<span${attributesOf(story.wordings.title)}>${titleLink(story)}</span>; ${wayToSource(story)}${also ? `. ${escapeMarkup(also)}` : ""}`;
}

function titleLink({ href, label }: DigestStory): string {
  return `<a href="${escapeMarkup(absoluteUrl(href))}">${escapeMarkup(label)}</a>`;
}

function wayToSource(story: DigestStory): string {
  const [source, dated] = sourceLine(story);
  return `${toAnchor(source)}${escapeMarkup(dated)}`;
}
