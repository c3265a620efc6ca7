/** The closed lists of the site, from the files of `content/vocabulary/`. Nothing else reads them. */
import { lstatSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { z } from "zod";
import { getConfig } from "../config/config.ts";
import type { LocatedDiagnostic } from "../ingest/diagnostic.ts";
import { formatDiagnostics } from "../ingest/format-diagnostics.ts";
import { listTree, toContentPath } from "../ingest/read-content.ts";
import { parseYamlFile } from "../ingest/yaml-file.ts";
import { deepFreeze } from "../lib/deep-freeze.ts";
import { UserError } from "../lib/user-error.ts";
import type { Term } from "./vocab.ts";
import { type Terms, vocabularyFiles } from "./vocabulary-files.ts";

type FileName = keyof typeof vocabularyFiles;
type ContentOf<Name extends FileName> = z.output<(typeof vocabularyFiles)[Name]>;
type Licences = ContentOf<"licences">;

export interface Vocabulary extends Licences, ContentOf<"synonyms"> {
  readonly kinds: ContentOf<"kinds">;
  readonly standards: ContentOf<"standards">;
  readonly statuses: ContentOf<"statuses">;
  readonly organizationTypes: ContentOf<"organization-types">;
  readonly dataKinds: ContentOf<"data-kinds">;
  readonly apiStyles: ContentOf<"api-styles">;
  readonly trackingParameters: ReadonlySet<string>;
  readonly everydayWords: readonly string[];
}

/** The lists whose keys content files state, and the file of each. */
const lists = {
  kinds: "kinds",
  standards: "standards",
  licences: "licences",
  statuses: "statuses",
  organizationTypes: "organization-types",
  dataKinds: "data-kinds",
  apiStyles: "api-styles",
} as const satisfies Partial<Record<keyof Vocabulary, FileName>>;
export type ListName = keyof typeof lists;

type TermOf<List extends Terms> = List extends Terms<infer T> ? T : never;
export type LicenceFamily = TermOf<Vocabulary["licenceFamilies"]>;

type VocabularyResult =
  | { readonly ok: true; readonly value: Vocabulary; readonly text: string }
  | { readonly ok: false; readonly diagnostics: readonly LocatedDiagnostic[]; readonly text: string };

const FOLDER = "vocabulary";
const fileNames = Object.keys(vocabularyFiles) as FileName[];
const toFile = (name: FileName) => `${name}.yaml`;
/** The files of the vocabulary, from the content root. */
export const vocabularyPaths: readonly string[] = fileNames.map((name) => `${FOLDER}/${toFile(name)}`);

let found: VocabularyResult | undefined;

/** The vocabulary or what is wrong with it, read when it is first asked for; `text` is that of all files. */
export function findVocabulary(): VocabularyResult {
  found ??= readVocabulary(getConfig().contentRoot);
  return found;
}

/** Throws a `UserError` that says what is wrong with which file. */
export function getVocabulary(): Vocabulary {
  const result = findVocabulary();
  if (!result.ok) throw new UserError(formatDiagnostics(result.diagnostics, fileNames.length));
  return result.value;
}

export const getKind = (key: string): TermOf<Vocabulary["kinds"]> => termIn("kinds", getVocabulary().kinds, key);
export const getStandard = (key: string): TermOf<Vocabulary["standards"]> =>
  termIn("standards", getVocabulary().standards, key);
export const getLicence = (key: string): TermOf<Vocabulary["licences"]> =>
  termIn("licences", getVocabulary().licences, key);
export const getLicenceFamily = (key: string): LicenceFamily =>
  termIn("families of licences", getVocabulary().licenceFamilies, key);
export const getStatus = (key: string): TermOf<Vocabulary["statuses"]> =>
  termIn("statuses", getVocabulary().statuses, key);
export const getOrganizationType = (key: string): TermOf<Vocabulary["organizationTypes"]> =>
  termIn("types of organizations", getVocabulary().organizationTypes, key);
export const getDataKind = (key: string): Term => termIn("kinds of data", getVocabulary().dataKinds, key);

/** What a new vendor or publisher is taken for: the first type of that role, else the first of all. */
export function usualType(wanted: "vendor" | "publisher"): string {
  const types = [...getVocabulary().organizationTypes];
  const [type] = types.find(([, { role }]) => role === wanted) ?? types[0] ?? [];
  if (type === undefined)
    throw new UserError(`${vocabularyFile("organizationTypes")} lists no type for a new ${wanted}`);
  return type;
}

/**
 * True for a status that marks a change, such as the end of an offering: one that has words for the time before its
 * day.
 */
export function isChange(status: string): boolean {
  return getStatus(status).toCome !== undefined;
}

/** Content is checked against the lists when it is read, so a key that is in none is a mistake of the code. */
function termIn<T extends Term>(list: string, terms: Terms<T>, key: string): T {
  const term = terms.get(key);
  if (term === undefined) throw new Error(`The ${list} of the vocabulary have no '${key}'`);
  return term;
}

/** A list whose file is missing is empty. */
export function readVocabulary(contentRoot: string): VocabularyResult {
  const folder = folderOf(contentRoot);
  const files = readFiles(folder);
  const diagnostics: LocatedDiagnostic[] = [];
  const read = <T>(name: FileName, schema: z.ZodType<T>): T | undefined => {
    const file = toContentPath(contentRoot, join(folder, toFile(name)));
    const bytes = files.get(name) ?? Buffer.from("{}");
    const result = parseYamlFile(bytes, file, schema);
    if (result.ok) return deepFreeze(result.value);
    diagnostics.push(...result.diagnostics);
    return undefined;
  };
  const kinds = read("kinds", vocabularyFiles.kinds);
  const standards = read("standards", vocabularyFiles.standards);
  const licences = read("licences", vocabularyFiles.licences);
  const statuses = read("statuses", vocabularyFiles.statuses);
  const organizationTypes = read("organization-types", vocabularyFiles["organization-types"]);
  const dataKinds = read("data-kinds", vocabularyFiles["data-kinds"]);
  const apiStyles = read("api-styles", vocabularyFiles["api-styles"]);
  const synonyms = read("synonyms", vocabularyFiles.synonyms);
  const tracking = read("tracking-parameters", vocabularyFiles["tracking-parameters"]);
  const everyday = read("everyday-words", vocabularyFiles["everyday-words"]);
  const text = toText(files);
  if (!kinds || !standards || !licences || !statuses || !organizationTypes) return { ok: false, diagnostics, text };
  if (!dataKinds || !apiStyles || !synonyms || !tracking || !everyday) return { ok: false, diagnostics, text };
  const trackingParameters = new Set(tracking.parameters);
  const lists = { kinds, standards, statuses, organizationTypes, dataKinds, apiStyles };
  const value = { ...lists, trackingParameters, everydayWords: everyday.words, ...licences, ...synonyms };
  return { ok: true, value: Object.freeze(value), text };
}

/** The text of all files as it is now, for those who must know whether it changed. */
export function readVocabularyText(): string {
  return toText(readFiles(folderOf(getConfig().contentRoot)));
}

/** The file of a list, from the content root. */
export function vocabularyFile(list: ListName): string {
  return `${FOLDER}/${toFile(lists[list])}`;
}

/** The folder beside the content; content from elsewhere that has none is checked against that of the site. */
function folderOf(contentRoot: string): string {
  const own = join(contentRoot, FOLDER);
  return lstatSync(own, { throwIfNoEntry: false })?.isDirectory() ? own : resolve("content", FOLDER);
}

/** Symbolic links are not followed, as elsewhere in content. */
function readFiles(folder: string): ReadonlyMap<FileName, Buffer> {
  const { files } = listTree(folder);
  const names = fileNames.filter((name) => files.includes(toFile(name)));
  return new Map(names.map((name) => [name, readFileSync(join(folder, toFile(name)))]));
}

function toText(files: ReadonlyMap<FileName, Buffer>): string {
  return JSON.stringify([...files].map(([name, bytes]) => [name, bytes.toString("utf8")]));
}
