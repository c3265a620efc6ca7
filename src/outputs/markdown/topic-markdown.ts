/** A topic as Markdown: what it means, where else it is named, its stories and its offerings. */
import { hasSection } from "../../config/settings.ts";
import { ended } from "../../lib/text.ts";
import { getMessages } from "../../messages/messages.ts";
import type { TopicFiltersPageView } from "../../views/topic-filters-page.ts";
import type { TopicIndexPageView, TopicPageView } from "../../views/topic-page.ts";
import { changeList, countedList, mostCounted, newsByYear, offeringGroups, offeringList, storyList } from "./rows.ts";
import { commas, facts, fromHtml, heading, list, paragraph } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toTopicMarkdown(view: TopicPageView, path: string): MarkdownDocument {
  const { entries, format, markdown, news, topic: messages } = getMessages();
  const { topic: own } = markdown;
  const isAllKey = view.offeringGroups.length === 0;
  return {
    view,
    fields: { vocabulary: view.kicker },
    content: [
      ...paragraph(view.description),
      ...fromHtml(view.body, path),
      ...facts([
        [own.vocabulary, view.kicker],
        [own.sameSubject, ...commas(view.crosswalk)],
        [own.broader, view.broader],
        [own.narrower, ...commas(view.narrower)],
        [markdown.feeds, ...commas(view.feeds)],
      ]),
      ...paragraph(view.basis),
      ...paragraph(view.chart?.text),
      ...(view.changes.length > 0 ? [heading(2, entries.changes.heading), ...changeList(view.changes)] : []),
      ...(hasSection("news")
        ? [
            heading(2, view.byYear ? news.latestStories : `${own.news}: ${format.count(view.count)}`),
            ...(view.latest.length > 0 ? storyList(view.latest) : paragraph(messages.noNews)),
          ]
        : []),
      ...(hasSection("offerings") && (isAllKey || view.keyOfferings.length > 0)
        ? [
            heading(2, isAllKey ? `${markdown.offerings}: ${format.count(view.offeringCount)}` : messages.keyOfferings),
            ...(view.keyOfferings.length > 0 ? offeringList(view.keyOfferings) : paragraph(messages.noOfferings)),
          ]
        : []),
      ...(view.byYear ? [heading(2, `${news.allNews}: ${format.count(view.count)}`), ...newsByYear(view.byYear)] : []),
      ...(isAllKey
        ? []
        : [
            heading(2, `${messages.allOfferings}: ${format.count(view.offeringCount)}`),
            ...offeringGroups(view.offeringGroups),
          ]),
      ...mostCounted(messages.publishers, view.publishers),
      ...mostCounted(entries.authors, view.authors),
      ...(view.related.length > 0 ? [heading(2, messages.related), ...countedList(view.related)] : []),
    ],
  };
}

export function toTopicFiltersMarkdown(view: TopicFiltersPageView): MarkdownDocument {
  const { format, markdown, topic } = getMessages();
  const { parts } = topic.filtersPage;
  return {
    view,
    content: [
      ...facts([[markdown.lists.of, view.owner]]),
      ...(view.years.length > 0 ? [heading(2, parts.publisher)] : []),
      ...view.publishers.flatMap(({ link, count, stories, rest }) => [
        heading(3, `${link.label}: ${format.count(count)}`),
        ...storyList(stories),
        ...paragraph(rest),
      ]),
      ...paragraph(view.morePublishers),
      ...paragraph(view.withoutPublisher),
      ...(view.years.length > 0 ? [heading(2, parts.year), ...countedList(view.years)] : []),
      ...(view.kinds.length > 0 ? [heading(2, parts.kind), ...countedList(view.kinds)] : []),
      ...(view.standards.length > 0 ? [heading(2, parts.standard), ...offeringGroups(view.standards)] : []),
    ],
  };
}

export function toTopicIndexMarkdown(view: TopicIndexPageView): MarkdownDocument {
  return {
    view,
    content: [
      ...paragraph(ended(view.count)),
      ...view.vocabularies.flatMap(({ name, topics }) => [
        heading(2, `${name}: ${getMessages().format.count(topics.length)}`),
        ...list(
          topics.map(({ href, label, description, counts }) => [
            { href, label },
            `: ${ended(description)} ${ended(counts)}`,
          ]),
        ),
      ]),
    ],
  };
}
