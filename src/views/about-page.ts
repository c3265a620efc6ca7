/** What the site says about itself, in sections. */
import type { Catalog } from "../catalog/graph.ts";
import { getCommit, getConfig } from "../config/config.ts";
import { getSite } from "../config/settings.ts";
import { formatDate } from "../lib/partial-date.ts";
import { formatCount } from "../lib/text.ts";
import type { EntityKind } from "../vocab/entity-kind.ts";
import { listsPrivacy } from "./following-page.ts";
import { buildPage, type LinkView } from "./page.ts";
import { aboutStatement } from "./structured-data/site-statements.ts";
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

export type AboutPageView = ReturnType<typeof buildAboutPage>;

/** `commit` is the one that the site is built from, where it is known. */
export function buildAboutPage(catalog: Catalog, commit: string | undefined = getCommit()) {
  const licence = { href: getSite().licence.url, label: getSite().licence.name };
  return {
    ...buildPage({
      title: "About",
      description: "What the catalog holds, how stories are chosen and described, and how to propose one.",
      path: aboutUrl,
      section: "about",
      statement: aboutStatement,
    }),
    heading: `About ${getSite().name}`,
    lead: `${getSite().name} joins three things: news on healthcare APIs, the products, services and open-source projects that the news is about, and the topics that run through both.`,
    sections: [...listSections(catalog, licence), buildSection(catalog, commit)],
    counts: [
      count("Stories", catalog.news, "news"),
      count("Offerings", catalog.offerings, "offering"),
      count("Topics", catalog.topics, "topic"),
      count("Organizations", catalog.organizations, "organization"),
      count("Authors", catalog.authors),
    ],
    licence,
  };
}

function count(label: string, entities: readonly unknown[], kind?: EntityKind) {
  return { label, value: formatCount(entities.length), href: kind && indexUrl(kind) };
}

function listSections({ factsSource }: Catalog, licence: LinkView): AboutSection[] {
  const { repository } = getConfig();
  const certified =
    factsSource &&
    `Certified facts are taken from this list: ${factsSource.source}, as of ${formatDate(factsSource.asOf)}. They are not edited by hand.`;
  return [
    section(
      "How stories are chosen",
      [
        "A story is in the catalog when it says something about how health data is exchanged through programmable interfaces: a rule, a standard, a product, a study, an outage, an opinion worth arguing with. Where it was published matters less than what it says; reposts are marked as such.",
      ],
      [
        "Each story links to its source. The headline is the source’s own. The summary is ours, in our own words, and states only what the source states. An excerpt is quoted from the source and belongs to its publisher. What a curator thinks of it stands apart, under its own heading.",
      ],
    ),
    section("What the dates mean", [
      "“Published” is the source’s own date, at the precision that is known: a day, a month or a year. Where it was read from the address or inferred from the text, the page says so. “Curated” is the day the story entered the catalog. A date that nobody stated is shown as not stated.",
    ]),
    section(
      "How offerings are described",
      [
        "An offering’s facts come from public pages, which are named as evidence, or from general knowledge, which is named as that. “Not checked with the vendor” means exactly that. What is not known is shown as not stated. Nobody pays to be listed, and the order of a list is never for sale.",
      ],
      certified && [certified],
    ),
    section("How topics work", [
      "Topics are controlled: each belongs to a vocabulary and is written with its name, for example “HL7: FHIR”. Where two vocabularies name the same subject, a topic’s page says so and gathers the entries of both.",
    ]),
    {
      anchor: "propose",
      ...section(
        "Propose a story, correct an entry",
        [
          "Every entry is a text file. To propose a story, write one with four fields (title, day, link, topics) and a summary, and open a pull request; the README walks through it in five minutes, and a check tells you what is missing before anyone else looks.",
        ],
        repository && [{ href: repository, label: "The repository" }],
      ),
    },
    section(
      "Licence and reuse",
      [
        "Our own words are under ",
        licence,
        `: use them and name ${getSite().name}. Excerpts belong to their publishers. The code is under the MIT licence. The news is available `,
        { href: feedsUrl, label: "as feeds" },
        ", the whole catalog ",
        { href: apiPageUrl, label: "as data" },
        ", and every page as Markdown beside it.",
      ],
      ["The site sets no cookie, counts no visitor and asks no other server for anything."],
      [
        `${listsPrivacy} They are `,
        { href: followingUrl, label: "your lists" },
        ", which you can take along or delete.",
      ],
    ),
  ];
}

/** How old the site is: a build that fails leaves the last good one, which would hide it. */
function buildSection({ buildDate }: Catalog, commit: string | undefined): AboutSection {
  const [id = "", dirty] = commit?.split("-") ?? [];
  const from = id && ` from commit ${id.slice(0, 10)}${dirty ? " with changes that are in no commit" : ""}`;
  const sentence = `The site was built on ${formatDate(buildDate)}${from}.`;
  return { anchor: buildAnchor, ...section("This build", [sentence]) };
}

function section(heading: string, ...paragraphs: (Paragraph | "" | undefined)[]): AboutSection {
  return { heading, paragraphs: paragraphs.filter((paragraph) => typeof paragraph === "object") };
}
