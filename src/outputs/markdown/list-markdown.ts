/** The lists of stories and of offerings as Markdown. */
import { ended, formatCount } from "../../lib/text.ts";
import type { EntityYearPageView } from "../../views/entity-news.ts";
import type { NewsListPageView, NewsYearPageView } from "../../views/news-list-page.ts";
import type { OfferingFiltersPageView } from "../../views/offering-filters-page.ts";
import type { OfferingIndexPageView } from "../../views/offering-index-page.ts";
import { countedList, storyList } from "./rows.ts";
import { commas, facts, heading, paragraph, table } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toNewsListMarkdown(view: NewsListPageView): MarkdownDocument {
  const { page, pages, previous, next } = view.pagination;
  return {
    view,
    content: [
      ...paragraph(
        pages > 1 ? `${view.count}; page ${formatCount(page)} of ${formatCount(pages)}.` : ended(view.count),
      ),
      ...(view.stories.length > 0 ? storyList(view.stories) : paragraph("No stories yet.")),
      ...paragraph(previous && { href: previous, label: "Newer stories" }),
      ...paragraph(next && { href: next, label: "Older stories" }),
      heading(2, "Archive"),
      ...countedList(view.years),
    ],
  };
}

export function toNewsYearMarkdown(view: NewsYearPageView): MarkdownDocument {
  return {
    view,
    content: [
      ...paragraph(ended(view.count)),
      ...view.groups.flatMap(({ heading: month, count, stories }) => [
        heading(2, `${month || "Date not stated"}: ${formatCount(count)}`),
        ...storyList(stories),
      ]),
      heading(2, "Archive"),
      ...countedList(view.years),
    ],
  };
}

export function toEntityYearMarkdown(view: EntityYearPageView): MarkdownDocument {
  const { page, pages, previous, next } = view.pagination;
  return {
    view,
    content: [
      ...facts([["Of", view.owner]]),
      ...paragraph(
        pages > 1 ? `${view.count}; page ${formatCount(page)} of ${formatCount(pages)}.` : ended(view.count),
      ),
      ...storyList(view.stories),
      ...paragraph(previous && { href: previous, label: "Newer stories" }),
      ...paragraph(next && { href: next, label: "Older stories" }),
      heading(2, "Years"),
      ...countedList(view.years),
    ],
  };
}

/** The catalog, or the offerings with one value of a facet. */
export function toOfferingIndexMarkdown(view: OfferingIndexPageView): MarkdownDocument {
  const rows = view.groups.flatMap((group) => group.rows);
  const { page, pages, previous, next } = view.pagination;
  return {
    view,
    content: [
      ...paragraph(
        pages > 1 ? `${view.count}; page ${formatCount(page)} of ${formatCount(pages)}.` : ended(view.count),
      ),
      ...(view.standard ? paragraph(view.standard.about, " ", view.standard.home) : []),
      ...(view.standard ? paragraph(ended(view.standard.bases)) : []),
      table(
        ["Name", "Vendor", "Kind", "Licence", "Standards", "Interface", "Access", "Documentation", "Status"],
        rows.map(({ href, label, vendor, kind, licence, standards, declared, access, documentation, badge }) => [
          { href, label },
          vendor,
          kind,
          licence ?? "not stated",
          standards ?? "not stated",
          declared ?? "not on record",
          access ?? "not stated",
          documentation ?? "not stated",
          badge?.label,
        ]),
      ),
      ...paragraph(previous && { href: previous, label: "Previous page" }),
      ...paragraph(next && { href: next, label: "Next page" }),
      ...facets(view).flatMap(({ label, options }) => [
        heading(2, `By ${label.toLowerCase()}`),
        ...countedList(options),
      ]),
      ...paragraph("More: ", ...commas(view.filters.flatMap(({ all }) => all ?? []))),
    ],
  };
}

export function toOfferingFiltersMarkdown(view: OfferingFiltersPageView): MarkdownDocument {
  return {
    view,
    content: [
      ...(view.filters.length === 0 ? paragraph("No offerings yet.") : []),
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
