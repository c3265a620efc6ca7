/** Organizations and authors as Markdown, with what they publish and what they offer. */
import type { RootContent } from "mdast";
import { ended } from "../../lib/text.ts";
import { getMessages } from "../../messages/messages.ts";
import type { AuthorPageView } from "../../views/author-page.ts";
import type { OrganizationIndexPageView, OrganizationPageView } from "../../views/organization-page.ts";
import { changeList, hostLink, mostCounted, offeringGroups, ownNews, storyList } from "./rows.ts";
import { commas, facts, heading, list, paragraph } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toOrganizationMarkdown(view: OrganizationPageView): MarkdownDocument {
  const { entries, format, markdown, organization: messages } = getMessages();
  const isEmpty = view.latest.length === 0 && view.offeringCount === 0 && view.about.count === 0;
  return {
    view,
    fields: { type: view.kicker, homepage: view.homepage?.href },
    content: [
      ...paragraph(view.description),
      ...facts([
        [markdown.organization.type, view.kicker],
        [messages.homepage, ...(view.homepage ? hostLink(view.homepage) : [markdown.notStated])],
        [messages.hosts, view.hosts.length > 0 ? view.hosts.join(", ") : markdown.notStated],
        [messages.legalName, view.legalName],
        [messages.alsoKnownAs, view.alsoKnownAs],
        [markdown.feeds, ...commas(view.feeds)],
      ]),
      ...(view.changes.length > 0 ? [heading(2, entries.changes.heading), ...changeList(view.changes)] : []),
      ...(view.offeringCount > 0
        ? [
            heading(2, `${markdown.offerings}: ${format.count(view.offeringCount)}`),
            ...offeringGroups(view.offeringGroups),
          ]
        : []),
      ...(view.latest.length > 0
        ? ownNews({ some: messages.published, all: messages.allPublished }, format.count(view.storyCount), view)
        : []),
      ...storiesOfOthers(messages.about, view.about),
      ...storiesOfOthers(messages.onOfferings, view.onOfferings),
      ...mostCounted(markdown.topics, view.topics),
      ...mostCounted(entries.authors, view.authors),
      ...(isEmpty ? paragraph(messages.empty) : []),
    ],
  };
}

function storiesOfOthers(title: string, { rows, count }: OrganizationPageView["about"]): RootContent[] {
  return count > 0 ? [heading(2, `${title}: ${getMessages().format.count(count)}`), ...storyList(rows)] : [];
}

export function toOrganizationIndexMarkdown(view: OrganizationIndexPageView): MarkdownDocument {
  return {
    view,
    content: [
      ...paragraph(ended(getMessages().organization.index.lead(view.count))),
      ...view.groups.flatMap(({ letter, entries }) => [
        heading(2, letter),
        ...list(entries.map(({ href, label, about }) => [{ href, label }, `: ${ended(about)}`])),
      ]),
    ],
  };
}

export function toAuthorMarkdown(view: AuthorPageView): MarkdownDocument {
  const { author: messages, markdown } = getMessages();
  return {
    view,
    content: [
      ...facts([
        [messages.stories, view.count],
        [markdown.feeds, ...commas(view.feeds)],
      ]),
      ...ownNews({ some: messages.stories, all: messages.allStories }, view.count, view),
      ...mostCounted(messages.publishedBy, view.publishers),
      ...mostCounted(markdown.topics, view.topics),
    ],
  };
}
