/** Gives diagnostics their line and column; each file with diagnostics is read and parsed once, and no other. */
import { EVENT_ID, type Event, getScalarValue, parseEvents } from "js-yaml";
import { byText } from "../lib/order.ts";
import {
  type Diagnostic,
  type FieldPath,
  fieldName,
  type LocatedDiagnostic,
  type Position,
  positionAt,
} from "./diagnostic.ts";
import { checkFrame, splitFrontMatter } from "./front-matter.ts";
import { isBlank } from "./typed-values.ts";

/** Sorted by file, line and rule; `readText` returns undefined for a file that is gone. */
export async function locateDiagnostics(
  diagnostics: readonly Diagnostic[],
  readText: (file: string) => Promise<string | undefined>,
): Promise<LocatedDiagnostic[]> {
  const locators = new Map<string, Locator>();
  for (const { file, at } of diagnostics) {
    if (!at && !locators.has(file)) locators.set(file, toLocator((await readText(file)) ?? ""));
  }
  return diagnostics
    .map((diagnostic): LocatedDiagnostic => {
      const { severity, rule, file, path, message, fix, at, onKey, within, edit } = diagnostic;
      const { line, column } = at ?? locators.get(file)?.(path, onKey, within) ?? { line: 1, column: 1 };
      return { severity, rule, file, line, column, field: fieldName(path), message, fix, ...(edit && { edit }) };
    })
    .sort(
      (a, b) =>
        byText(a.file, b.file) ||
        a.line - b.line ||
        a.column - b.column ||
        byText(a.rule, b.rule) ||
        byText(a.message, b.message),
    );
}

type Locator = (path: FieldPath, onKey?: boolean, within?: string) => Position;

const START: Position = { line: 1, column: 1 };

/**
 * Says where fields are in a file, which is parsed once: a value, or its key
 * when `onKey`; without a path, a piece of the body. Falls back to the nearest parent that exists, and to the first
 * line. A list index counts as the schemas see the list, without its blank items.
 */
export function toLocator(text: string): Locator {
  if (checkFrame(text)) return () => START;
  const { fields, body } = splitFrontMatter(text);
  const events = eventsOf(fields);
  return (path, onKey = false, within = "") => {
    if (path.length === 0 && within !== "") {
      const start = text.length - body.length;
      return positionAt(text, Math.max(start, indexOfPiece(text, within, start)));
    }
    const offset = offsetOf(events, fields, path, onKey);
    if (offset === undefined) return START;
    return positionAt(fields, Math.max(offset, indexOfPiece(fields, within, offset)));
  };
}

/** An address is found, too, as a text may write it: with `&amp;`, or in letters that addresses encode. */
function indexOfPiece(text: string, piece: string, from: number): number {
  const spellings = [piece, piece.replaceAll("&", "&amp;"), decoded(piece)];
  return spellings.map((one) => text.indexOf(one, from)).find((index) => index >= 0) ?? -1;
}

function decoded(address: string): string {
  try {
    return decodeURI(address);
  } catch {
    return address;
  }
}

/** None where the text is not YAML: then nothing in it is found. */
function eventsOf(yaml: string): readonly Event[] {
  try {
    return parseEvents(yaml, {});
  } catch {
    return [];
  }
}

/** Walks the flat event stream along `path`; the offset of the deepest part that exists. */
function offsetOf(events: readonly Event[], source: string, path: FieldPath, onKey: boolean): number | undefined {
  let index = 1; // after the document event
  let found: number | undefined;
  for (const [depth, part] of path.entries()) {
    const container = events[index];
    const isMap = container?.type === EVENT_ID.MAPPING;
    if (!container || (!isMap && container.type !== EVENT_ID.SEQUENCE)) return found;
    let child = index + 1;
    let position = 0;
    let keyOffset: number | undefined;
    for (;;) {
      const event = events[child];
      if (!event || event.type === EVENT_ID.POP) return found;
      if (isMap) {
        keyOffset = startOfEvent(event);
        const isWanted = event.type === EVENT_ID.SCALAR && getScalarValue(source, event) === part;
        child = skip(events, child);
        if (isWanted) break;
      } else if (position === part && !isBlank(event, source)) break;
      else if (!isBlank(event, source)) position += 1;
      child = skip(events, child);
    }
    const value = events[child];
    const isLast = depth === path.length - 1;
    found = isMap && ((isLast && onKey) || !value) ? keyOffset : (startOfEvent(value) ?? keyOffset);
    index = child;
  }
  return found;
}

function startOfEvent(event: Event | undefined): number | undefined {
  if (!event) return undefined;
  const start = "valueStart" in event ? event.valueStart : "start" in event ? event.start : -1;
  return start < 0 ? undefined : start;
}

/** The index after the node that begins at `index`. */
function skip(events: readonly Event[], index: number): number {
  let depth = 0;
  let next = index;
  do {
    const event = events[next];
    if (!event) return next;
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE) depth += 1;
    if (event.type === EVENT_ID.POP) depth -= 1;
    next += 1;
  } while (depth > 0);
  return next;
}
