/** The pages of the site itself as Markdown: home, about, feeds and the ways into the search. */

import { ended } from "../../lib/text.ts";
import type { AboutPageView } from "../../views/about-page.ts";
import type { ComparePageView } from "../../views/compare-page.ts";
import type { FeedsPageView } from "../../views/feeds-page.ts";
import type { FollowingPageView } from "../../views/following-page.ts";
import type { HomePageView } from "../../views/home-page.ts";
import type { OfflinePageView } from "../../views/offline-page.ts";
import type { SearchPageView } from "../../views/search-page.ts";
import { feedsUrl } from "../../views/urls.ts";
import { changeList, countedList, storyList } from "./rows.ts";
import { commas, heading, list, paragraph } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toHomeMarkdown(view: HomePageView): MarkdownDocument {
  return {
    view,
    content: [
      ...paragraph(ended(view.head.description)),
      ...paragraph(view.digest),
      heading(2, "Latest"),
      ...(view.stories.length > 0 ? storyList(view.stories) : paragraph("No stories yet.")),
      ...paragraph("News: ", view.allStories),
      ...(view.changes.length > 0 ? [heading(2, "Catalog changes"), ...changeList(view.changes)] : []),
      heading(2, "Topics"),
      ...countedList(view.topics),
      ...paragraph("Topics: ", view.allTopics),
      heading(2, "Offerings by kind"),
      ...countedList(view.kinds),
      ...paragraph("Offerings: ", view.allOfferings),
    ],
  };
}

export function toAboutMarkdown(view: AboutPageView): MarkdownDocument {
  return {
    view,
    content: [
      ...paragraph(view.lead),
      ...view.sections.flatMap(({ heading: name, paragraphs }) => [
        heading(2, name),
        ...paragraphs.flatMap((parts) => paragraph(...parts)),
      ]),
      heading(2, "In the catalog"),
      ...list(
        view.counts.map(({ label, value, href }) => [href === undefined ? label : { href, label }, `: ${value}`]),
      ),
    ],
  };
}

export function toCompareMarkdown(view: ComparePageView): MarkdownDocument {
  return {
    view: { ...view, heading: "Compare offerings" },
    content: [
      ...paragraph(
        ended(view.head.description),
        " A comparison needs a browser; the page of an offering that has alternatives has a table of them.",
      ),
      ...list(view.suggestions.map(({ kind, href, label }) => [`${kind}: `, { href, label }])),
    ],
  };
}

export function toFollowingMarkdown(view: FollowingPageView): MarkdownDocument {
  return {
    view,
    content: [
      ...paragraph(
        ended(view.head.description),
        " The lists need a browser; feeds do the same for every topic, offering and organization: ",
        { href: feedsUrl, label: "Feeds" },
      ),
      ...paragraph(view.privacy),
    ],
  };
}

export function toFeedsMarkdown(view: FeedsPageView): MarkdownDocument {
  return {
    view: { ...view, heading: "Feeds" },
    content: [
      ...paragraph(ended(view.head.description)),
      ...list([
        ["All news: ", ...commas(view.all)],
        [{ href: view.digest.href, label: "Weekly digest" }, ": ", ...commas(view.digest.feeds)],
        ["All topics: ", { href: view.outline, label: "OPML" }],
      ]),
      ...view.vocabularies.flatMap(({ name, feeds }) => [
        heading(2, name),
        ...list(feeds.map(({ href, label, note }) => [{ href, label }, `: ${note}`])),
      ]),
    ],
  };
}

export function toOfflineMarkdown(view: OfflinePageView): MarkdownDocument {
  return {
    view: { ...view, heading: "Read offline" },
    content: [...paragraph(view.head.description), ...view.notes.flatMap((note) => paragraph(note))],
  };
}

export function toSearchMarkdown(view: SearchPageView): MarkdownDocument {
  return {
    view: { ...view, heading: "Search" },
    content: [
      ...paragraph(
        ended(view.head.description),
        " A search needs a browser; everything that it could find is in these lists.",
      ),
      ...list(view.quickLinks.map(({ href, label, text }) => [{ href, label }, `: ${ended(text)}`])),
      ...view.lists.flatMap(({ heading: name, links }) => [heading(2, name), ...countedList(links)]),
    ],
  };
}
