/** A story as Markdown: our own words, what is quoted, marked as such, and where it comes from. */

import type { RootContent } from "mdast";
import { ended } from "../../lib/text.ts";
import { getMessages } from "../../messages/messages.ts";
import type { NewsPageView } from "../../views/news-page.ts";
import { absoluteUrl } from "../../views/urls.ts";
import { offeringList, storyList, withNote } from "./rows.ts";
import { commas, facts, fromHtml, heading, type Part, paragraph, quote } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toStoryMarkdown(view: NewsPageView, path: string): MarkdownDocument {
  const { source, published, curated, authors, topics } = view;
  const { markdown, news } = getMessages();
  const { story: messages } = markdown;
  const { story: labels } = news;
  return {
    view,
    fields: {
      source: source.href,
      publisher: source.publisher?.label,
      via: view.via?.label,
      published: published?.machine,
      curated: curated.machine,
      authors: authors.map(({ label }) => label),
      topics: topics.map(({ authority, label }) => `${authority}: ${label}`),
      offering: view.about?.label,
      institution: view.institution?.label,
      document: view.document && absoluteUrl(view.document.href),
    },
    content: [
      ...paragraph(view.summary),
      ...excerpt(view, path),
      ...insights(view, path),
      heading(2, labels.source),
      ...facts([
        [
          labels.source,
          source.publisher,
          source.publisher && ", ",
          { href: source.href, label: source.host },
          gone(view),
        ],
        [labels.via, view.via && toPart(view.via), view.via?.deadLink && `, ${view.via.deadLink}`],
        [labels.published, published?.label ?? markdown.notStated, view.publishedNote && ` (${view.publishedNote})`],
        [labels.curated, curated.label],
        [labels.author(authors.length), ...(authors.length === 0 ? [markdown.notStated] : commas(authors))],
        [
          markdown.topics,
          ...commas(topics.map(({ href, authority, label }) => ({ href, label: `${authority}: ${label}` }))),
        ],
        [labels.about, view.about],
        [labels.institution, view.institution],
        [messages.document, view.document],
        [messages.sameEvent, ...commas(view.sameEvent.map(withNote))],
        [messages.copy, source.deadLink && messages.perhapsAt, source.deadLink?.archive],
        ...view.notes.map((note) => [labels.note, note] as const),
      ]),
      ...(view.offerings.length > 0 ? [heading(2, labels.offerings), ...offeringList(view.offerings)] : []),
      ...(view.stories.length > 0 ? [heading(2, labels.similar), ...storyList(view.stories)] : []),
    ],
  };
}

function excerpt({ excerpt: html, source }: NewsPageView, path: string): RootContent[] {
  if (html === undefined) return [];
  const by = source.publisher?.label ?? source.host;
  const { markdown, news } = getMessages();
  const [before, behind] = markdown.story.quoted;
  return [
    heading(2, news.story.excerpt),
    quote(fromHtml(html, path)),
    ...paragraph(before, { href: source.href, label: by }, behind),
  ];
}

function insights({ insights: own }: NewsPageView, path: string): RootContent[] {
  if (own === undefined) return [];
  const { markdown, news } = getMessages();
  return [
    heading(2, news.story.insights),
    ...fromHtml(own.html, path),
    ...paragraph(own.by && ended(markdown.story.insightsBy(own.by))),
  ];
}

function toPart({ href, label }: NonNullable<NewsPageView["via"]>): Part {
  return href === undefined ? label : { href, label };
}

function gone({ source }: NewsPageView): string | undefined {
  return source.deadLink && getMessages().markdown.story.gone(source.deadLink.asOf);
}
