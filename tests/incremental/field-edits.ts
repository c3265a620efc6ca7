/** Edits of what stands in a content file. */
import { statSync, utimesSync } from "node:fs";
import { basename, join } from "node:path";
import { between } from "../../bench/random.ts";
import { editFrontMatter, type FieldEdit, readData, type Value } from "../../src/authoring/edit/edit-front-matter.ts";
import { splitFrontMatter } from "../../src/ingest/front-matter.ts";
import { type EntityKind, entityKindKeys, entityKinds } from "../../src/vocab/entity-kind.ts";
import { entityPath } from "../../src/vocab/paths.ts";
import { contentOf, drawFile, type Edit, findDrawn, readText, type State, writeTo } from "./edit.ts";

const NEWS = "news/2026";
const AUTHORS = 3;

export const fieldEdits: readonly Edit[] = [
  setting("title", NEWS, "title", (number) => `A title that was edited, number ${number}`),
  setting("summary", NEWS, "summary", (number) => `What the source says, in other words than before: ${number}.`),
  setting("author", NEWS, "author", (number) => [`Ada Author ${number % AUTHORS}`]),
  setting("topic description", "topics", "description", (number) => `What the topic covers, edited to ${number}.`),
  setting("offering name", "offerings", "name", (number) => `Renamed Offering ${number}`),
  setting("organization name", "organizations", "name", (number) => `Renamed Organization ${number}`),
  { kind: "topics of a story", apply: moveToOtherTopic },
  { kind: "body", apply: addToBody },
  { kind: "body, of the same length and time", apply: changeBodySecretly },
  { kind: "alias added", apply: addAlias },
  { kind: "alias removed", apply: removeAlias },
];

function setting(kind: string, folder: string, field: string, toValue: (number: number) => Value | Value[]): Edit {
  return { kind, apply: (state) => setField(state, drawFile(state, folder), [field], toValue(state.serial())) };
}

/** Sets a field as an editor would: no other byte of the file changes. */
export function setField(state: State, file: string, path: string[], value: Value | Value[]): string {
  changeFields(state, file, [{ do: "set", path, value }]);
  return `${file}: ${path} is ${JSON.stringify(value)}`;
}

function changeFields(state: State, file: string, edits: readonly FieldEdit[]): void {
  const root = contentOf(state);
  writeTo(root, file, editFrontMatter(readText(root, file), edits, file));
}

export function fieldsOf(state: State, file: string): Readonly<Record<string, unknown>> {
  return readData(readText(contentOf(state), file), file);
}

/** Full name of a topic that content may refer to. */
export function drawTopic(state: State): string {
  return String(fieldsOf(state, drawFile(state, "topics"))["name"]);
}

function moveToOtherTopic(state: State): string {
  return setField(state, drawFile(state, NEWS), ["categories"], [drawTopic(state)]);
}

function addToBody(state: State): string {
  const folder = entityKinds[drawKind(state)].folder;
  const file = drawFile(state, folder);
  const text = readText(contentOf(state), file);
  writeTo(contentOf(state), file, `${text}\nA paragraph with **number ${state.serial()}**.\n`);
  return `${file}: one more paragraph`;
}

/** As a file that was copied with its time, from a backup or by a tool that keeps times. */
function changeBodySecretly(state: State): string | undefined {
  const root = contentOf(state);
  const isLetter = /(?<= [a-z]+)[a-z](?= )/;
  const file = findDrawn(state, "news", (one) => isLetter.test(splitFrontMatter(readText(root, one)).body));
  if (file === undefined) return undefined;
  const text = readText(root, file);
  const { body } = splitFrontMatter(text);
  const { atime, mtime } = statSync(join(root, file));
  const changed = body.replace(isLetter, (letter) =>
    letter === "z" ? "a" : String.fromCharCode(letter.charCodeAt(0) + 1),
  );
  writeTo(root, file, text.slice(0, text.length - body.length) + changed);
  utimesSync(join(root, file), atime, mtime);
  return `${file}: one letter of the body`;
}

export function drawKind({ random }: State): EntityKind {
  return entityKindKeys[between(random, 0, entityKindKeys.length - 1)] ?? "news";
}

function addAlias(state: State): string {
  const kind = drawKind(state);
  const file = drawFile(state, entityKinds[kind].folder);
  const alias = entityPath(kind, `former-${state.serial()}`);
  changeFields(state, file, [{ do: "add", path: ["aliases"], value: alias }]);
  return `${file}: alias ${alias}`;
}

function removeAlias(state: State): string | undefined {
  const hasAliases = (one: string) => fieldsOf(state, one)["aliases"] !== undefined;
  const file = entityKindKeys.reduce<string | undefined>(
    (found, kind) => found ?? findDrawn(state, entityKinds[kind].folder, hasAliases),
    undefined,
  );
  if (file === undefined) return undefined;
  const isList = Array.isArray(fieldsOf(state, file)["aliases"]);
  changeFields(state, file, [{ do: "remove", path: isList ? ["aliases", 0] : ["aliases"] }]);
  return `${basename(file)}: no alias`;
}
