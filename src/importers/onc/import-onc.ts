/** Imports an ONC list into a content folder: rewrites the facts, adds missing files, and changes no other file. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { ONC_FACTS_FILE } from "../../catalog/file-kind.ts";
import { readTextIn } from "../../catalog/load-content.ts";
import { InputError } from "../../cli/command.ts";
import { counted } from "../../lib/text.ts";
import { writeFileAtomically } from "../../lib/write-file-atomically.ts";
import { writeNewFile } from "../../lib/write-new-file.ts";
import type { OncFacts } from "../../schemas/onc-facts.ts";
import { readEntries } from "../read-entries.ts";
import { type CertifiedList, formatFacts, parseCertifiedList, toOncFacts } from "./certified-list.ts";
import { type Stub, toStubs } from "./stubs.ts";

const SHOWN_PROBLEMS = 20;

interface OncImportOptions {
  /** Path of the list, JSON. */
  readonly file: string;
  /** The day of the list, YYYY-MM-DD. */
  readonly asOf: string;
  readonly contentRoot: string;
  /** The day that the new offerings are added on. */
  readonly buildDate: string;
  /** True writes nothing and reports what would be written. */
  readonly isDryRun: boolean;
}

export interface OncReport {
  readonly isDryRun: boolean;
  /** The day of the list. */
  readonly asOf: string;
  readonly counts: { readonly versions: number; readonly products: number; readonly developers: number };
  /** True when the facts file differs from the list. */
  readonly isChanged: boolean;
  /** Stubs written, or to be written, by path from the content root. */
  readonly stubs: readonly Pick<Stub, "kind" | "file">[];
  /** For a person to look at. */
  readonly notices: readonly string[];
}

/** Writes the facts and the stubs that are missing. Throws an `InputError` before anything is written. */
export async function importOnc({
  file,
  asOf,
  contentRoot,
  buildDate,
  isDryRun,
}: OncImportOptions): Promise<OncReport> {
  const { facts, notices: factNotices } = toOncFacts(await readList(file), asOf);
  const entries = await readEntries(contentRoot, ["organization", "offering"]);
  const { stubs, notices: stubNotices } = toStubs(facts, entries, buildDate);

  const isChanged = (await readTextIn(contentRoot)(ONC_FACTS_FILE)) !== formatFacts(facts);
  if (isChanged && !isDryRun) await writeFileAtomically(join(contentRoot, ONC_FACTS_FILE), formatFacts(facts));
  const { written, left } = isDryRun ? { written: stubs, left: [] } : await writeStubs(contentRoot, stubs);
  return {
    isDryRun,
    asOf: facts.asOf,
    counts: toCounts(facts),
    isChanged,
    stubs: written.map(({ kind, file }) => ({ kind, file })),
    notices: [...factNotices, ...stubNotices, ...left.map(({ file }) => `${file} exists and was left as it is`)],
  };
}

/** The report for a person. */
export function formatOncReport({ isDryRun, asOf, counts, isChanged, stubs, notices }: OncReport): string {
  const verb = isDryRun ? "would be written" : "written";
  const countOf = (kind: Stub["kind"]) => counted(stubs.filter((stub) => stub.kind === kind).length, kind);
  const { versions, products, developers } = counts;
  return [
    `${counted(versions, "version")} of ${counted(products, "product")} by ${counted(developers, "developer")}, as of ${asOf}`,
    `${ONC_FACTS_FILE}: ${isChanged ? verb : "unchanged"}`,
    `Stubs ${verb}: ${countOf("offering")}, ${countOf("organization")}`,
    notices.length === 0 ? "No notices" : `${counted(notices.length, "notice")}:`,
    ...notices.map((notice) => `  ${notice}`),
  ].join("\n");
}

async function readList(file: string): Promise<CertifiedList> {
  const parsed = parseCertifiedList(await readJson(file));
  if (parsed.ok) return parsed.list;
  throw new InputError(`${file} is not a list that can be imported:\n${formatProblems(parsed.problems)}`);
}

async function readJson(file: string): Promise<unknown> {
  const bytes = await readFile(file).catch((error: unknown) => {
    throw new InputError(`${file} cannot be read: ${messageOf(error)}`);
  });
  try {
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch (error) {
    throw new InputError(`${file} is not valid JSON: ${messageOf(error)}`);
  }
}

async function writeStubs(contentRoot: string, stubs: readonly Stub[]): Promise<{ written: Stub[]; left: Stub[] }> {
  const written: Stub[] = [];
  const left: Stub[] = [];
  for (const stub of stubs) {
    const isNew = await writeNewFile(join(contentRoot, stub.file), stub.text);
    (isNew ? written : left).push(stub);
  }
  return { written, left };
}

function formatProblems(problems: readonly string[]): string {
  const shown = problems.slice(0, SHOWN_PROBLEMS).map((problem) => `  ${problem}`);
  const more = problems.length - shown.length;
  return [...shown, ...(more > 0 ? [`  and ${counted(more, "more problem")}`] : [])].join("\n");
}

function toCounts({ products }: OncFacts): OncReport["counts"] {
  return {
    versions: products.reduce((count, product) => count + product.versions.length, 0),
    products: products.length,
    developers: new Set(products.map(({ developer }) => developer)).size,
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
