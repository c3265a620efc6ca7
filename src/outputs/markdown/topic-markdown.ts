/** A topic as Markdown: what it means, where else it is named, its stories and its offerings. */
import { ended, formatCount } from "../../lib/text.ts";
import type { TopicIndexPageView, TopicPageView } from "../../views/topic-page.ts";
import { countedList, offeringList, storyList } from "./rows.ts";
import { commas, facts, fromHtml, heading, list, paragraph } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toTopicMarkdown(view: TopicPageView, path: string): MarkdownDocument {
  const stories = [...view.stories, ...view.more];
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
      heading(2, `News: ${formatCount(view.count)}`),
      ...(stories.length > 0 ? storyList(stories) : paragraph("No stories on this topic yet.")),
      ...paragraph(view.rest, view.rest && ` (${formatCount(view.rest.count)})`),
      heading(2, `Offerings: ${formatCount(view.offeringCount)}`),
      ...(view.offerings.length > 0 ? offeringList(view.offerings) : paragraph("No offerings on this topic yet.")),
      ...(view.related.length > 0 ? [heading(2, "Related topics"), ...countedList(view.related)] : []),
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
