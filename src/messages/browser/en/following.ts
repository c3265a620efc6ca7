/** What the reader's own lists say on their page and on those of entries. */
import { counted } from "./format.ts";

/** Why nothing can be kept. */
export const storageProblems = {
  refused: "This browser lets the site store nothing, so nothing can be kept.",
  full: "The storage of this browser is full, so nothing more can be kept.",
  broken: "What this browser has stored cannot be read. Delete it on the page of your lists to begin again.",
  newer: "Your lists were stored by a later version of this site. Reload the page.",
};

/** What is stored and cannot be kept. */
export const entriesLeftOut = (count: number) =>
  counted(count, {
    one: "stored entry cannot be read, or has no room in a list: it is left out.",
    other: "stored entries cannot be read, or have no room in a list: they are left out.",
  });

/** Marks of entries in a list, by the list of the reader's that they are on, and of stories. */
export const listMarks = { followed: "followed", saved: "saved", hidden: "hidden" };
export const readMark = "read";
export const newMark = "new";
/** On the first new story; the day is without its year. */
export const newSince = (day: string) => `new since ${day}`;
export const countNew = (count: number) => `${count} new`;

export const storiesHidden = (count: number) => `${counted(count, { one: "story", other: "stories" })} hidden.`;
export const storiesHiddenAndShown = (count: number) =>
  `${counted(count, { one: "hidden story", other: "hidden stories" })} shown here.`;
export const showHidden = "Show";
export const hideAgain = "Hide again";

// Beside the buttons of an entry.
export const undoHint = "Press again to undo";
export const listFull = (limit: number) => `This list is full: it has room for ${limit} entries.`;
export const keptHere = "Kept on this device alone.";
export const takenAway = "Removed.";
