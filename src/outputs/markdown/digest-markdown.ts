/** The digests as Markdown: the list of weeks, and one week by topic. */
import type { RootContent } from "mdast";
import { ended, formatCount } from "../../lib/text.ts";
import type { DigestIndexPageView, DigestPageView } from "../../views/digest-page.ts";
import { changeList, storyList } from "./rows.ts";
import { commas, heading, list, paragraph } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toDigestIndexMarkdown(view: DigestIndexPageView): MarkdownDocument {
  return {
    view,
    content: [
      ...paragraph(ended(view.head.description)),
      ...paragraph(ended(view.count)),
      ...paragraph("Feeds: ", ...commas(view.feeds)),
      ...(view.years.length === 0 ? paragraph("No digest yet.") : []),
      ...view.years.flatMap(({ year, weeks }) => [
        heading(2, year),
        ...list(
          weeks.map(({ href, label, note, counts, isOver }) => [
            { href, label },
            `: ${note}; ${ended(isOver ? counts : `${counts} so far`)}`,
          ]),
        ),
      ]),
    ],
  };
}

export function toDigestMarkdown(view: DigestPageView): MarkdownDocument {
  return {
    view,
    content: [
      ...paragraph(
        ended(`${view.kicker}: ${view.counts}`),
        view.note && ` ${view.note}`,
        view.summarised && ` ${view.summarised}`,
      ),
      ...(view.isOver ? [] : paragraph(`The week is not over: what is curated until ${view.end} is added.`)),
      ...(view.changes.length > 0 ? [heading(2, "Catalog changes"), ...changeList(view.changes)] : []),
      ...(view.added.count > 0 ? [heading(2, "New in the catalog"), ...newOfferings(view)] : []),
      ...view.groups.flatMap(({ label, count, stories, more, left }) => [
        heading(2, `${label}: ${formatCount(count)}`),
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
        `: ${kind} by `,
        vendor,
        ended(vendor.label).slice(vendor.label.length),
        summary && ` ${summary}`,
      ]),
    ),
    ...rest(view, view.added.left),
  ];
}

function rest(view: DigestPageView, left: number): RootContent[] {
  return paragraph(left > 0 ? { href: view.rest, label: `${formatCount(left)} more in the data` } : undefined);
}

function titleList(stories: DigestPageView["groups"][number]["more"]) {
  return list(
    stories.map(({ href, label, source, date, also }) => [
      { href, label },
      `; ${ended(`${source.label}, ${date?.label ?? "date not stated"}`)}`,
      ...(also.length > 0 ? [" Also in ", ...commas(also), "."] : []),
    ]),
  );
}
