/** What the page of the reader's own lists says alone. */
import { counted, formatCount, joinWords } from "./format.ts";

export const fetchingNews = "Fetching what is new…";
export const deleted = "Deleted from this device.";
export const newSinceDay = (day: string) => `New since ${day}`;
export const latest = "Latest";
export const earlier = "Earlier";
export const alsoIn = "Also in";
/** What a story is there for. */
export const youFollow = (names: readonly string[]) => `You follow ${joinWords(names)}`;
export const removeButton = "Remove";
export const removeEntry = (name: string) => `Remove ${name}`;

/** What an entry is. */
export const entryKinds = { news: "Story", offering: "Offering", topic: "Topic", organization: "Organization" };
/** What became of one. */
export const entryStates = { gone: "It is no longer in the catalog.", unknown: "It could not be fetched." };

export const noNetwork = "There is no network: this page shows only what is kept here.";

/** What the list of new stories leaves out, or may. */
export const moreInFeeds = (count: number) => `${formatCount(count)} more are in the feeds.`;
export const feedsAreFull = (names: readonly string[]) =>
  names.length === 1
    ? `Everything in the feed of ${joinWords(names)} is new; there may be more on its page.`
    : `Everything in the feeds of ${joinWords(names)} is new; there may be more on their pages.`;

/** What a list has of each. */
export const countFollowed = (count: number) => counted(count, { one: "followed entry", other: "followed entries" });
export const countSaved = (count: number) => counted(count, { one: "saved entry", other: "saved entries" });
export const countHiddenTopics = (count: number) => counted(count, { one: "hidden topic", other: "hidden topics" });
export const countHiddenPublishers = (count: number) =>
  counted(count, { one: "hidden publisher", other: "hidden publishers" });
export const countRead = (count: number) => counted(count, { one: "read mark", other: "read marks" });

/** Asked before it is done; without any, what is stored cannot be read. */
export const askDeletion = (counts: readonly string[]) =>
  `Delete ${counts.length > 0 ? joinWords(counts) : "what is stored"} from this device?`;

// What an import did.
export const tookOver = (counts: readonly string[]) => `Imported ${joinWords(counts)}.`;
export const nothingNewInFile = "Nothing in the file is new to this device.";
/** `names` are those of the first, none where nobody knows them. */
export const leftOutOfImport = (count: number, names: string) =>
  `Left out ${counted(count, { one: "entry", other: "entries" })}: no room, or this device has the opposite${names && ` (${names})`}.`;
/** With the address of the first, where it has one. */
export const unknownFeeds = (count: number, first: string) =>
  `Not known here: ${counted(count, { one: "feed", other: "feeds" })}, first ${first || "one without an address"}.`;
export const unreadable = (count: number) =>
  `Could not be read: ${counted(count, { one: "entry", other: "entries" })}.`;

/** Why a file cannot be imported. */
export const fileProblems = {
  large: "The file is larger than 2 MB, so it cannot be an export of lists or feeds.",
  closed: "The file could not be opened.",
  newer: "The file was written by a later version of this site. Reload the page.",
  neither: "The file is neither an export of this page nor a list of feeds (OPML).",
  malformed: "The file is not well-formed OPML.",
};

/** Title of an exported list of feeds. */
export const exportTitle = "What I follow";
