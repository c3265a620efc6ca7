/** The page about the site. */
export const about = {
  heading: (site: string) => `About ${site}`,
  description: "What the catalog holds, how stories are chosen and described, and how to propose one.",
  counts: { heading: "In the catalog", stories: "Stories", authors: "Authors" },
  certified: {
    heading: "Where certified facts come from",
    text: (source: string, asOf: string) =>
      `Certified facts are taken from this list: ${source}, as of ${asOf}. They are not edited by hand.`,
  },
  propose: {
    heading: "Propose a story or correct an entry",
    text: "Every entry is a text file. To propose a story, add a file with four fields (title, date, link and topics) and a summary, and open a pull request; a check tells you what is missing before anyone else looks.",
    repository: "The repository",
  },
  reuse: {
    heading: "Licence and reuse",
    /** `data` is undefined where the site has none. */
    text: <Link>(licence: Link, feeds: (label: string) => Link, data: ((label: string) => Link) | undefined) => [
      "Our own words are licensed under ",
      licence,
      ". Excerpts belong to their publishers. The news is available ",
      feeds("as feeds"),
      ...(data ? [", the whole catalog ", data("as data")] : []),
      ", and every page as Markdown. The code of the site is under the MIT licence.",
    ],
    /** `engine` is the host of the search engine that pages ask, where that is none of the site's own. */
    privacy: (engine: string | undefined) =>
      `The site sets no cookies, counts no visitors and asks no other server for anything${engine ? ` except searches, which go to ${engine}` : ""}.`,
    /** Follows what is said of the reader's lists. */
    lists: <Link>(privacy: string, lists: (label: string) => Link) => [
      `${privacy} You can export or delete `,
      lists("your lists"),
      ".",
    ],
  },
  build: {
    heading: "This build",
    /** How old the site is, and the commit that it is built from, where it is known. */
    text: (day: string, commit: string, hasChanges: boolean) => {
      const from = commit && ` from commit ${commit}${hasChanges ? " with uncommitted changes" : ""}`;
      return `The site was built on ${day}${from}.`;
    },
  },
};
