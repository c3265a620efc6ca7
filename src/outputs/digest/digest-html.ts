/** The digest of a week as plain HTML with absolute links, for feeds and for tools that make a newsletter of a feed: they have styles of their own. */
import { escapeMarkup } from "../../lib/html.ts";
import { joinWords } from "../../lib/text.ts";
import type { CatalogChangeView } from "../../views/catalog-changes.ts";
import type { DigestStory, DigestView } from "../../views/digest.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { attributesOf, toAnchor } from "../html-parts.ts";
import { ended } from "../markdown/rows.ts";

export function digestHtml({ href, counts, kicker, changes, groups }: DigestView): string {
  return [
    `<p>${escapeMarkup(`${kicker}: ${counts}.`)} ${toAnchor({ href: absoluteUrl(href), label: "Read it on the web" })}.</p>`,
    ...(changes.length > 0 ? ["<h2>Catalog changes</h2>", listOf(changes.map(changeLine))] : []),
    ...groups.flatMap(({ label, count, stories, more }) => [
      `<h2>${escapeMarkup(label)} (${count})</h2>`,
      ...stories.map(storyPart),
      ...(more.length > 0 ? [listOf(more.map(titleLine))] : []),
    ]),
  ].join("\n");
}

function listOf(lines: readonly string[]): string {
  return `<ul>\n${lines.map((line) => `<li>${line}</li>`).join("\n")}\n</ul>`;
}

export function changeLine({ href, label, text, successor, successorName }: CatalogChangeView): string {
  return [
    `${toAnchor({ href: absoluteUrl(href), label })}: ${escapeMarkup(ended(text))}`,
    successor && `Successor: ${toAnchor({ ...successor, href: absoluteUrl(successor.href) })}.`,
    successorName && escapeMarkup(`Now ${ended(successorName)}`),
  ]
    .filter(Boolean)
    .join(" ");
}

function storyPart(story: DigestStory): string {
  const { summary } = story;
  const text = summary ? `<br>\n<span${attributesOf(summary.wording)}>${escapeMarkup(summary.text)}</span>` : "";
  const also = alsoIn(story);
  return [
    `<h3${attributesOf(story.wordings.title)}>${titleLink(story)}</h3>`,
    `<p>${wayToSource(story)}${text}${also ? `<br>\n${escapeMarkup(also)}` : ""}</p>`,
  ].join("\n");
}

function titleLine(story: DigestStory): string {
  return `<span${attributesOf(story.wordings.title)}>${titleLink(story)}</span>, ${wayToSource(story)}`;
}

function titleLink({ href, label }: DigestStory): string {
  return `<a href="${escapeMarkup(absoluteUrl(href))}">${escapeMarkup(label)}</a>`;
}

/** `hl7.org, 3 May 2026`, with a link to the article. */
function wayToSource({ source, date }: DigestStory): string {
  return `${toAnchor(source)}, ${escapeMarkup(date?.label ?? "date not stated")}`;
}

/** `Also in FHIR and Patient Access`; nothing for a story of one topic. */
export function alsoIn({ topics }: DigestStory): string | undefined {
  const labels = [...new Set(topics.map(({ label }) => label))];
  return labels.length > 0 ? `Also in ${joinWords(labels)}` : undefined;
}
