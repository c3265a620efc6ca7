/** What the site says about itself, in sections. */
import type { Catalog } from "../catalog/graph.ts";
import { getCommit, getConfig } from "../config/config.ts";
import { getSearchEngine, getSite, hasSection } from "../config/settings.ts";
import { renderMarkdown } from "../lib/html.ts";
import { getMessages } from "../messages/messages.ts";
import { entityPath, type PageKind } from "../vocab/paths.ts";
import { isPublished } from "../vocab/published-paths.ts";
import { buildPage, type LinkView } from "./page.ts";
import { buildAboutStatement } from "./structured-data/site-statements.ts";
import { aboutUrl, apiPageUrl, feedsUrl, followingUrl, indexUrl } from "./urls.ts";

/** Words and links, as they follow each other. */
type Paragraph = readonly (string | LinkView)[];

interface AboutSection {
  readonly heading: string;
  readonly paragraphs: readonly Paragraph[];
  readonly anchor?: string;
}

/** Of the section that says when the site was built; the footer leads there. */
export const buildAnchor = "build";
/** Where it says how to propose a story. */
export const proposeAnchor = "propose";

export type AboutPageView = ReturnType<typeof buildAboutPage>;

/** `body` is the text of the site's own file below its front matter; `commit` is the one that the site is built from, where it is known. */
export function buildAboutPage(catalog: Catalog, body: string, commit: string | undefined = getCommit()) {
  const licence = { href: getSite().licence.url, label: getSite().licence.name };
  const { about: messages, site } = getMessages();
  return {
    ...buildPage({
      title: site.sections.about,
      description: messages.description,
      path: aboutUrl,
      section: "about",
      statement: buildAboutStatement(),
    }),
    heading: messages.heading(getSite().name),
    lead: catalog.about?.lead ?? getSite().description,
    /** What the site says of itself in its own words. */
    text: renderMarkdown(body, { ids: "about-", top: 2 }) || undefined,
    sections: [...listSections(catalog, licence), buildSection(catalog, commit)],
    counts: [
      ...count(messages.counts.stories, catalog.news, "news"),
      ...count(site.sections.offering, catalog.offerings, "offering"),
      ...count(site.sections.topic, catalog.topics, "topic"),
      ...count(site.sections.organization, catalog.organizations, "organization"),
      ...count(messages.counts.authors, catalog.authors, "author"),
    ],
    licence,
  };
}

/** Empty for what the site leaves out. Authors have no page of all. */
function count(label: string, entities: readonly unknown[], kind: Exclude<PageKind, "resource">) {
  if (!isPublished(entityPath(kind, ""))) return [];
  const value = getMessages().format.count(entities.length);
  return [{ label, value, href: kind === "author" ? undefined : indexUrl(kind) }];
}

function listSections({ factsSource }: Catalog, licence: LinkView): AboutSection[] {
  const { repository } = getConfig();
  const { about: messages, following, format } = getMessages();
  const { certified, propose, reuse } = messages;
  const engine = getSearchEngine();
  const linkTo =
    (href: string) =>
    (label: string): LinkView => ({ href, label });
  return [
    ...(factsSource
      ? [section(certified.heading, [certified.text(factsSource.source, format.date(factsSource.asOf))])]
      : []),
    {
      anchor: proposeAnchor,
      ...section(propose.heading, [propose.text], repository && [{ href: repository, label: propose.repository }]),
    },
    section(
      reuse.heading,
      reuse.text(licence, linkTo(feedsUrl), hasSection("data") ? linkTo(apiPageUrl) : undefined),
      [reuse.privacy(engine && new URL(engine.address).host)],
      hasSection("following") && reuse.lists(following.privacy, linkTo(followingUrl)),
    ),
  ];
}

/** How old the site is: a build that fails leaves the last good one, which would hide it. */
function buildSection({ buildDate }: Catalog, commit: string | undefined): AboutSection {
  const [id = "", dirty] = commit?.split("-") ?? [];
  const { about: messages, format } = getMessages();
  const sentence = messages.build.text(format.date(buildDate), id.slice(0, 10), dirty !== undefined);
  return { anchor: buildAnchor, ...section(messages.build.heading, [sentence]) };
}

function section(heading: string, ...paragraphs: (Paragraph | "" | false | undefined)[]): AboutSection {
  return { heading, paragraphs: paragraphs.filter((paragraph) => typeof paragraph === "object") };
}
