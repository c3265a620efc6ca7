/** Organizations and authors as Markdown, with what they publish and what they offer. */
import { ended, formatCount } from "../../lib/text.ts";
import type { AuthorPageView } from "../../views/author-page.ts";
import type { OrganizationIndexPageView, OrganizationPageView } from "../../views/organization-page.ts";
import { changeList, mostCounted, offeringGroups, ownNews } from "./rows.ts";
import { commas, facts, heading, list, paragraph } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toOrganizationMarkdown(view: OrganizationPageView): MarkdownDocument {
  const isEmpty = view.latest.length === 0 && view.offeringCount === 0;
  return {
    view,
    fields: { type: view.kicker, homepage: view.homepage?.href },
    content: [
      ...paragraph(view.description),
      ...facts([
        ["Type", view.kicker],
        ["Homepage", view.homepage ?? "not stated"],
        ["Hosts", view.hosts.length > 0 ? view.hosts.join(", ") : "not stated"],
        ["Listed as", view.legalName],
        ["Also named", view.alsoKnownAs],
        ["Feeds", ...commas(view.feeds)],
      ]),
      ...(view.changes.length > 0 ? [heading(2, "What changed"), ...changeList(view.changes)] : []),
      ...(view.offeringCount > 0
        ? [heading(2, `Offerings: ${formatCount(view.offeringCount)}`), ...offeringGroups(view.offeringGroups)]
        : []),
      ...(view.latest.length > 0 ? ownNews("Published", formatCount(view.storyCount), view) : []),
      ...mostCounted("Topics", view.topics),
      ...mostCounted("Authors", view.authors),
      ...(isEmpty ? paragraph("Nothing in the catalog yet.") : []),
    ],
  };
}

export function toOrganizationIndexMarkdown(view: OrganizationIndexPageView): MarkdownDocument {
  return {
    view,
    content: [
      ...paragraph(`${view.count}: who publishes the stories and who offers the products.`),
      ...view.groups.flatMap(({ letter, entries }) => [
        heading(2, letter),
        ...list(entries.map(({ href, label, about }) => [{ href, label }, `: ${ended(about)}`])),
      ]),
    ],
  };
}

export function toAuthorMarkdown(view: AuthorPageView): MarkdownDocument {
  return {
    view,
    content: [
      ...facts([
        ["Stories", view.count],
        ["Feeds", ...commas(view.feeds)],
      ]),
      ...ownNews("Stories", view.count, view),
      ...mostCounted("Published by", view.publishers),
      ...mostCounted("Topics", view.topics),
    ],
  };
}
