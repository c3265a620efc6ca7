/** The page about the site. */
export const about = {
  heading: (site: string) => `About ${site}`,
  description: "What the catalog holds, how stories are chosen and described, and how to propose one.",
  // Of this site:
  lead: (site: string) =>
    `${site} joins three things: news on healthcare APIs, the products, services and open-source projects that the news is about, and the topics that run through both.`,
  counts: { heading: "In the catalog", stories: "Stories", authors: "Authors" },
  stories: {
    heading: "How stories are chosen",
    // Of this site:
    choice:
      "A story is in the catalog when it says something about how health data is exchanged through programmable interfaces: a rule, a standard, a product, a study, an outage, an opinion worth arguing with. Where it was published matters less than what it says; reposts are marked as such.",
    words:
      "Each story links to its source. The headline is the source’s own. The summary is ours, in our own words, and states only what the source states. An excerpt is quoted from the source and belongs to its publisher. What a curator thinks of it stands apart, under its own heading.",
  },
  dates: {
    heading: "What the dates mean",
    text: "“Published” is the source’s own date, at the precision that is known: a day, a month or a year. Where it was read from the address or inferred from the text, the page says so. “Curated” is the day the story entered the catalog. A date that nobody stated is shown as not stated.",
  },
  offerings: {
    heading: "How offerings are described",
    text: "An offering’s facts come from public pages, which are named as evidence, or from general knowledge, which is named as that. “Not checked with the vendor” means exactly that. What is not known is shown as not stated. Nobody pays to be listed, and the order of a list is never for sale.",
    certified: (source: string, asOf: string) =>
      `Certified facts are taken from this list: ${source}, as of ${asOf}. They are not edited by hand.`,
  },
  topics: {
    heading: "How topics work",
    // Of this site, the example:
    text: "Topics are controlled: each belongs to a vocabulary and is written with its name, for example “HL7: FHIR”. Where two vocabularies name the same subject, a topic’s page says so and gathers the entries of both.",
  },
  propose: {
    heading: "Propose a story, correct an entry",
    text: "Every entry is a text file. To propose a story, write one with four fields (title, day, link, topics) and a summary, and open a pull request; the README walks through it in five minutes, and a check tells you what is missing before anyone else looks.",
    repository: "The repository",
  },
  reuse: {
    heading: "Licence and reuse",
    text: <Link>(site: string, licence: Link, feeds: (label: string) => Link, data: (label: string) => Link) => [
      "Our own words are under ",
      licence,
      `: use them and name ${site}. Excerpts belong to their publishers. The code is under the MIT licence. The news is available `,
      feeds("as feeds"),
      ", the whole catalog ",
      data("as data"),
      ", and every page as Markdown beside it.",
    ],
    privacy: "The site sets no cookie, counts no visitor and asks no other server for anything.",
    /** Follows what is said of the reader's lists. */
    lists: <Link>(privacy: string, lists: (label: string) => Link) => [
      `${privacy} They are `,
      lists("your lists"),
      ", which you can take along or delete.",
    ],
  },
  build: {
    heading: "This build",
    /** How old the site is, and the commit that it is built from, where it is known. */
    text: (day: string, commit: string, hasChanges: boolean) => {
      const from = commit && ` from commit ${commit}${hasChanges ? " with changes that are in no commit" : ""}`;
      return `The site was built on ${day}${from}.`;
    },
  },
};
