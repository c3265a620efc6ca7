/** What the page of one's lists says in sentences. */
import { counted, joinWords } from "../lib/text.ts";
import type { ImportedFile } from "./import-file.ts";
import type { Entry, ListName, Lists, Merged } from "./lists.ts";

/** `Delete 4 follows, 12 saved entries and 2 hidden topics from this device`. */
export function describeDeletion(lists: Lists): string {
  const parts = [...countLists(lists), ...countIf(lists.read.length, "mark of a read story", "marks of read stories")];
  return `Delete ${joinWords(parts) || "what is stored"} from this device`;
}

/** What is stored and cannot be kept. */
export function describeDropped(count: number): string {
  const entries = counted(count, "stored entry", "stored entries");
  const [verb, pronoun] = count === 1 ? ["has", "it is"] : ["have", "they are"];
  return `${entries} cannot be read, or ${verb} no room in a list: ${pronoun} left out.`;
}

/** What an import did. */
export function describeImport(
  { added, left }: Merged,
  { unknown, unreadable, over }: Omit<ImportedFile, "lists">,
): string {
  const leftOut = left + over;
  const taken = joinWords(countLists(added));
  const sentences = [
    taken ? `Took over ${taken}.` : "Nothing in the file is new to this device.",
    leftOut > 0 &&
      `Left out ${counted(leftOut, "entry", "entries")} for which there is no room or of which this device has the opposite.`,
    unknown.length > 0 &&
      `Not known here: ${counted(unknown.length, "feed")}, first ${unknown[0]?.slice(0, 120) || "one without an address"}.`,
    unreadable > 0 && `Could not be read: ${counted(unreadable, "entry", "entries")}.`,
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
