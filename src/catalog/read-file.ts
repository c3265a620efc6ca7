/** The bytes of one content file become an entry or facts, and diagnostics of the file itself. */

import { findControlCharacters, findControlEscapes } from "../ingest/control-characters.ts";
import type { Diagnostic } from "../ingest/diagnostic.ts";
import { parseContentFile } from "../ingest/front-matter.ts";
import type { RawFile } from "../ingest/read-content.ts";
import { dropBlank } from "../lib/drop-blank.ts";
import { messages } from "../lib/zod-messages.ts";
import { AboutTextSchema } from "../schemas/about-text.ts";
import { type AuthorNames, AuthorNamesSchema } from "../schemas/author-names.ts";
import { type CertificationStandards, CertificationStandardsSchema } from "../schemas/certification-standards.ts";
import { InterfaceFactsSchema } from "../schemas/interface-facts.ts";
import { type LinkFacts, LinkFactsSchema } from "../schemas/link-facts.ts";
import { type OncFacts, OncFactsSchema } from "../schemas/onc-facts.ts";
import { type ReportedAddresses, ReportedAddressesSchema } from "../schemas/reported-addresses.ts";
import type { EntityKind } from "../vocab/entity-kind.ts";
import { type EntryResult, toEntry } from "./entries.ts";
import { diagnoseValues } from "./field-values.ts";
import {
  AUTHOR_NAMES_FILE,
  CERTIFICATION_FILE,
  type FileKind,
  findInterface,
  LINK_FACTS_FILE,
  ONC_FACTS_FILE,
  REPORTED_FILE,
} from "./file-kind.ts";
import type { AboutText } from "./graph.ts";
import type { InterfaceFile } from "./rules/rule.ts";

/** One file to an entry or diagnostics: the parser, then the schema. */
export function readEntry(kind: EntityKind, { file, bytes }: RawFile): EntryResult {
  const parsed = parseContentFile(bytes, file);
  return parsed.ok ? toEntry(kind, parsed.value) : { diagnostics: parsed.diagnostics };
}

export interface FactsResult {
  readonly facts?: OncFacts;
  readonly links?: LinkFacts;
  readonly authorNames?: AuthorNames;
  readonly implications?: CertificationStandards;
  readonly reported?: ReportedAddresses;
  readonly interface?: InterfaceFile;
  readonly diagnostics: readonly Diagnostic[];
}

/** What a facts file holds, and what to do when it holds anything else. */
const FACTS = {
  [ONC_FACTS_FILE]: {
    schema: OncFactsSchema.transform((facts) => ({ facts })),
    fix: "Write the file again with the import script",
  },
  [LINK_FACTS_FILE]: {
    schema: LinkFactsSchema.transform((links) => ({ links })),
    fix: "Put back the last version of the file, or delete it and check the links again with npm run links",
  },
  [CERTIFICATION_FILE]: {
    schema: CertificationStandardsSchema.transform((implications) => ({ implications })),
    fix: "Write each standard with its version and the paragraph of the rule",
  },
  [REPORTED_FILE]: {
    schema: ReportedAddressesSchema.transform((reported) => ({ reported })),
    fix: "Write each vendor once, as the ONC list names it, with https addresses of public hosts",
  },
  [AUTHOR_NAMES_FILE]: {
    schema: AuthorNamesSchema.transform((authorNames) => ({ authorNames })),
    fix: 'Write each author once, as { "jane-doe": ["Jane Döe", "Jane Doe"] }: the address, then the names, the one to be shown first',
  },
};

const toInterface = (offering: string, name: string) => ({
  schema: InterfaceFactsSchema.transform((facts) => ({ interface: { offering, name, facts } })),
  fix: "Put back the last version of the file, or delete it and read the interface again with npm run import:interface",
});

/** A facts file to typed facts; a diagnostic names the field, and no line. */
export function readFacts({ file, bytes }: RawFile): FactsResult {
  const own = findInterface(file);
  const { schema, fix } = own ? toInterface(own.offering, own.name) : FACTS[file as keyof typeof FACTS];
  const failed = (path: (string | number)[], message: string): FactsResult => ({
    diagnostics: [{ severity: "error", rule: "facts", file, path, message, fix, at: { line: 1, column: 1 } }],
  });
  let json: unknown;
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    const problem = findControlCharacters(text, text.length) ?? findControlEscapes(text, 0, text.length);
    if (problem) return { diagnostics: [{ severity: "error", file, path: [], ...problem }] };
    json = JSON.parse(text);
  } catch {
    return failed([], "The file is not valid JSON");
  }
  const result = schema.safeParse(json, { error: messages });
  if (result.success) return { ...result.data, diagnostics: [] };
  const [issue] = result.error.issues;
  return failed(
    issue?.path.map((part) => (typeof part === "symbol" ? String(part) : part)) ?? [],
    `The value ${issue?.message}`,
  );
}

/** Without the body of the file, which is read when its page is rendered. */
interface AboutResult {
  readonly about?: AboutText;
  readonly diagnostics: readonly Diagnostic[];
}

function readAbout({ file, bytes }: RawFile): AboutResult {
  const parsed = parseContentFile(bytes, file);
  if (!parsed.ok) return { diagnostics: parsed.diagnostics };
  const result = AboutTextSchema.safeParse(dropBlank(parsed.value.data), { error: messages });
  if (result.success) return { about: { file, ...result.data }, diagnostics: [] };
  return { diagnostics: [...diagnoseValues(parsed.value, AboutTextSchema.shape, result.error.issues)] };
}

/** What any content file became. */
export type FileResult = EntryResult & FactsResult & AboutResult;

export function readFile(kind: FileKind, raw: RawFile): FileResult {
  if (kind === "about") return readAbout(raw);
  return kind === "facts" ? readFacts(raw) : readEntry(kind, raw);
}
