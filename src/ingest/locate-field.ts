/** Where a field stands in a content file, or its nearest parent; an answer for every text. */
import { EVENT_ID, type Event, getScalarValue, parseEvents, SCALAR_STYLE } from "js-yaml";
import type { FieldPath, Position } from "./diagnostic.ts";

/**
 * Says where fields stand in a file, which is parsed once for all that is
 * asked: a value, or its key when `onKey`. Falls back to the nearest parent that
 * exists, and to the first line. A list index counts as the schemas see the
 * list, without its blank items.
 */
export function toLocator(text: string): (path: FieldPath, onKey?: boolean) => Position {
  const clean = withoutMark(text);
  const start = clean.indexOf("\n") + 1;
  const end = clean.indexOf("\n---", start - 1);
  if (!clean.startsWith("---") || start === 0 || end < start) return () => START;
  const yaml = clean.slice(start, end + 1);
  const events = eventsOf(yaml);
  return (path, onKey = false) => {
    const offset = offsetOf(events, yaml, path, onKey);
    return offset === undefined ? START : positionAt(clean, start + offset);
  };
}

const START: Position = { line: 1, column: 1 };

/** None where the text is not YAML: then nothing in it is found. */
function eventsOf(yaml: string): readonly Event[] {
  try {
    return parseEvents(yaml, {});
  } catch {
    return [];
  }
}

/** Line and column of an offset in a text. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

/** The text without the byte order mark that an editor may have put before it; it takes no column. */
export function withoutMark(text: string): string {
  return text.startsWith("\uFEFF") ? text.slice(1) : text;
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

/** What `dropBlank` takes out of a list. */
function isBlank(event: Event, source: string): boolean {
  if (event.type !== EVENT_ID.SCALAR) return false;
  const value = getScalarValue(source, event).trim();
  return value === "" || (event.style === SCALAR_STYLE.PLAIN && /^(?:~|null|Null|NULL)$/.test(value));
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
