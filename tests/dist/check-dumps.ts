/** The lists and dumps of each kind have every record exactly once, and the index gives their number. */
import { parse } from "csv-parse/sync";
import { addressOfPath, type BuiltSite, fileOfAddress, textOf } from "../../src/built-site/built-site.ts";
import type { PublishedKind } from "../../src/vocab/entity-kind.ts";
import { kindsOfSite } from "../../src/vocab/published-paths.ts";
import { API_FOLDER, type Json, readDocuments, readJson } from "./api-site.ts";
import type { Check, Violation } from "./check.ts";

export const dumpsCheck: Check = {
  name: "lists and dumps",
  run(site) {
    const records = Map.groupBy(
      readDocuments(site).filter(({ schema, kind }) => kind !== undefined && schema === kind),
      ({ kind }) => kind,
    );
    const index = indexOf(site);
    const results = kindsOfSite().map((kind) => {
      const own = (records.get(kind) ?? []).map(({ json }) => json);
      return lookAt(kind, own, index.get(kind), site);
    });
    const sum = (key: "listed" | "lines" | "rows") => results.reduce((total, result) => total + result[key], 0);
    const least = [...records.values()].reduce((total, { length }) => total + length, 0);
    return {
      counts: [
        { what: "records in lists", count: sum("listed"), least: Math.max(least, 1) },
        { what: "lines of NDJSON", count: sum("lines"), least: Math.max(least, 1) },
        { what: "rows of CSV", count: sum("rows"), least: Math.max(least, 1) },
      ],
      violations: results.flatMap(({ violations }) => violations),
    };
  },
};

/** What the index says of each kind. */
function indexOf(site: BuiltSite): ReadonlyMap<unknown, Json> {
  const file = `${API_FOLDER}index.json`;
  const { kinds = [] } = (site.files.has(file) ? readJson(site, file) : {}) as { kinds?: Json[] };
  return new Map(kinds.map((kind) => [kind["kind"], kind]));
}

interface Count {
  readonly listed: number;
  readonly lines: number;
  readonly rows: number;
  readonly violations: readonly Violation[];
}

function lookAt(kind: PublishedKind, records: readonly Json[], entry: Json | undefined, site: BuiltSite): Count {
  const folder = `${API_FOLDER}${kind}`;
  const listed = pagesOf(`${folder}/index.json`, site).flatMap(({ items }) => items as Json[]);
  const lines = linesOf(`${folder}.ndjson`, site);
  const rows = rowsOf(`${folder}.csv`, site);
  const expected = records.map(({ slug }) => slug);
  const violations = [
    ...differences(`${folder}/index.json`, expected, listed.map(slugOf)),
    ...differences(`${folder}.ndjson`, expected, lines.map(slugOf)),
    ...differences(`${folder}.csv`, expected, rows.map(slugOf)),
    ...otherRecords(`${folder}.ndjson`, records, lines),
    ...indexViolations(kind, records, entry, site),
  ];
  return { listed: listed.length, lines: lines.length, rows: rows.length, violations };
}

/** The pages of a list, followed from the first by what each names as the next. */
function pagesOf(first: string, site: BuiltSite): Json[] {
  const pages: Json[] = [];
  const seen = new Set<string>();
  for (let file: string | undefined = first; file && site.files.has(file) && !seen.has(file); ) {
    seen.add(file);
    const page = readJson(site, file);
    pages.push(page);
    const next = page["next"];
    file = typeof next === "string" ? fileOfAddress(site, next) : undefined;
  }
  return pages;
}

function linesOf(file: string, site: BuiltSite): Json[] {
  if (!site.files.has(file)) return [];
  const lines = textOf(site, file).split("\n").slice(0, -1);
  return lines.map((line) => JSON.parse(line) as Json);
}

function rowsOf(file: string, site: BuiltSite): Json[] {
  if (!site.files.has(file)) return [];
  return parse(site.read(file), { columns: true, bom: true });
}

function slugOf({ slug }: Json): unknown {
  return slug;
}

function differences(where: string, expected: readonly unknown[], found: readonly unknown[]): Violation[] {
  const known = new Set(expected);
  const seen = new Set(found);
  const twice = [...Map.groupBy(found, (slug) => slug)].filter(([, same]) => same.length > 1).map(([slug]) => slug);
  return [
    ...expected.filter((slug) => !seen.has(slug)).map((slug) => ({ where, message: `${slug} is missing` })),
    ...found.filter((slug) => !known.has(slug)).map((slug) => ({ where, message: `${slug} is no record` })),
    ...twice.map((slug) => ({ where, message: `${slug} occurs twice` })),
  ];
}

function otherRecords(where: string, records: readonly Json[], lines: readonly Json[]): Violation[] {
  const bySelf = new Map(records.map((record) => [record["self"], JSON.stringify(record)]));
  return lines
    .filter((line) => bySelf.has(line["self"]) && bySelf.get(line["self"]) !== JSON.stringify(line))
    .map((line) => ({ where, message: `${line["slug"]} is not what its record is` }));
}

function indexViolations(
  kind: PublishedKind,
  records: readonly Json[],
  entry: Json | undefined,
  site: BuiltSite,
): Violation[] {
  const where = `${API_FOLDER}index.json`;
  if (entry === undefined) return [{ where, message: `has no kind ${kind}` }];
  const count =
    entry["count"] === records.length
      ? []
      : [{ where, message: `says that there are ${entry["count"]} of kind ${kind}, and there are ${records.length}` }];
  const links = ["list", "ndjson", "csv", "schema", "listSchema"].flatMap((name) => {
    const file = fileOfAddress(site, String(entry[name]));
    const isThere = file !== undefined && entry[name] === addressOfPath(site, `/${file}`);
    return isThere ? [] : [{ where, message: `${name} of kind ${kind} leads nowhere` }];
  });
  return [...count, ...links];
}
