/** Organizations and authors as Markdown, with what they publish and what they offer. */
import { ended, formatCount } from "../../lib/text.ts";
import type { AuthorPageView } from "../../views/author-page.ts";
import type { OrganizationIndexPageView, OrganizationPageView } from "../../views/organization-page.ts";
import { offeringList, storyList } from "./rows.ts";
import { commas, facts, heading, list, paragraph } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toOrganizationMarkdown(view: OrganizationPageView): MarkdownDocument {
  const isEmpty = view.stories.length === 0 && view.offerings.length === 0;
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
      ...(view.offerings.length > 0
        ? [heading(2, `Offerings: ${formatCount(view.offeringCount)}`), ...offeringList(view.offerings)]
        : []),
      ...(view.stories.length > 0
        ? [heading(2, `Published: ${formatCount(view.storyCount)}`), ...storyList(view.stories)]
        : []),
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
        ["Published by", ...commas(view.publishers)],
        ["Feeds", ...commas(view.feeds)],
      ]),
      heading(2, "Stories"),
      ...storyList(view.stories),
    ],
  };
}
