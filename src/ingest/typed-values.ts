/** Where the values of front matter stand in its text, and what was typed there: YAML gives `1.10` as 1.1, and no comment. */
import { EVENT_ID, type Event, getScalarValue, SCALAR_STYLE } from "js-yaml";
import type { FieldPath } from "./diagnostic.ts";
import type { ContentFile } from "./front-matter.ts";

export interface TypedValue {
  /** Counts list items as schemas do, without blank ones; a blank item has the index of the next. */
  readonly path: FieldPath;
  readonly isKey: boolean;
  /** Neither quotes nor a block of lines. */
  readonly isPlain: boolean;
  readonly isBlank: boolean;
  /** Offsets in the text; of a blank value, where it would stand. */
  readonly start: number;
  readonly end: number;
  /** The comment behind the value on its last line, with its `#`. */
  readonly comment: { readonly start: number; readonly end: number } | undefined;
}

/** All keys and values of front matter, in its order. */
export function typedValuesOf({ fields, events }: Pick<ContentFile, "fields" | "events">): TypedValue[] {
  const found: TypedValue[] = [];
  let index = 1; // after the document event
  let cursor = 0;

  const add = (event: Event, path: FieldPath, isKey: boolean) => {
    if (event.type !== EVENT_ID.SCALAR) return;
    const isEmpty = event.valueStart < 0;
    const start = isEmpty ? placeOfEmpty(fields, cursor, path) : event.valueStart;
    const end = isEmpty ? start : event.valueEnd;
    const isPlain = event.style === SCALAR_STYLE.PLAIN;
    const comment = isPlain && !isKey ? commentAfter(fields, end) : undefined;
    found.push({ path, isKey, isPlain, isBlank: isBlank(event, fields), start, end, comment });
    cursor = isEmpty ? (comment?.end ?? end) : end;
  };
  const walk = (path: FieldPath) => {
    const event = events[index];
    index += 1;
    if (!event) return;
    if (event.type === EVENT_ID.MAPPING) {
      for (let key = events[index]; key && key.type !== EVENT_ID.POP; key = events[index]) {
        const name = key.type === EVENT_ID.SCALAR ? getScalarValue(fields, key) : "";
        add(key, [...path, name], true);
        index += 1;
        walk([...path, name]);
      }
      index += 1;
    } else if (event.type === EVENT_ID.SEQUENCE) {
      cursor = Math.max(cursor, event.start);
      let position = 0;
      for (let item = events[index]; item && item.type !== EVENT_ID.POP; item = events[index]) {
        const isCounted = !isBlank(item, fields);
        walk([...path, position]);
        if (isCounted) position += 1;
      }
      index += 1;
    } else add(event, path, false);
  };
  walk([]);
  return found;
}

/** True for what `dropBlank` takes out of a list. */
export function isBlank(event: Event, source: string): boolean {
  if (event.type !== EVENT_ID.SCALAR) return false;
  const value = getScalarValue(source, event).trim();
  return value === "" || (event.style === SCALAR_STYLE.PLAIN && /^(?:~|null|Null|NULL)$/.test(value));
}

/** Behind the colon, or behind the hyphen of the next item that has nothing else on its line. */
function placeOfEmpty(fields: string, cursor: number, path: FieldPath): number {
  const sign = typeof path.at(-1) === "number" ? /(?<=^[ \t]*)-(?=[ \t]*(?:#[^\n]*)?\r?$)/gm : /:/g;
  sign.lastIndex = cursor;
  const found = sign.exec(fields);
  return found ? found.index + 1 : cursor;
}

function commentAfter(fields: string, end: number): TypedValue["comment"] {
  const pattern = /[ \t]+(?=#)/y;
  pattern.lastIndex = end;
  if (!pattern.test(fields)) return undefined;
  const start = pattern.lastIndex;
  const lineEnd = fields.indexOf("\n", start);
  const line = fields.slice(start, lineEnd < 0 ? undefined : lineEnd).trimEnd();
  return { start, end: start + line.length };
}
