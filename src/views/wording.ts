/** In which direction and language a text on a page is written, where these are not the page's own. */
import type { NewsItem } from "../catalog/graph.ts";
import { getSite } from "../config/settings.ts";
import { type Direction, directionOf, directionOfLanguage, shareOfRightToLeft } from "../lib/direction.ts";
import { htmlToPlainText } from "../lib/footnotes.ts";
import { markDirections, type SafeHtml } from "../lib/html.ts";

/** Attributes of the element that holds a text. */
export interface Wording {
  readonly dir: Direction | undefined;
  readonly lang: string | undefined;
}

/** HTML whose blocks say where they differ from the element that holds it. */
export interface WordedHtml {
  readonly html: SafeHtml;
  readonly wording: Wording;
}

type Story = Pick<NewsItem, "language">;

/** Of words of the source, such as its title: they are in the language that the story states. */
export function wordingOfSource(text: string, { language }: Story): Wording {
  return toWording(directionOf(text, language), language);
}

/** Of words of ours about a story. */
export function wordingOfOurs(text: string, story: Story): Wording {
  return wordingOfSource(text, { language: languageOfOurs(text, story) });
}

export function wordSource(html: SafeHtml, { language }: Story): WordedHtml {
  return wordHtml(html, language);
}

export function wordOurs(html: SafeHtml, story: Story): WordedHtml {
  return wordHtml(html, languageOfOurs(htmlToPlainText(html), story));
}

/** Without a language, most of a text decides for those of its blocks that have letters of both directions. */
export function wordHtml(html: SafeHtml, language?: string): WordedHtml {
  const text = htmlToPlainText(html);
  const direction = language === undefined ? mainDirectionOf(text) : directionOf(text, language);
  return { html: markDirections(html, direction), wording: toWording(direction, language) };
}

function mainDirectionOf(text: string): Direction {
  return shareOfRightToLeft(text) > 1 / 2 ? "rtl" : "ltr";
}

/**
 * From this share on, a text counts as one in a right-to-left language with terms of ours, not as one in ours with
 * names of theirs.
 */
const LEAST_SHARE = 1 / 3;

/** Nobody states it: it may be that of the story, or that of the site. */
function languageOfOurs(text: string, { language }: Story): string | undefined {
  if (language === undefined || directionOfLanguage(language) !== "rtl") return undefined;
  return shareOfRightToLeft(text) < LEAST_SHARE ? getSite().language : language;
}

/** A text that runs in the other direction is not in the language that is stated. */
function toWording(direction: Direction, language: string | undefined): Wording {
  const isForeign = language !== undefined && language !== getSite().language;
  return {
    dir: direction === (directionOfLanguage(getSite().language) ?? "ltr") ? undefined : direction,
    lang: isForeign && (directionOfLanguage(language) ?? direction) === direction ? language : undefined,
  };
}
