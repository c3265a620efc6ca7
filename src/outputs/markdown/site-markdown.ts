/** The pages of the site itself as Markdown: home, about, feeds and the ways into the search. */

import { hasSection } from "../../config/settings.ts";
import { ended } from "../../lib/text.ts";
import { getMessages } from "../../messages/messages.ts";
import type { AboutPageView } from "../../views/about-page.ts";
import type { ComparePageView } from "../../views/compare-page.ts";
import type { FeedsPageView } from "../../views/feeds-page.ts";
import type { FollowingPageView } from "../../views/following-page.ts";
import type { HomePageView } from "../../views/home-page.ts";
import type { OfflinePageView } from "../../views/offline-page.ts";
import type { SearchPageView } from "../../views/search-page.ts";
import { feedsUrl } from "../../views/urls.ts";
import { changeList, countedList, storyList } from "./rows.ts";
import { commas, fromHtml, heading, list, paragraph } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toHomeMarkdown(view: HomePageView): MarkdownDocument {
  const { home: messages, site } = getMessages();
  return {
    view,
    content: [
      ...paragraph(ended(view.head.description)),
      ...paragraph(view.digest),
      ...(hasSection("news")
        ? [
            heading(2, messages.latest),
            ...(view.stories.length > 0 ? storyList(view.stories) : paragraph(messages.noStories)),
            ...paragraph(`${site.sections.news}: `, view.allStories),
          ]
        : []),
      ...(view.changes.length > 0 ? [heading(2, messages.changes), ...changeList(view.changes)] : []),
      ...(hasSection("topics")
        ? [
            heading(2, site.sections.topic),
            ...countedList(view.topics),
            ...paragraph(`${site.sections.topic}: `, view.allTopics),
          ]
        : []),
      ...(hasSection("offerings")
        ? [
            heading(2, messages.offeringsByKind),
            ...countedList(view.kinds),
            ...paragraph(`${site.sections.offering}: `, view.allOfferings),
          ]
        : []),
    ],
  };
}

export function toAboutMarkdown(view: AboutPageView, path: string): MarkdownDocument {
  return {
    view,
    content: [
      ...paragraph(view.lead),
      ...fromHtml(view.text, path),
      ...view.sections.flatMap(({ heading: name, paragraphs }) => [
        heading(2, name),
        ...paragraphs.flatMap((parts) => paragraph(...parts)),
      ]),
      heading(2, getMessages().about.counts.heading),
      ...list(
        view.counts.map(({ label, value, href }) => [href === undefined ? label : { href, label }, `: ${value}`]),
      ),
    ],
  };
}

export function toCompareMarkdown(view: ComparePageView): MarkdownDocument {
  const { compare, markdown } = getMessages();
  return {
    view: { ...view, heading: compare.title },
    content: [
      ...paragraph(ended(view.head.description), markdown.compareNeedsBrowser),
      ...list(view.suggestions.map(({ kind, href, label }) => [`${kind}: `, { href, label }])),
    ],
  };
}

export function toFollowingMarkdown(view: FollowingPageView): MarkdownDocument {
  const { feeds, markdown } = getMessages();
  return {
    view,
    content: [
      ...paragraph(ended(view.head.description), markdown.followingNeedsBrowser, {
        href: feedsUrl,
        label: feeds.title,
      }),
      ...paragraph(view.privacy),
    ],
  };
}

export function toFeedsMarkdown(view: FeedsPageView): MarkdownDocument {
  const { digest, feeds, markdown } = getMessages();
  return {
    view: { ...view, heading: feeds.title },
    content: [
      ...paragraph(ended(view.head.description)),
      ...list([
        ...(view.all.length > 0 ? [[markdown.allNews, ...commas(view.all)]] : []),
        ...(view.digest ? [[{ href: view.digest.href, label: digest.title }, ": ", ...commas(view.digest.feeds)]] : []),
        ...(view.outline ? [[markdown.allTopics, { href: view.outline, label: "OPML" }]] : []),
      ]),
      ...view.vocabularies.flatMap(({ name, feeds }) => [
        heading(2, name),
        ...list(feeds.map(({ href, label, note }) => [{ href, label }, note && `: ${note}`])),
      ]),
    ],
  };
}

export function toOfflineMarkdown(view: OfflinePageView): MarkdownDocument {
  return {
    view,
    content: [...paragraph(view.head.description), ...view.notes.flatMap((note) => paragraph(note))],
  };
}

export function toSearchMarkdown(view: SearchPageView): MarkdownDocument {
  return {
    view: { ...view, heading: getMessages().search.title },
    content: [
      ...paragraph(ended(view.head.description), getMessages().markdown.searchNeedsBrowser),
      ...list(view.quickLinks.map(({ href, label, text }) => [{ href, label }, `: ${ended(text)}`])),
      ...view.lists.flatMap(({ heading: name, links }) => [heading(2, name), ...countedList(links)]),
    ],
  };
}
