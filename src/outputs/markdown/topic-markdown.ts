/** A topic as Markdown: what it means, where else it is named, its stories and its offerings. */
import { ended, formatCount } from "../../lib/text.ts";
import type { TopicFiltersPageView } from "../../views/topic-filters-page.ts";
import type { TopicIndexPageView, TopicPageView } from "../../views/topic-page.ts";
import { changeList, countedList, mostCounted, newsByYear, offeringGroups, offeringList, storyList } from "./rows.ts";
import { commas, facts, fromHtml, heading, list, paragraph } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toTopicMarkdown(view: TopicPageView, path: string): MarkdownDocument {
  const isAllKey = view.offeringGroups.length === 0;
  return {
    view,
    fields: { vocabulary: view.kicker },
    content: [
      ...paragraph(view.description),
      ...fromHtml(view.body, path),
      ...facts([
        ["Vocabulary", view.kicker],
        ["The same subject in other vocabularies, whose entries are gathered here too", ...commas(view.crosswalk)],
        ["Part of", view.broader],
        ["Parts", ...commas(view.narrower)],
        ["Feeds", ...commas(view.feeds)],
      ]),
      ...paragraph(view.basis),
      ...paragraph(view.chart?.text),
      ...(view.changes.length > 0 ? [heading(2, "What changed"), ...changeList(view.changes)] : []),
      heading(2, view.byYear ? "Latest stories" : `News: ${formatCount(view.count)}`),
      ...(view.latest.length > 0 ? storyList(view.latest) : paragraph("No stories on this topic yet.")),
      ...(view.keyOfferings.length > 0 || isAllKey
        ? [heading(2, isAllKey ? `Offerings: ${formatCount(view.offeringCount)}` : "Key offerings")]
        : []),
      ...(view.keyOfferings.length > 0
        ? offeringList(view.keyOfferings)
        : paragraph(isAllKey ? "No offerings on this topic yet." : undefined)),
      ...(view.byYear ? [heading(2, `All news: ${formatCount(view.count)}`), ...newsByYear(view.byYear)] : []),
      ...(isAllKey
        ? []
        : [heading(2, `All offerings: ${formatCount(view.offeringCount)}`), ...offeringGroups(view.offeringGroups)]),
      ...mostCounted("Publishers", view.publishers),
      ...mostCounted("Authors", view.authors),
      ...(view.related.length > 0 ? [heading(2, "Related topics"), ...countedList(view.related)] : []),
    ],
  };
}

export function toTopicFiltersMarkdown(view: TopicFiltersPageView): MarkdownDocument {
  return {
    view,
    content: [
      ...facts([["Of", view.owner]]),
      ...(view.years.length > 0 ? [heading(2, "Publishers")] : []),
      ...view.publishers.flatMap(({ link, count, stories, rest }) => [
        heading(3, `${link.label}: ${formatCount(count)}`),
        ...storyList(stories),
        ...paragraph(rest),
      ]),
      ...paragraph(view.morePublishers),
      ...paragraph(view.withoutPublisher),
      ...(view.years.length > 0 ? [heading(2, "Years"), ...countedList(view.years)] : []),
      ...(view.kinds.length > 0 ? [heading(2, "Kinds of offering"), ...countedList(view.kinds)] : []),
      ...(view.standards.length > 0 ? [heading(2, "Standards of offerings"), ...offeringGroups(view.standards)] : []),
    ],
  };
}

export function toTopicIndexMarkdown(view: TopicIndexPageView): MarkdownDocument {
  return {
    view,
    content: [
      ...paragraph(ended(view.count)),
      ...view.vocabularies.flatMap(({ name, topics }) => [
        heading(2, `${name}: ${formatCount(topics.length)}`),
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
