/** The lists of stories and of offerings as Markdown. */
import { formatCount } from "../../lib/text.ts";
import type { NewsListPageView, NewsYearPageView } from "../../views/news-list-page.ts";
import type { OfferingIndexPageView } from "../../views/offering-index-page.ts";
import { facetNames } from "../../views/urls.ts";
import { countedList, ended, storyList } from "./rows.ts";
import { heading, paragraph, table } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toNewsListMarkdown(view: NewsListPageView): MarkdownDocument {
  const { page, pages, newer, older } = view.pagination;
  return {
    view,
    content: [
      ...paragraph(
        pages > 1 ? `${view.count}; page ${formatCount(page)} of ${formatCount(pages)}.` : ended(view.count),
      ),
      ...(view.stories.length > 0 ? storyList(view.stories) : paragraph("No stories yet.")),
      ...paragraph(newer && { href: newer, label: "Newer stories" }),
      ...paragraph(older && { href: older, label: "Older stories" }),
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
      ...view.groups.flatMap(({ heading: month, stories }) => [
        heading(2, `${month || "Date not stated"}: ${formatCount(stories.length)}`),
        ...storyList(stories),
      ]),
      heading(2, "Archive"),
      ...countedList(view.years),
    ],
  };
}

/** The catalog, or the offerings with one value of a facet. */
export function toOfferingIndexMarkdown(view: OfferingIndexPageView): MarkdownDocument {
  const rows = view.groups.flatMap((group) => group.rows);
  return {
    view,
    content: [
      ...paragraph(ended(view.count)),
      table(
        ["Name", "Vendor", "Kind", "Licence", "Standards", "Status"],
        rows.map(({ href, label, vendor, kind, licence, standards, badge }) => [
          { href, label },
          vendor,
          kind,
          licence ?? "not stated",
          standards.length > 0 ? standards.join(", ") : "not stated",
          badge?.label,
        ]),
      ),
      ...facets(view).flatMap(({ label, options }) => [
        heading(2, `By ${label.toLowerCase()}`),
        ...countedList(options),
      ]),
    ],
  };
}

/** Topics and vendors have indexes of their own. */
function facets({ filters }: OfferingIndexPageView): OfferingIndexPageView["filters"] {
  const names: readonly string[] = facetNames;
  return filters.filter(({ name, options }) => names.includes(name) && options.length > 0);
}
