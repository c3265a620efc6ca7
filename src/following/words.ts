/** What the page of one's lists says in sentences. */
import { counted, joinWords } from "../lib/text.ts";
import type { Entry, ListName, Lists, Merged } from "./lists.ts";

/** `Delete 4 follows, 12 saved entries and 2 hidden topics from this device`. */
export function describeDeletion(lists: Lists): string {
  const parts = [...countLists(lists), ...countIf(lists.read.length, "mark of a read story", "marks of read stories")];
  return `Delete ${joinWords(parts) || "what is stored"} from this device`;
}

/** What an import did. `unknown` are feeds of other sites, `dropped` counts what could not be read. */
export function describeImport({ added, left }: Merged, unknown: readonly string[], dropped: number): string {
  const taken = joinWords(countLists(added));
  const sentences = [
    taken ? `Took over ${taken}.` : "Nothing in the file is new to this device.",
    left > 0 &&
      `Left out ${counted(left, "entry", "entries")} for which there is no room or of which this device has the opposite.`,
    unknown.length > 0 &&
      `Not known here: ${counted(unknown.length, "feed")}, first ${unknown[0]?.slice(0, 120) || "one without an address"}.`,
    dropped > 0 && `Could not be read: ${counted(dropped, "entry", "entries")}.`,
  ];
  return sentences.filter(Boolean).join(" ");
}

/** `4 follows`, `2 hidden topics`: each list that has entries. */
export function countLists({ followed, saved, hidden }: Pick<Lists, ListName>): string[] {
  const hiddenOf = (kind: Entry["kind"]) => hidden.filter((entry) => entry.kind === kind).length;
  return [
    ...countIf(followed.length, "follow"),
    ...countIf(saved.length, "saved entry", "saved entries"),
    ...countIf(hiddenOf("topic"), "hidden topic"),
    ...countIf(hiddenOf("organization"), "hidden publisher"),
  ];
}

function countIf(count: number, one: string, many?: string): string[] {
  return count > 0 ? [counted(count, one, many)] : [];
}
