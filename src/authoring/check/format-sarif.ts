/** Diagnostics as a SARIF 2.1.0 log, which code scanning and editors read. */
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { LocatedDiagnostic } from "../../ingest/diagnostic.ts";
import { sentenceOf } from "../../ingest/format-diagnostics.ts";
import { byText } from "../../lib/order.ts";
import type { CheckReport } from "./check.ts";

const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
/** The root that all addresses are relative to, so that a log is the same on every machine. */
const ROOT = "SRCROOT";

export function toSarif({ diagnostics, pathOf }: CheckReport) {
  const rules = [...new Set(diagnostics.map(({ rule }) => rule))].sort(byText);
  const toResult = (diagnostic: LocatedDiagnostic) => ({
    ruleId: diagnostic.rule,
    ruleIndex: rules.indexOf(diagnostic.rule),
    level: diagnostic.severity,
    message: { text: sentenceOf(diagnostic) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: toArtifact(pathOf(diagnostic.file)),
          region: { startLine: diagnostic.line, startColumn: diagnostic.column },
        },
        ...(diagnostic.field !== "" && { logicalLocations: [{ name: diagnostic.field, kind: "property" }] }),
      },
    ],
  });
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "curalog-check",
            rules: rules.map((id) => ({ id, shortDescription: { text: titleOf(id) } })),
          },
        },
        columnKind: "utf16CodeUnits",
        originalUriBaseIds: { [ROOT]: { description: { text: "The root of the repository" } } },
        results: diagnostics.map(toResult),
      },
    ],
  };
}

/** A file outside the repository has its whole address. */
function toArtifact(path: string): { readonly uri: string; readonly uriBaseId?: string } {
  return isAbsolute(path) ? { uri: pathToFileURL(path).href } : { uri: toUri(path), uriBaseId: ROOT };
}

/** Each segment is encoded: a file name may hold anything, even invalid Unicode. */
function toUri(path: string): string {
  return path
    .split("/")
    .map((segment) => encodeURIComponent(segment.toWellFormed()))
    .join("/");
}

/** `unknown-key` as `Unknown key`. */
function titleOf(rule: string): string {
  const words = rule.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
