/** `npm run import:onc -- <file.json> --as-of YYYY-MM-DD [--dry-run]`: writes the ONC facts and the stubs that are missing. Exit code 1 on bad input. */
import { mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { parseArgs } from "node:util";
import type { Entry } from "../src/catalog/entries.ts";
import { ONC_FACTS_FILE, readEntry, readTextIn } from "../src/catalog/load-content.ts";
import { formatFacts, parseCertifiedList, type Stub, toOncFacts, toStubs } from "../src/desk/import-onc.ts";
import type { Finding } from "../src/ingest/issue.ts";
import { toIssues } from "../src/ingest/locate.ts";
import { readFiles } from "../src/ingest/read-content.ts";
import { formatIssues } from "../src/ingest/report.ts";
import { counted } from "../src/lib/text.ts";
import { day } from "../src/schemas/fields.ts";
import type { OncFacts } from "../src/schemas/onc-facts.ts";
import { contentRoot } from "../src/site.config.ts";
import { entityKinds } from "../src/vocab/entity-kind.ts";

const USAGE = "Usage: npm run import:onc -- <file.json> --as-of YYYY-MM-DD [--dry-run]";
const SHOWN_PROBLEMS = 20;

/** What the person who started the import can put right. */
class InputError extends Error {}

try {
  await importOnc();
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

async function importOnc(): Promise<void> {
  const { file, asOf, isDryRun } = readArguments();
  const parsed = parseCertifiedList(await readJson(file));
  if (!parsed.ok)
    throw new InputError(`${file} is not a list that can be imported:\n${formatProblems(parsed.problems)}`);
  const { facts, notices: factNotices } = toOncFacts(parsed.list, asOf);
  const { stubs, notices: stubNotices } = toStubs(facts, await readEntries());

  const isChanged = (await readTextIn(contentRoot)(ONC_FACTS_FILE)) !== formatFacts(facts);
  if (isChanged && !isDryRun) await replaceFile(join(contentRoot, ONC_FACTS_FILE), formatFacts(facts));
  const { written, left } = isDryRun ? { written: stubs, left: [] } : await writeStubs(stubs);

  const notices = [...factNotices, ...stubNotices, ...left.map(({ file }) => `${file} exists and was left as it is`)];
  const verb = isDryRun ? "would be written" : "written";
  console.log(
    [
      formatCounts(facts),
      `${ONC_FACTS_FILE}: ${isChanged ? verb : "unchanged"}`,
      `Stubs ${verb}: ${counted(countOf(written, "offering"), "offering")}, ${counted(countOf(written, "organization"), "organization")}`,
      notices.length === 0 ? "No notices" : `${counted(notices.length, "notice")}:`,
      ...notices.map((notice) => `  ${notice}`),
    ].join("\n"),
  );
}

function readArguments(): { file: string; asOf: string; isDryRun: boolean } {
  const { values, positionals } = parseCommandLine();
  const [file, ...others] = positionals;
  if (file === undefined || others.length > 0) throw new InputError(`Name one file to import\n${USAGE}`);
  const asOf = day.safeParse(values["as-of"]);
  if (!asOf.success) throw new InputError(`--as-of ${asOf.error.issues[0]?.message}\n${USAGE}`);
  return { file, asOf: asOf.data, isDryRun: values["dry-run"] ?? false };
}

function parseCommandLine() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: { "as-of": { type: "string" }, "dry-run": { type: "boolean" } },
    });
  } catch (error) {
    throw new InputError(`${messageOf(error)}\n${USAGE}`);
  }
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

/** A file that cannot be read may be the offering of a product, so nothing is written beside it. */
async function readEntries(): Promise<Entry[]> {
  const folder = await stat(contentRoot).catch(() => undefined);
  if (!folder?.isDirectory()) throw new InputError(`There is no content folder ${contentRoot}`);
  const entries: Entry[] = [];
  const findings: Finding[] = [];
  let filesChecked = 0;
  for (const kind of ["organization", "offering"] as const) {
    for (const raw of await readFiles(contentRoot, entityKinds[kind].folder, ".md")) {
      const { entry, findings: found } = readEntry(kind, raw);
      filesChecked += 1;
      if (entry) entries.push(entry);
      else findings.push(...found);
    }
  }
  if (findings.length === 0) return entries;
  const issues = await toIssues(findings, readTextIn(contentRoot));
  throw new InputError(`${formatIssues(issues, filesChecked)}\n\nNothing was written: correct these files first`);
}

/** A reader sees the old file or the new one, never half of one; names that begin with a dot are not content. */
async function replaceFile(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.new`);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(temporary, text);
  await rename(temporary, path);
}

async function writeStubs(stubs: readonly Stub[]): Promise<{ written: Stub[]; left: Stub[] }> {
  const written: Stub[] = [];
  const left: Stub[] = [];
  for (const stub of stubs) {
    const path = join(contentRoot, stub.file);
    await mkdir(dirname(path), { recursive: true });
    const isNew = await writeFile(path, stub.text, { flag: "wx" }).then(
      () => true,
      (error: unknown) => {
        if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
        throw error;
      },
    );
    (isNew ? written : left).push(stub);
  }
  return { written, left };
}

function formatProblems(problems: readonly string[]): string {
  const shown = problems.slice(0, SHOWN_PROBLEMS).map((problem) => `  ${problem}`);
  const more = problems.length - shown.length;
  return [...shown, ...(more > 0 ? [`  and ${counted(more, "more problem")}`] : [])].join("\n");
}

function formatCounts({ products, asOf }: OncFacts): string {
  const versions = products.reduce((count, product) => count + product.versions.length, 0);
  const developers = new Set(products.map(({ developer }) => developer)).size;
  return `${counted(versions, "version")} of ${counted(products.length, "product")} by ${counted(developers, "developer")}, as of ${asOf}`;
}

function countOf(stubs: readonly Stub[], kind: Stub["kind"]): number {
  return stubs.filter((stub) => stub.kind === kind).length;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
