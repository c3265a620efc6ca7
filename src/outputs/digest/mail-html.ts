/**
 * The digest of a week as the body of a mail: one column of tables, since Outlook for Windows knows nothing better, with
 * every style at its element, since some clients drop all others. It asks no server for anything. The one style element
 * makes it dark where a reader wants that, and may be dropped.
 */
import { getColours, getSettings, getSite } from "../../config/settings.ts";
import type { Colour } from "../../config/theme-settings.ts";
import { dirOf } from "../../lib/direction.ts";
import { escapeMarkup } from "../../lib/escape-markup.ts";
import { getMessages } from "../../messages/messages.ts";
import type { DigestGroup, DigestStory, DigestView } from "../../views/digest.ts";
import { countStories } from "../../views/story-rows.ts";
import { absoluteUrl, digestIndexUrl } from "../../views/urls.ts";
import { attributesOf, nameToHtml } from "../html-parts.ts";
import { afterSource, toHtml } from "./digest-html.ts";
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

/** Gmail cuts a mail off at 102 kB. */
export const MAIL_BYTES = 100_000;

const WIDTH = 600;

const SERIF = "Georgia,'Times New Roman',serif";
const SANS = "-apple-system,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

/** Stories of a topic in a mail, where all would be too many; the rest are counted, with a link to them. */
const FEWER = [40, 20, 10, 5, 2, 1, 0];

/** In a mail some stories may be left to the page. */
interface MailGroup extends Omit<DigestGroup, "stories" | "more"> {
  readonly stories: readonly DigestStory[];
  readonly more: readonly DigestStory[];
}

/** All that the page tells if that fits; else titles alone; else fewer of them. */
export function renderMail(digest: DigestView, maxBytes = MAIL_BYTES): string {
  const titles = digest.groups.map((group) => ({ ...group, stories: [], more: [...group.stories, ...group.more] }));
  const versions: (readonly MailGroup[])[] = [
    digest.groups,
    titles,
    ...FEWER.map((count) => titles.map((group) => ({ ...group, more: group.more.slice(0, count) }))),
  ];
  let mail = "";
  for (const groups of versions) {
    mail = toDocument(groups === digest.groups ? digest : withoutSummaries(digest), groups);
    if (Buffer.byteLength(mail) < maxBytes) break;
  }
  return mail;
}

/** For a mail with titles alone: without the summaries of new offerings. */
function withoutSummaries(digest: DigestView): DigestView {
  const offerings = digest.added.offerings.map((one) => ({ ...one, summary: undefined }));
  return { ...digest, added: { ...digest.added, offerings } };
}

function toDocument(digest: DigestView, groups: readonly MailGroup[]): string {
  const rows = [
    toHeader(digest),
    ...(digest.changes.length > 0 ? [toChanges(digest)] : []),
    ...(digest.added.count > 0 ? [toAdded(digest)] : []),
    ...groups.map((group) => toGroup(digest, group)),
    toFooter(),
  ];
  return `${[
    "<!doctype html>",
    `<html lang="${getSite().language}">`,
    "<head>",
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="robots" content="noindex">',
    `<title>${escapeMarkup(`${getSite().name}: ${digest.heading}`)}</title>`,
    `<style>${droppableStyles()}</style>`,
    "</head>",
    `<body class="paper" style="margin:0;padding:0;background-color:${getColours().paper}">`,
    tableOf([
      `<td class="paper" align="center" style="padding:16px;background-color:${getColours().paper}">${column(rows)}</td>`,
    ]),
    "</body>",
    "</html>",
  ].join("\n")}\n`;
}

/** Outlook for Windows ignores `max-width`: a table that only it sees sets the width. */
function column(rows: readonly string[]): string {
  return [
    "",
    `<!--[if mso]><table role="presentation" width="${WIDTH}" cellpadding="0" cellspacing="0" border="0"><tr><td><![endif]-->`,
    `<div style="max-width:${WIDTH}px;margin:0 auto">`,
    tableOf(rows),
    "</div>",
    "<!--[if mso]></td></tr></table><![endif]-->",
    "",
  ].join("\n");
}

function tableOf(cells: readonly string[]): string {
  const rows = cells.map((cell) => `<tr>\n${cell}\n</tr>`);
  return `<table role="presentation" width="100%" cellpadding="0" cellspacing="0" border="0">\n${rows.join("\n")}\n</table>`;
}

function cellOf(lines: readonly string[], isFirst = false): string {
  const border = isFirst ? "" : `;border-top:2px solid ${getColours().ink}`;
  return [
    `<td class="ink" align="left" style="padding:12px 0 20px;font-family:${SANS};font-size:16px;line-height:1.5;color:${getColours().ink}${border}">`,
    ...lines,
    "</td>",
  ].join("\n");
}

/** Its first words are what an inbox shows behind the subject. */
function toHeader(digest: DigestView): string {
  const { note, heading, kicker, href } = digest;
  const { mail: messages } = getMessages();
  return cellOf(
    [
      `<p class="soft" style="${small("soft")}">${toHtml(leadPieces(digest))} ${linkTo(absoluteUrl(href), messages.readOnWeb)}</p>`,
      `<h1 class="ink" style="margin:20px 0 0;font-family:${SERIF};font-size:28px;line-height:1.2;color:${getColours().ink}">${escapeMarkup(heading)}</h1>`,
      `<p class="soft" style="${small("soft")}">${escapeMarkup([messages.kicker(getSite().name, kicker), note].filter(Boolean).join(" "))}</p>`,
    ],
    true,
  );
}

function headingOf(label: string, count: number): string {
  return `<h2 class="ink" style="margin:0 0 12px;font-family:${SERIF};font-size:20px;line-height:1.3;color:${getColours().ink}">${nameToHtml(label)} <span class="soft" style="font-family:${SANS};font-size:14px;font-weight:normal;color:${getColours().soft}">${getMessages().format.count(count)}</span></h2>`;
}

function toChanges({ changes }: DigestView): string {
  return cellOf([headingOf(getMessages().mail.changes, changes.length), ...changes.map(changePieces).map(toLine)]);
}

function toAdded({ href, added }: DigestView): string {
  const { mail: messages } = getMessages();
  return cellOf([
    headingOf(messages.added, added.count),
    ...added.offerings.map(addedPieces).map(toLine),
    ...(added.left > 0 ? [restLine(href, added.anchor, messages.more(added.left))] : []),
  ]);
}

function toLine(pieces: readonly Piece[]): string {
  return `<p style="margin:0 0 10px">${toHtml(pieces, ({ href, label }) => linkTo(href, label))}</p>`;
}

function restLine(href: string, anchor: string, label: string): string {
  return `<p style="margin:0">${linkTo(placeOf(href, anchor), label)}</p>`;
}

function toGroup({ href }: DigestView, { label, anchor, count, stories, more }: MailGroup): string {
  const left = count - countStories([...stories, ...more]);
  const { mail: messages } = getMessages();
  const rest = left === count ? messages.all(left) : messages.more(left);
  return cellOf([
    headingOf(label, count),
    ...stories.map(storyPart),
    ...more.map(titlePart),
    ...(left > 0 ? [restLine(href, anchor, rest)] : []),
  ]);
}

function storyPart(story: DigestStory): string {
  const { summary } = story;
  const [source, dated] = sourceLine(story);
  return [
    `<h3${attributesOf(story.wordings.title)} style="margin:0;font-size:17px;line-height:1.35">${titleLink(story)}</h3>`,
    ...(summary ? [`<p${attributesOf(summary.wording)} style="margin:4px 0">${escapeMarkup(summary.text)}</p>`] : []),
    // The source leads to the article itself.
    `<p class="soft" style="${small("soft", 20)}">${linkTo(source.href, source.label, "soft")}${escapeMarkup(dated)}${afterSource(alsoInAndOn(story))}</p>`,
  ].join("\n");
}

/**
 * The title leads to our page, and that to the article: a second link for each of hundreds would take too much room.
 */
function titlePart(story: DigestStory): string {
  const [source, dated] = sourceLine(story);
  const title = `<span${attributesOf(story.wordings.title)}>${titleLink(story)}</span>`;
  return `<p style="margin:0 0 8px">${title} <span class="soft" style="${text("soft")}">${nameToHtml(source.label)}${escapeMarkup(dated)}${afterSource(alsoIn(story))}</span></p>`;
}

function titleLink({ href, label }: DigestStory): string {
  return linkTo(absoluteUrl(href), label, "ink");
}

function toFooter(): string {
  const { name, licence } = getSite();
  const { mail: messages } = getMessages();
  const [before, behind] = messages.summaries(escapeMarkup(name));
  return cellOf([
    `<p class="soft" style="${small("soft")}">${linkTo(absoluteUrl(digestIndexUrl), messages.allDigests)}. ${before}${linkTo(licence.url, licence.name)}${behind}</p>`,
  ]);
}

function linkTo(href: string, label: string, colour: Colour = "accent"): string {
  const direction = attributesOf({ dir: dirOf(label) });
  return `<a class="${colour}" href="${escapeMarkup(href)}"${direction} style="color:${getColours()[colour]}">${escapeMarkup(label)}</a>`;
}

function small(colour: Colour, below = 0): string {
  return `margin:0${below ? ` 0 ${below}px` : ""};${text(colour)}`;
}

function text(colour: Colour): string {
  return `font-size:14px;color:${getColours()[colour]}`;
}

function droppableStyles(): string {
  const colours = getSettings().theme.dark;
  const dark = (property: string, colour: Colour) => `${property}:${colours[colour]} !important`;
  return [
    "td,p,h1,h2,h3{word-break:break-word}",
    "@media (prefers-color-scheme:dark){",
    `.paper{${dark("background-color", "paper")}}`,
    `.ink{${dark("color", "ink")};${dark("border-color", "rule")}}`,
    ...(["soft", "accent"] as const).map((colour) => `.${colour}{${dark("color", colour)}}`),
    "}",
  ].join("");
}
