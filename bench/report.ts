/** The numbers of a run as plain text in aligned columns, with everything a reader needs to judge them. */
import { cpus, release, totalmem, type } from "node:os";
import type { Engine } from "./engine.ts";
import type { Row } from "./goals.ts";
import { type MainThread, TYPED } from "./main-thread.ts";
import { queriesAt } from "./measure.ts";
import { alignColumns } from "./table.ts";

export interface ReportRow extends Row {
  /** Compressed bytes of the engine's code. */
  readonly code: number;
}

export function describeMachine(): string[] {
  const [cpu] = cpus();
  return [
    `${cpu?.model ?? "unknown processor"}, ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB`,
    `${type()} ${release()} ${process.arch}, Node ${process.versions.node}`,
  ];
}

export function describeEngines(engines: readonly Engine[]): string[] {
  return alignColumns(engines.map(({ name, version, settings }) => [`${name} ${version}`, settings]));
}

type Column = readonly [heading: string, toCell: (row: ReportRow) => string];

const columns: readonly Column[] = [
  ["engine", ({ engine }) => engine],
  ["p50 ms", ({ keystroke }) => keystroke.p50.toFixed(2)],
  ["p95 ms", ({ keystroke }) => keystroke.p95.toFixed(2)],
  ["typo", ({ mrr }) => mrr.typo.toFixed(3)],
  ["typing", ({ mrr }) => mrr.typing.toFixed(3)],
  ["clean", ({ mrr }) => mrr.clean.toFixed(3)],
  ["first kB", ({ bytes }) => toKilobytes(bytes.median)],
  ["most kB", ({ bytes }) => toKilobytes(bytes.most)],
  ["all kB", ({ bytes }) => toKilobytes(bytes.all)],
  ["code kB", ({ code }) => toKilobytes(code)],
  ["load ms", ({ load }) => load.toFixed(0)],
];

/** One size; what an engine could not do is said below its row. */
export function describeSize(size: number, rows: readonly ReportRow[], notRun: ReadonlyMap<string, string>): string[] {
  const queries = queriesAt(size);
  const table = [columns.map(([heading]) => heading), ...rows.map((row) => columns.map(([, toCell]) => toCell(row)))];
  const cuts = rows
    .filter(({ queries: { typo, typing, clean, typed } }) => Math.min(typo, typing, clean, typed) < queries)
    .map(({ engine, queries: { typo, typing, clean, typed } }) => {
      return `${engine}: time was up after ${typo}, ${typing} and ${clean} queries, and ${typed} typed ones`;
    });
  const missing = [...notRun].map(([engine, reason]) => `${engine}: not run, ${reason}`);
  return [`${size} records, ${queries} queries of each kind`, ...alignColumns(table), ...cuts, ...missing];
}

export const LEGEND = [
  "p50, p95  one search at one key, while queries with a typo are typed letter by letter; one thread, without network",
  "typo      MRR@10 of the record looked for: two words of its title and one of its brand, in any order, one misspelt",
  "typing    the same words in the record's order, the last cut to 50 to 80 % of its letters and misspelt in those",
  "clean     the queries of `typo` as they are spelt",
  "first     compressed bytes before the first result of a query with a typo, without code: the median, and the most",
  "          (Curalog answers as soon as its newest records are there; MRR and times are those of all records)",
  "all       the same for all an engine may fetch; code: its script, bundled and compressed (1 kB is 1000 bytes)",
  "load      from the files as text to an engine that can be asked for every record",
  "Records are title, brand, topics, and what an offering states; every engine looks in these and in nothing else.",
];

export function describeMainThread({ tasks, longest, size }: MainThread): string[] {
  const count = tasks === 1 ? "1 task" : `${tasks} tasks`;
  return [
    `Main thread while ${TYPED} queries are typed over ${size} records, processor slowed four times: ` +
      `${count} over 50 ms, the longest ${longest.toFixed(0)} ms`,
  ];
}

function toKilobytes(bytes: number): string {
  return bytes < 100_000 ? (bytes / 1000).toFixed(1) : (bytes / 1000).toFixed(0);
}
