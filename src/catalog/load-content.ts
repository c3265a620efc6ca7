/** Promise: a content folder becomes entries, facts and findings; the same steps for the check and for the site. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
import { parseContentFile } from "../ingest/front-matter.ts";
import type { Finding, Issue } from "../ingest/issue.ts";
import { toIssues } from "../ingest/locate.ts";
import { listFiles, listLinks, type RawFile, readFiles } from "../ingest/read-content.ts";
import { type LinkFacts, LinkFactsSchema } from "../schemas/link-facts.ts";
import { messages } from "../schemas/messages.ts";
import { type OncFacts, OncFactsSchema } from "../schemas/onc-facts.ts";
import { type EntityKind, entityKindKeys, entityKinds } from "../vocab/entity-kind.ts";
import type { IndexingPolicy } from "../vocab/indexing.ts";
import { buildCatalog, type CatalogResult } from "./build-catalog.ts";
import { type Entry, type EntryResult, toEntry } from "./entries.ts";
import { toRuleContext } from "./rules/context.ts";
import { runRules } from "./rules/index.ts";
import type { Content } from "./rules/rule.ts";

/** The files of machine-written facts, from the content root. */
export const ONC_FACTS_FILE = "facts/onc-products.json";
export const LINK_FACTS_FILE = "facts/links.json";

/** One file to an entry or findings: the parser, then the schema. */
export function readEntry(kind: EntityKind, { file, bytes }: RawFile): EntryResult {
  const parsed = parseContentFile(bytes, file);
  return parsed.ok ? toEntry(kind, parsed.value) : { findings: parsed.findings };
}

export interface FactsResult {
  readonly facts?: OncFacts;
  readonly links?: LinkFacts;
  readonly findings: readonly Finding[];
}

/** A facts file to typed facts; machine-written, so a fault names the field and asks to write it again. */
export function readFacts({ file, bytes }: RawFile): FactsResult {
  const failed = (path: (string | number)[], message: string): FactsResult => ({
    findings: [
      {
        severity: "error",
        rule: "facts",
        file,
        path,
        message,
        fix:
          file === LINK_FACTS_FILE
            ? "Put back the last version of the file, or delete it and check the links again with npm run links"
            : "Write the file again with the import script",
        at: { line: 1, column: 1 },
      },
    ],
  });
  let json: unknown;
  try {
    json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
  } catch {
    return failed([], "The file is not valid JSON");
  }
  const result =
    file === LINK_FACTS_FILE
      ? LinkFactsSchema.transform((links) => ({ links })).safeParse(json, { error: messages })
      : OncFactsSchema.transform((facts) => ({ facts })).safeParse(json, { error: messages });
  if (result.success) return { ...result.data, findings: [] };
  const [issue] = result.error.issues;
  return failed(
    issue?.path.map((part) => (typeof part === "symbol" ? String(part) : part)) ?? [],
    `The value ${issue?.message}`,
  );
}

/** Reads, validates and resolves a whole content folder. */
export async function loadCatalog(
  contentRoot: string,
  imageRoot: string,
  buildDate: string,
  indexing?: IndexingPolicy,
): Promise<{ result: CatalogResult; issues: Issue[]; filesChecked: number }> {
  const { content, files } = await readContent(contentRoot, imageRoot);
  const result = buildCatalog(content, { buildDate, indexing });
  return { result, issues: await toIssues(result.findings, readTextIn(contentRoot)), filesChecked: files.length };
}

/** All that is wrong with a content folder: what `loadCatalog` finds, without the graph, which takes as long again. */
export async function loadFindings(
  contentRoot: string,
  imageRoot: string,
  buildDate: string,
  indexing?: IndexingPolicy,
  watch?: Watch,
): Promise<{ findings: Finding[]; files: readonly string[] }> {
  const { content, files } = await readContent(contentRoot, imageRoot, watch);
  return { findings: [...content.found, ...runRules(toRuleContext(content, buildDate, indexing))], files };
}

/** Is told how many files there are, and each that was read. */
export type Watch = (total: number) => { readonly step: () => void; readonly stop: () => void };

/** So many files are read before whoever watches may draw. */
const BREATH = 200;

/** Reads and validates every file, each for itself; `files` are their paths. */
async function readContent(
  contentRoot: string,
  imageRoot: string,
  watch?: Watch,
): Promise<{ content: Content; files: readonly string[] }> {
  const files = await readFiles(contentRoot, "", "");
  const entries: Entry[] = [];
  const findings: Finding[] = [];
  let facts: Pick<Content, "facts" | "links"> = { facts: undefined };
  const progress = watch?.(files.length);
  for (const [index, raw] of files.entries()) {
    if (progress) {
      if (index % BREATH === 0) await setImmediate();
      progress.step();
    }
    const kind = entityKindKeys.find((key) => raw.file.startsWith(`${entityKinds[key].folder}/`));
    if (kind && raw.file.endsWith(".md")) {
      const { entry, findings: found } = readEntry(kind, raw);
      if (entry) entries.push(entry);
      findings.push(...found);
    } else if (raw.file === ONC_FACTS_FILE || raw.file === LINK_FACTS_FILE) {
      const { findings: found, ...read } = readFacts(raw);
      facts = { ...facts, ...read };
      findings.push(...found);
    } else findings.push(strayFile(raw.file, "content is Markdown in one of the folders of content/"));
  }
  progress?.stop();
  for (const link of await listLinks(contentRoot)) findings.push(strayFile(link, "it is a symbolic link"));
  const images = await listImages(imageRoot);
  return { content: { entries, ...facts, images, found: findings }, files: files.map(({ file }) => file) };
}

/** Files below the image folder, by their path below it. */
export async function listImages(imageRoot: string): Promise<ReadonlySet<string>> {
  return new Set(await listFiles(imageRoot, "", ""));
}

/** Reads a content file as text, or undefined when it is gone. */
export function readTextIn(contentRoot: string): (file: string) => Promise<string | undefined> {
  return (file) => readFile(join(contentRoot, file), "utf8").catch(() => undefined);
}

function strayFile(file: string, reason: string): Finding {
  return {
    severity: "warning",
    rule: "stray-file",
    file,
    path: [],
    message: `The file is not read: ${reason}`,
    fix: `Move it to ${entityKindKeys.map((kind) => `${entityKinds[kind].folder}/`).join(", ")} as .md, or delete it`,
    at: { line: 1, column: 1 },
  };
}
