/** A story as Markdown: our own words, what is quoted, marked as such, and where it comes from. */

import type { RootContent } from "mdast";
import { ended } from "../../lib/text.ts";
import type { NewsPageView } from "../../views/news-page.ts";
import { offeringList, storyList, withNote } from "./rows.ts";
import { commas, facts, fromHtml, heading, type Part, paragraph, quote } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toStoryMarkdown(view: NewsPageView, path: string): MarkdownDocument {
  const { source, published, curated, authors, topics } = view;
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
    },
    content: [
      ...paragraph(view.summary),
      ...excerpt(view, path),
      ...insights(view, path),
      heading(2, "Source"),
      ...facts([
        ["Source", source.publisher, source.publisher && ", ", { href: source.href, label: source.host }, gone(view)],
        ["Via", view.via && toPart(view.via), view.via?.deadLink && `, ${view.via.deadLink}`],
        ["Published", published?.label ?? "not stated", view.publishedNote && ` (${view.publishedNote})`],
        ["Curated", curated.label],
        ["By", ...(authors.length === 0 ? ["not stated"] : commas(authors))],
        ["Topics", ...commas(topics.map(({ href, authority, label }) => ({ href, label: `${authority}: ${label}` })))],
        ["About", view.about],
        ["Institution", view.institution],
        ["Document", view.document],
        ["The same event", ...commas(view.sameEvent.map(withNote))],
        ["Copy", source.deadLink && "perhaps at ", source.deadLink?.archive],
        ...view.notes.map((note) => ["Note", note] as const),
      ]),
      ...(view.offerings.length > 0 ? [heading(2, "Related offerings"), ...offeringList(view.offerings)] : []),
      ...(view.stories.length > 0 ? [heading(2, "Stories like this"), ...storyList(view.stories)] : []),
    ],
  };
}

function excerpt({ excerpt: html, source }: NewsPageView, path: string): RootContent[] {
  if (html === undefined) return [];
  const by = source.publisher?.label ?? source.host;
  return [
    heading(2, "Excerpt"),
    quote(fromHtml(html, path)),
    ...paragraph("Quoted from ", { href: source.href, label: by }, ", to whom it belongs."),
  ];
}

function insights({ insights: own }: NewsPageView, path: string): RootContent[] {
  if (own === undefined) return [];
  return [
    heading(2, "What the curator says"),
    ...fromHtml(own.html, path),
    ...paragraph(own.by && ended(`By ${own.by}`)),
  ];
}

function toPart({ href, label }: NonNullable<NewsPageView["via"]>): Part {
  return href === undefined ? label : { href, label };
}

function gone({ source }: NewsPageView): string | undefined {
  return source.deadLink && `, no longer there, ${source.deadLink.asOf}`;
}
