/** Lists for the Markdown of many pages: stories, offerings, counted links; with the same facts as on the page. */
import type { RootContent } from "mdast";
import { capitalize, ended } from "../../lib/text.ts";
import { getMessages } from "../../messages/messages.ts";
import type { CatalogChangeView } from "../../views/catalog-changes.ts";
import type { NewsByYear } from "../../views/entity-news.ts";
import type { OfferingGroup } from "../../views/entity-offerings.ts";
import type { HostLinkView } from "../../views/host-link.ts";
import type { MostCounted } from "../../views/most-counted.ts";
import type { LinkView } from "../../views/page.ts";
import type { CountedLink, NotedLink, OfferingRow, StoryRow } from "../../views/parts.ts";
import { commas, heading, list, type Part, paragraph } from "./tree.ts";

export function storyList(stories: readonly StoryRow[]): RootContent[] {
  return list(stories.map(storyLine));
}

function storyLine({ href, label, source, date, teaser, topics, reason, also }: StoryRow): Part[] {
  const { rows: messages } = getMessages().markdown;
  const filed =
    topics.length > 0 ? messages.topics(topics.map((topic) => `${topic.authority}: ${topic.label}`).join(", ")) : "";
  const rest = [
    `${source.label}, ${date?.label ?? messages.dateNotStated}`,
    teaser ?? "",
    reason ? capitalize(reason) : filed,
  ];
  const others = also.length > 0 ? [messages.alsoIn, ...commas(also.map(withNote)), "."] : [];
  return [{ href, label }, `; ${rest.filter(Boolean).map(ended).join(" ")}`, ...others];
}

/** What is to be known of a link stands in brackets, as on the page. */
export function withNote({ href, label, note }: NotedLink): LinkView {
  return { href, label: note === undefined ? label : `${label} (${note})` };
}

/** With what is to be known of it, where it is gone. */
export function hostLink(link: HostLinkView | undefined): Part[] {
  return link === undefined ? [] : [link, link.deadLink && `, ${link.deadLink}`];
}

export function offeringList(offerings: readonly OfferingRow[]): RootContent[] {
  return list(
    offerings.map(({ href, label, badge, vendor, kind, licence, standards, reason }) => {
      const rest = [kind, licence, standards, badge?.label].filter(Boolean).join("; ");
      return [
        { href, label },
        getMessages().markdown.rows.by,
        vendor,
        `; ${ended(rest)}`,
        reason ? ` ${ended(capitalize(reason))}` : undefined,
      ];
    }),
  );
}

/** What an organization or author published: the latest, and all by year where there are more. */
export function ownNews(
  title: { readonly some: string; readonly all: string },
  count: string,
  { latest, byYear }: { readonly latest: readonly StoryRow[]; readonly byYear: NewsByYear | undefined },
): RootContent[] {
  return [
    heading(2, byYear ? getMessages().news.latestStories : `${title.some}: ${count}`),
    ...storyList(latest),
    ...(byYear ? [heading(2, `${title.all}: ${count}`), ...newsByYear(byYear)] : []),
  ];
}

/** Each year with its stories, then years with pages of their own. */
export function newsByYear({ years, later }: NewsByYear): RootContent[] {
  const { format, news } = getMessages();
  return [
    ...years.flatMap(({ label, count, rows, rest }) => [
      heading(3, `${label}: ${format.count(count)}`),
      ...storyList(rows),
      ...paragraph(rest),
    ]),
    ...(later.length > 0
      ? [heading(3, years.length > 0 ? news.years.earlier : news.years.byYear), ...countedList(later)]
      : []),
  ];
}

export function offeringGroups(groups: readonly OfferingGroup[]): RootContent[] {
  const { format } = getMessages();
  return groups.flatMap(({ label, count, offerings, rest }) => [
    heading(3, `${label}: ${format.count(count)}`),
    ...(offerings.length > 0 ? offeringList(offerings) : []),
    ...paragraph(rest),
  ]);
}

export function mostCounted(title: string, { links, more, left }: MostCounted): RootContent[] {
  if (links.length === 0) return [];
  return [
    heading(2, title),
    ...countedList([...links, ...more]),
    ...paragraph(left > 0 ? getMessages().markdown.rows.more(left) : undefined),
  ];
}

export function changeList(changes: readonly CatalogChangeView[]): RootContent[] {
  const { rows: messages } = getMessages().markdown;
  const [before, behind] = messages.successor;
  return list(
    changes.map(({ href, label, afterName, successor, successorName }) => [
      { href, label },
      ended(afterName),
      successor && before,
      successor,
      successor && behind,
      successorName && messages.now(ended(successorName)),
    ]),
  );
}

export function countedList(links: readonly CountedLink[]): RootContent[] {
  const { format } = getMessages();
  return list(
    links.map(({ href, label, count, note }) => [
      { href, label },
      note ? ` (${note})` : undefined,
      `: ${format.count(count)}`,
    ]),
  );
}
