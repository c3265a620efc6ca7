/** The page of a reader's own lists before a script fills it, and the buttons that put an entry on them. */
import type { Around } from "../around.ts";

export const following = {
  heading: "Your lists",
  description:
    "What is new in the topics, offerings and organizations that you follow, what you saved and what you hide, kept on your own device.",
  /** The same words here and on the page about the site. */
  privacy:
    "What you follow, save and hide, the stories you have opened and the time of your last visit are kept in this browser on this device alone. To show what is new, it fetches the feeds of what you follow, as a feed reader does; to learn what was renamed or removed, it also asks this site for each entry that you saved or hide. It does so only when you open your lists.",
  /** Around the link to the feeds. */
  unscripted: [
    "These lists need JavaScript; ",
    " do the same without it, for every topic, offering and organization.",
  ] satisfies Around,
  feeds: "feeds",
  empty:
    "There is nothing in your lists yet. Open a topic, an offering or an organization and choose “Follow”, or a story or an offering and choose “Save”.",
  example: "For example:",
  jump: "Your lists:",
  idle: "You follow nothing yet. Open a topic, an offering or an organization and choose “Follow”.",
  none: "No stories yet in what you follow.",
  order: "by day added",
  nothing: "Nothing new in what you follow.",
  followed: "Following",
  saved: "Saved",
  hidden: "Hidden",
  files: {
    heading: "Import and export",
    import: "Import a file",
    label: "File to import",
    kinds: "exported here, or a list of feeds (OPML)",
    export: "Export all",
    exportFeeds: "Export the feeds of what you follow (OPML)",
  },
  delete: "Delete all lists from this device",
  /** Around the link to the page on reading offline. */
  offline: ["To read without a network, ", "."] satisfies Around,
  keep: "keep what you read on this device",
  /** What a button says while its entry is not on the list, and once it is. */
  buttons: {
    followed: { off: "Follow", on: "Following" },
    saved: { off: "Save", on: "Saved" },
    hidden: { off: "Hide its stories", on: "Hidden in other lists" },
  },
};
