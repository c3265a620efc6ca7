/** A content file with some fields changed and every other byte as it was. */
import { isDeepStrictEqual } from "node:util";
import {
  Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  isSeq,
  type Node,
  parseDocument,
  Scalar,
  visit,
} from "yaml";
import { splitFrontMatter } from "../../ingest/front-matter.ts";
import type { Fields } from "./to-news.ts";

/** A field to change; undefined removes it. */
export interface Edit {
  readonly path: readonly string[];
  readonly value: unknown;
}

interface Parts {
  /** Up to and with the line that opens the front matter. */
  readonly head: string;
  readonly yaml: string;
  /** The line that closes it. */
  readonly close: string;
  readonly body: string;
}

/** As the curated article is written. */
const STYLE = { lineWidth: 80, singleQuote: true } as const;
/** Longer text is folded below its key. */
const LONGEST_LINE = 76;

/** A new file, in the style of the curated article. */
export function formatContentFile(fields: Fields, body: string): string {
  return `---\n${stringify(fields)}---\n${body}\n`;
}

/** The text with these fields, and this body when one is given. The text must be one that the parser of content files accepts. */
export function editContentFile(text: string, edits: readonly Edit[], body?: string): string {
  const { head, yaml, close, body: oldBody } = split(text);
  const toEol = (part: string) => (head.endsWith("\r\n") ? part.replace(/\r?\n/g, "\r\n") : part);
  const newBody = body === undefined ? oldBody : toEol(`${body}${/\n$/.test(oldBody) ? "\n" : ""}`);
  // Parsed and printed, a whole file would come back in one style; only what changes is printed anew.
  return `${head}${edits.length === 0 ? yaml : editYaml(yaml, edits, toEol)}${close}${newBody}`;
}

function split(text: string): Parts {
  const { fields, body } = splitFrontMatter(text);
  const head = text.slice(0, text.indexOf("\n") + 1);
  const yaml = `${fields.slice(fields.indexOf("\n") + 1)}\n`;
  return { head, yaml, close: text.slice(head.length + yaml.length, text.length - body.length), body };
}

function editYaml(yaml: string, edits: readonly Edit[], toEol: (part: string) => string): string {
  const chunks = toChunks(yaml);
  const byKey = Map.groupBy(edits, ({ path }) => path[0] ?? "");
  if (chunks === undefined) return toEol(editChunk(yaml, edits));
  const changed = chunks.map(({ key, text }) => {
    const own = byKey.get(key);
    if (!own) return text;
    byKey.delete(key);
    // Comments and blank lines below a field belong to the next one.
    const lines = text.split(/(?<=\n)/);
    const end = lines.findLastIndex((line) => line.trim() !== "" && !line.startsWith("#")) + 1;
    return toEol(editChunk(lines.slice(0, end).join(""), own)) + lines.slice(end).join("");
  });
  const added = [...byKey.values()].flat().filter(({ value }) => value !== undefined);
  return changed.join("") + (added.length === 0 ? "" : toEol(editChunk("", added)));
}

/** The text of each field; undefined for front matter that is not written as one field below the other. */
function toChunks(yaml: string): { key: string; text: string }[] | undefined {
  const { contents } = parseDocument(yaml);
  if (!isMap(contents) || contents.flow) return undefined;
  const starts: { key: string; at: number }[] = [];
  for (const { key } of contents.items) {
    if (!isScalar(key) || !key.range) return undefined;
    const at = key.range[0];
    if (at > 0 && yaml[at - 1] !== "\n") return undefined;
    starts.push({ key: String(key.value), at });
  }
  const before = { key: "", text: yaml.slice(0, starts[0]?.at ?? 0) };
  return [before, ...starts.map(({ key, at }, index) => ({ key, text: yaml.slice(at, starts[index + 1]?.at) }))];
}

function editChunk(text: string, edits: readonly Edit[]): string {
  const document = parseDocument(text);
  if (!isMap(document.contents)) document.contents = document.createNode({}) as never;
  for (const { path, value } of edits) {
    if (value === undefined) document.deleteIn(path);
    else setIn(document, path, value);
  }
  // An empty map is printed as `{}`, which would be a line of its own.
  if (isMap(document.contents) && document.contents.items.length === 0) return "";
  return document.toString(STYLE);
}

function setIn(document: Document, path: readonly string[], value: unknown): void {
  const old = document.getIn(path, true);
  const isPlain = typeof value !== "object" || value === null;
  // A scalar keeps its quotes and the comment behind it.
  if (isScalar(old) && isPlain) {
    old.value = value;
    // Numbers and `null` are printed as they were read otherwise.
    delete old.source;
    if (old.type === Scalar.PLAIN && typeof value === "string") style(old);
  } else if (isSeq(old) && Array.isArray(value)) {
    const rest = [...old.items];
    old.items = value.map((item) => takeEqual(rest, item) ?? createNode(document, item));
  } else {
    const node = createNode(document, value);
    if (isNode(old)) node.commentBefore = old.commentBefore ?? null;
    document.setIn(path, node);
  }
}

/** Items that stay keep their comments. */
function takeEqual(nodes: unknown[], value: unknown): unknown {
  const index = nodes.findIndex((node) => isNode(node) && !isAlias(node) && isDeepStrictEqual(node.toJSON(), value));
  return index < 0 ? undefined : nodes.splice(index, 1)[0];
}

function stringify(fields: Fields): string {
  const document = new Document();
  document.contents = createNode(document, fields) as never;
  return document.toString(STYLE);
}

function createNode(document: Document, value: unknown): Node {
  // Without this a value that stands in two fields would become an anchor and an alias, which the parser refuses.
  const node = document.createNode(value, { aliasDuplicateObjects: false }) as Node;
  visit(node, {
    Scalar: (key, scalar) => {
      if (key !== "key") style(scalar);
    },
    Collection: (_key, collection) => {
      if (isCollection(collection) && collection.items.length === 0) collection.flow = true;
    },
  });
  return node;
}

/** Dates are quoted, since older YAML reads them as times, and so is what looks like a key. */
function style(scalar: Scalar): void {
  if (typeof scalar.value !== "string") return;
  const isFoldable = !/\n|^\s|\s$/.test(scalar.value);
  if (scalar.value.length > LONGEST_LINE && isFoldable) scalar.type = Scalar.BLOCK_FOLDED;
  else if (/^\d{4}-\d\d|[:,]/.test(scalar.value) && isFoldable) scalar.type = Scalar.QUOTE_SINGLE;
}
