/** The bytes of one content file become an entry or facts, and diagnostics of the file itself. */

import type { Diagnostic } from "../ingest/diagnostic.ts";
import { parseContentFile } from "../ingest/front-matter.ts";
import type { RawFile } from "../ingest/read-content.ts";
import { type LinkFacts, LinkFactsSchema } from "../schemas/link-facts.ts";
import { messages } from "../schemas/messages.ts";
import { type OncFacts, OncFactsSchema } from "../schemas/onc-facts.ts";
import type { EntityKind } from "../vocab/entity-kind.ts";
import { type EntryResult, toEntry } from "./entries.ts";
import { LINK_FACTS_FILE } from "./file-kind.ts";

/** One file to an entry or diagnostics: the parser, then the schema. */
export function readEntry(kind: EntityKind, { file, bytes }: RawFile): EntryResult {
  const parsed = parseContentFile(bytes, file);
  return parsed.ok ? toEntry(kind, parsed.value) : { diagnostics: parsed.diagnostics };
}

export interface FactsResult {
  readonly facts?: OncFacts;
  readonly links?: LinkFacts;
  readonly diagnostics: readonly Diagnostic[];
}

/** A facts file to typed facts; written by programs, so a diagnostic names the field and asks to write the file again. */
export function readFacts({ file, bytes }: RawFile): FactsResult {
  const failed = (path: (string | number)[], message: string): FactsResult => ({
    diagnostics: [
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
  if (result.success) return { ...result.data, diagnostics: [] };
  const [issue] = result.error.issues;
  return failed(
    issue?.path.map((part) => (typeof part === "symbol" ? String(part) : part)) ?? [],
    `The value ${issue?.message}`,
  );
}

/** What any content file became. */
export type FileResult = EntryResult & FactsResult;

export function readFile(kind: EntityKind | "facts", raw: RawFile): FileResult {
  return kind === "facts" ? readFacts(raw) : readEntry(kind, raw);
}
