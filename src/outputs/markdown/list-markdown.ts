/** The lists of stories and of offerings as Markdown. */
import { ended } from "../../lib/text.ts";
import { getMessages } from "../../messages/messages.ts";
import type { EntityYearPageView } from "../../views/entity-news.ts";
import type { NewsListPageView, NewsYearPageView } from "../../views/news-list-page.ts";
import type { OfferingFiltersPageView } from "../../views/offering-filters-page.ts";
import type { OfferingIndexPageView } from "../../views/offering-index-page.ts";
import { countedList, storyList } from "./rows.ts";
import { commas, facts, heading, paragraph, table } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toNewsListMarkdown(view: NewsListPageView): MarkdownDocument {
  const { markdown, news } = getMessages();
  const { lists: messages } = markdown;
  const { page, pages, previous, next } = view.pagination;
  return {
    view,
    content: [
      ...paragraph(pages > 1 ? messages.onPage(view.count, page, pages) : ended(view.count)),
      ...(view.stories.length > 0 ? storyList(view.stories) : paragraph(news.noStories)),
      ...paragraph(previous && { href: previous, label: messages.newer }),
      ...paragraph(next && { href: next, label: messages.older }),
      heading(2, news.archive),
      ...countedList(view.years),
    ],
  };
}

export function toNewsYearMarkdown(view: NewsYearPageView): MarkdownDocument {
  const { format, news } = getMessages();
  return {
    view,
    content: [
      ...paragraph(ended(view.count)),
      ...view.groups.flatMap(({ heading: title, count, stories }) => [
        heading(2, `${title}: ${format.count(count)}`),
        ...storyList(stories),
      ]),
      heading(2, news.archive),
      ...countedList(view.years),
    ],
  };
}

export function toEntityYearMarkdown(view: EntityYearPageView): MarkdownDocument {
  const { markdown, news } = getMessages();
  const { lists: messages } = markdown;
  const { page, pages, previous, next } = view.pagination;
  return {
    view,
    content: [
      ...facts([[messages.of, view.owner]]),
      ...paragraph(pages > 1 ? messages.onPage(view.count, page, pages) : ended(view.count)),
      ...storyList(view.stories),
      ...paragraph(previous && { href: previous, label: messages.newer }),
      ...paragraph(next && { href: next, label: messages.older }),
      heading(2, news.years.heading),
      ...countedList(view.years),
    ],
  };
}

/** The catalog, or the offerings with one value of a facet. */
export function toOfferingIndexMarkdown(view: OfferingIndexPageView): MarkdownDocument {
  const { markdown, offering } = getMessages();
  const { lists: messages } = markdown;
  const rows = view.groups.flatMap((group) => group.rows);
  const { page, pages, previous, next } = view.pagination;
  return {
    view,
    content: [
      ...paragraph(pages > 1 ? messages.onPage(view.count, page, pages) : ended(view.count)),
      ...(view.standard ? paragraph(view.standard.about, " ", view.standard.home) : []),
      ...(view.standard ? paragraph(ended(view.standard.bases)) : []),
      table(
        messages.columns,
        rows.map(({ href, label, vendor, kind, licence, standards, declared, access, documentation, badge }) => [
          { href, label },
          vendor,
          kind,
          licence ?? markdown.notStated,
          standards ?? markdown.notStated,
          declared ?? offering.noInterface,
          access ?? markdown.notStated,
          documentation ?? markdown.notStated,
          badge?.label,
        ]),
      ),
      ...paragraph(previous && { href: previous, label: messages.previous }),
      ...paragraph(next && { href: next, label: messages.next }),
      ...facets(view).flatMap(({ label, options }) => [heading(2, messages.by(label)), ...countedList(options)]),
      ...paragraph(messages.more, ...commas(view.filters.flatMap(({ all }) => all ?? []))),
    ],
  };
}

export function toOfferingFiltersMarkdown(view: OfferingFiltersPageView): MarkdownDocument {
  const { filtersPage: messages } = getMessages().offeringIndex;
  return {
    view,
    content: [
      ...(view.filters.length === 0 ? paragraph(messages.empty) : []),
      ...view.filters.flatMap(({ label, links }) => [heading(2, label), ...countedList(links)]),
    ],
  };
}

/** The filters whose values have pages. */
function facets({ filters }: OfferingIndexPageView) {
  return filters
    .map(({ label, options }) => ({
      label,
      options: options.flatMap(({ href, ...option }) => (href === undefined ? [] : [{ ...option, href }])),
    }))
    .filter(({ options }) => options.length > 0);
}
