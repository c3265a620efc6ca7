/** A file that a reader hands in: an export of their lists, or the list of feeds of any feed reader. */
import { fileProblems } from "#messages/following-page.ts";
import { emptyLists, type Lists } from "./lists.ts";
import { readSubscriptions, type Subscription } from "./opml.ts";
import { parseLists } from "./parse-lists.ts";

/** The longest export is shorter. */
const MAX_BYTES = 2_000_000;

export interface ImportedFile {
  readonly lists: Lists;
  /** Addresses of feeds that follow nothing of this site. */
  readonly unknown: readonly string[];
  /** How many entries cannot be read. */
  readonly unreadable: number;
  /** How many entries no list has room for, whatever it holds. */
  readonly over: number;
}

/** The lists in a file, or a sentence that says why there are none. `origins` are those of this site. */
export async function readFile(file: File, origins: readonly string[]): Promise<ImportedFile | string> {
  if (file.size > MAX_BYTES) return fileProblems.large;
  let text: string;
  try {
    text = await file.text();
  } catch {
    return fileProblems.closed;
  }
  return text.trimStart().startsWith("<") ? readOpml(text, origins) : readExport(text);
}

function readExport(text: string): ImportedFile | string {
  const parsed = parseLists(text);
  if (parsed.problem === "newer") return fileProblems.newer;
  if (parsed.problem) return fileProblems.neither;
  return { lists: parsed.lists, unknown: [], unreadable: parsed.unreadable, over: parsed.over };
}

function readOpml(text: string, origins: readonly string[]): ImportedFile | string {
  const subscriptions = subscriptionsIn(text);
  if (!subscriptions) return fileProblems.malformed;
  const { followed, unknown } = readSubscriptions(subscriptions, origins);
  return { lists: { ...emptyLists, followed }, unknown, unreadable: 0, over: 0 };
}

function subscriptionsIn(text: string): Subscription[] | undefined {
  // A list of feeds declares no entities, which could be made to grow without end.
  if (/<!DOCTYPE/i.test(text)) return undefined;
  const { documentElement: root } = new DOMParser().parseFromString(text, "application/xml");
  if (root.localName !== "opml" || root.querySelector("parsererror")) return undefined;
  return [...root.querySelectorAll("outline[xmlUrl]")].map((outline) => ({
    url: outline.getAttribute("xmlUrl") ?? "",
    label: outline.getAttribute("title") ?? outline.getAttribute("text") ?? "",
  }));
}
