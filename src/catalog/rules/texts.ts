/** Names and summaries are plain text, and nothing in them is unseen. */
import type { FieldPath } from "../../ingest/diagnostic.ts";
import { htmlToText } from "../../lib/html-to-text.ts";
import { invisibleIn, withoutInvisible } from "../../lib/invisible.ts";
import type { Entry } from "../entries.ts";
import { entriesOf, type RuleContext, warning } from "./rule.ts";

/** Fields with the title or a name. A file writes `author` for what an entry has as `authors`. */
const NAMES = ["title", "name", "authors", "legalName", "alsoKnownAs", "formerly", "successorName"];
const SUMMARIES = ["summary", "description", "note", "statusNote"];

function* textsOf({ data }: Entry, fields: readonly string[]): Generator<{ path: FieldPath; text: string }> {
  for (const field of fields) {
    const value: unknown = (data as Readonly<Record<string, unknown>>)[field];
    const name = field === "authors" ? "author" : field;
    if (typeof value === "string") yield { path: [name], text: value };
    else if (Array.isArray(value)) for (const [index, text] of value.entries()) yield { path: [name, index], text };
  }
}

/** Stories and offerings refer to a topic by its name, which changes in all of them or in none. */
function isNameOfTopic({ kind }: Entry, path: FieldPath): boolean {
  return kind === "topic" && path[0] === "name";
}

const renameTopic = ({ slug }: Entry) => `Change it in all files: npm run rename -- topic/${slug} --name '…'`;

export function* invisibleCharacter({ entries }: RuleContext) {
  for (const entry of entries) {
    for (const { path, text } of textsOf(entry, NAMES)) {
      const visible = withoutInvisible(text);
      if (visible === text) continue;
      yield warning(entry, path, {
        message: `The text has a character that nobody sees: ${invisibleIn(text).join(", ")}`,
        ...(isNameOfTopic(entry, path)
          ? { fix: renameTopic(entry) }
          : { fix: "Write it without", edit: { path, value: visible } }),
      });
    }
  }
}

/**
 * An entity with its semicolon; or a numeric one, or one of the commonest names, before a character that cannot
 * continue it.
 */
const ENTITY =
  /&(?:#\d{1,7}(?!\d);?|#[xX][\da-fA-F]{1,6}(?![\da-fA-F]);?|[A-Za-z][A-Za-z\d]{1,31};|(?:amp|lt|gt|quot|nbsp)(?![a-z\d=;]))/g;

export function* htmlEntity({ entries }: RuleContext) {
  for (const entry of entries) {
    for (const { path, text } of textsOf(entry, [...NAMES, ...SUMMARIES])) {
      const decoded = text.includes("&") ? decode(text) : text;
      if (decoded === text) continue;
      yield warning(entry, path, {
        message: "The text has HTML entities, which are shown as they stand",
        ...(isNameOfTopic(entry, path)
          ? { fix: renameTopic(entry) }
          : { fix: "Write the characters that they stand for", edit: { path, value: decoded } }),
      });
    }
  }
}

/** Until nothing changes: exports encode what is encoded already. */
function decode(text: string): string {
  let decoded = text;
  for (let round = 0; round < 4; round += 1) {
    const next = decoded.replace(ENTITY, decodeOne);
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

/** As a browser reads it between two letters; what is no entity, or no character of a text, stays. */
function decodeOne(entity: string): string {
  const character = htmlToText(`x${entity}${entity.endsWith(";") ? "" : ";"}x`).slice(1, -1);
  // Of an unknown name the parser may read the beginning: `&notin…`.
  return character === "" || character.length > 2 || /[\p{Cc}\uFFFD]/u.test(character)
    ? entity
    : character.replace(/;$/, "");
}

/** Words between single asterisks or underscores; not `2 * 3 * 4`, `a_b_c` or the footnote mark of `FHIR*`. */
const EMPHASIS = String.raw`(?<![\p{L}\p{N}*\\])\*(?=[\p{L}\p{N}])[^*]*(?<![\s*])\*(?![\p{L}\p{N}*])|(?<![\p{L}\p{N}_\\])_(?=[\p{L}\p{N}])[^_]*(?<![\s_])_(?![\p{L}\p{N}_])`;
const MARKDOWN = new RegExp(
  [
    String.raw`\*\*[^*\s][^*]*\*\*|__[^_\s][^_]*__|~~[^~\s][^~]*~~`,
    EMPHASIS,
    String.raw`!?\[[^[\]]+\](?:\([^()\s]+(?: "[^"]*")?\)|\[[^[\]]+\])`,
    "`[^`]+`|^#{1,6} |<https?://[^<>\\s]+>",
    String.raw`</?(?:a|b|i|u|s|p|br|em|strong|code|span|sup|sub|div|ul|ol|li|img|mark|small|del|blockquote|h[1-6])\b[^<>]*>`,
  ].join("|"),
  "u",
);

/** What tells of the catalog rather than of the offering. */
const FILLER =
  /\b(?:among its topics|tagged (?:for|under|with)|catalogu?ed (?:as|here|under)|filed (?:among|under)|listed here|in this catalog(?:ue)?)\b/iu;

export function* fillerPhrase({ entries }: RuleContext) {
  for (const entry of entriesOf(entries, "offering")) {
    const [phrase] = FILLER.exec(entry.data.summary ?? "") ?? [];
    if (phrase === undefined) continue;
    yield warning(entry, ["summary"], {
      message: `'${phrase}' says how the catalog files the offering, which its page shows anyway`,
      fix: "Say what it is and does, or leave the phrase out",
    });
  }
}

export function* markdownInSummary({ entries }: RuleContext) {
  for (const entry of entries) {
    for (const { path, text } of textsOf(entry, ["summary"])) {
      const [markup] = MARKDOWN.exec(text) ?? [];
      if (markup === undefined) continue;
      yield warning(entry, path, {
        message: `The summary has the markup '${markup.slice(0, 40).trim()}', which is shown as it stands`,
        fix: "Write plain text; Markdown belongs into 'insights' or into the body",
      });
    }
  }
}
