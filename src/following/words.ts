/** What the page of one's lists says in sentences. */
import {
  askDeletion,
  countFollowed,
  countHiddenPublishers,
  countHiddenTopics,
  countRead,
  countSaved,
  leftOutOfImport,
  nothingNewInFile,
  tookOver,
  unknownFeeds,
  unreadable as unreadableEntries,
} from "#messages/following-page.ts";
import type { ImportedFile } from "./import-file.ts";
import type { Entry, ListName, Lists, Merged } from "./lists.ts";

/** `Delete 4 followed entries, 12 saved entries and 2 hidden topics from this device?` */
export function describeDeletion(lists: Lists): string {
  return askDeletion([...countLists(lists), ...countIf(lists.read.length, countRead)]);
}

/** So many of what was left out are named. */
const NAMED = 3;

/** What an import did. */
export function describeImport(
  { added, left }: Merged,
  { unknown, unreadable, over }: Omit<ImportedFile, "lists">,
): string {
  const leftOut = left.length + over;
  const names = left.map(({ label }) => label);
  const taken = countLists(added);
  const sentences = [
    taken.length > 0 ? tookOver(taken) : nothingNewInFile,
    leftOut > 0 && leftOutOfImport(leftOut, names.slice(0, NAMED).join(", ") + (names.length > NAMED ? ", …" : "")),
    unknown.length > 0 && unknownFeeds(unknown.length, unknown[0]?.slice(0, 120) ?? ""),
    unreadable > 0 && unreadableEntries(unreadable),
  ];
  return sentences.filter(Boolean).join(" ");
}

/** `4 followed entries`, `2 hidden topics`: each list that has entries. */
export function countLists({ followed, saved, hidden }: Pick<Lists, ListName>): string[] {
  const hiddenOf = (kind: Entry["kind"]) => hidden.filter((entry) => entry.kind === kind).length;
  return [
    ...countIf(followed.length, countFollowed),
    ...countIf(saved.length, countSaved),
    ...countIf(hiddenOf("topic"), countHiddenTopics),
    ...countIf(hiddenOf("organization"), countHiddenPublishers),
  ];
}

function countIf(count: number, say: (count: number) => string): string[] {
  return count > 0 ? [say(count)] : [];
}
