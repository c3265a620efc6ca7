import { site } from "../config.ts";
import type { LinkView } from "./page.ts";
import { apiPageUrl, feedsUrl } from "./urls.ts";

/** Words and links, as they follow each other. */
export type Paragraph = readonly (string | LinkView)[];

export interface AboutSection {
  readonly heading: string;
  readonly anchor?: string;
  readonly paragraphs: readonly Paragraph[];
}

interface Facts {
  /** Where the certified facts come from, when there are any. */
  readonly certifiedSource: string | undefined;
  readonly licence: LinkView;
  readonly repository: string | undefined;
}

export const aboutLead = `${site.name} joins three things: news on healthcare APIs, the products, services and open-source projects that the news is about, and the topics that run through both.`;

export function aboutSections({ certifiedSource, licence, repository }: Facts): AboutSection[] {
  return [
    {
      heading: "How stories are chosen",
      paragraphs: [
        [
          "A story is in the catalog when it says something about how health data is exchanged through programmable interfaces: a rule, a standard, a product, a study, an outage, an opinion worth arguing with. Where it was published matters less than what it says; reposts are marked as such.",
        ],
        [
          "Each story links to its source. The headline is the source’s own. The summary is ours, in our own words, and states only what the source states. An excerpt is quoted from the source and belongs to its publisher. What a curator thinks of it stands apart, under its own heading.",
        ],
      ],
    },
    {
      heading: "What the dates mean",
      paragraphs: [
        [
          "“Published” is the source’s own date, at the precision that is known: a day, a month or a year. Where it was read from the address or inferred from the text, the page says so. “Curated” is the day the story entered the catalog. A date that nobody stated is shown as not stated.",
        ],
      ],
    },
    {
      heading: "How offerings are described",
      paragraphs: [
        [
          "An offering’s facts come from public pages, which are named as evidence, or from general knowledge, which is named as that. “Not checked with the vendor” means exactly that. What is not known is shown as not stated. Nobody pays to be listed, and the order of a list is never for sale.",
        ],
        ...(certifiedSource === undefined
          ? []
          : [[`Certified facts are taken from this list: ${certifiedSource}. They are not edited by hand.`]]),
      ],
    },
    {
      heading: "How topics work",
      paragraphs: [
        [
          "Topics are controlled: each belongs to a vocabulary and is written with its name, for example “HL7: FHIR”. Where two vocabularies name the same subject, a topic’s page says so and gathers the entries of both.",
        ],
      ],
    },
    {
      heading: "Propose a story, correct an entry",
      anchor: "propose",
      paragraphs: [
        [
          "Every entry is a text file. To propose a story, write one with four fields (title, day, link, topics) and a summary, and open a pull request; the README walks through it in five minutes, and a check tells you what is missing before anyone else looks.",
        ],
        ...(repository === undefined ? [] : [[{ href: repository, label: "The repository" }]]),
      ],
    },
    {
      heading: "Licence and reuse",
      paragraphs: [
        [
          "Our own words are under ",
          licence,
          `: use them and name ${site.name}. Excerpts belong to their publishers. The code is under the MIT licence. The news is available `,
          { href: feedsUrl, label: "as feeds" },
          ", the whole catalog ",
          { href: apiPageUrl, label: "as data" },
          ", and every page as Markdown beside it.",
        ],
        ["The site sets no cookie, counts no visitor and asks no other server for anything."],
      ],
    },
  ];
}
