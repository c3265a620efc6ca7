/** The digests as Markdown: the list of weeks, and one week by topic. */
import type { RootContent } from "mdast";
import { ended } from "../../lib/text.ts";
import { getMessages } from "../../messages/messages.ts";
import type { DigestIndexPageView, DigestPageView } from "../../views/digest-page.ts";
import { changeList, storyList } from "./rows.ts";
import { commas, heading, list, paragraph } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toDigestIndexMarkdown(view: DigestIndexPageView): MarkdownDocument {
  const { digest, markdown } = getMessages();
  return {
    view,
    content: [
      ...paragraph(ended(view.head.description)),
      ...paragraph(ended(view.count)),
      ...paragraph(`${markdown.feeds}: `, ...commas(view.feeds)),
      ...(view.years.length === 0 ? paragraph(digest.index.empty) : []),
      ...view.years.flatMap(({ year, weeks }) => [
        heading(2, year),
        ...list(
          weeks.map(({ href, label, note, counts, isOver }) => [
            { href, label },
            `: ${note}; ${ended(isOver ? counts : markdown.digest.soFar(counts))}`,
          ]),
        ),
      ]),
    ],
  };
}

export function toDigestMarkdown(view: DigestPageView): MarkdownDocument {
  const { digest: messages } = getMessages();
  return {
    view,
    content: [
      ...paragraph(ended(`${view.kicker}: ${view.counts}`), view.note && ` ${view.note}`),
      ...(view.isOver ? [] : paragraph(messages.isNotOver(view.end))),
      ...(view.changes.length > 0 ? [heading(2, messages.changes), ...changeList(view.changes)] : []),
      ...(view.added.count > 0 ? [heading(2, messages.added), ...newOfferings(view)] : []),
      ...view.groups.flatMap(({ label, count, stories, more, left }) => [
        heading(2, `${label}: ${getMessages().format.count(count)}`),
        ...storyList(stories),
        ...titleList(more),
        ...rest(view, left),
      ]),
    ],
  };
}

function newOfferings(view: DigestPageView): RootContent[] {
  return [
    ...list(
      view.added.offerings.map(({ href, label, kind, vendor, summary }) => [
        { href, label },
        getMessages().markdown.digest.kindBy(kind),
        vendor,
        ended(vendor.label).slice(vendor.label.length),
        summary && ` ${summary}`,
      ]),
    ),
    ...rest(view, view.added.left),
  ];
}

function rest(view: DigestPageView, left: number): RootContent[] {
  return paragraph(left > 0 ? { href: view.rest, label: getMessages().digest.moreInData(left) } : undefined);
}

function titleList(stories: DigestPageView["groups"][number]["more"]) {
  const { rows: messages } = getMessages().markdown;
  return list(
    stories.map(({ href, label, source, date, also }) => [
      { href, label },
      `; ${ended(`${source.label}, ${date?.label ?? messages.dateNotStated}`)}`,
      ...(also.length > 0 ? [messages.alsoIn, ...commas(also), "."] : []),
    ]),
  );
}
