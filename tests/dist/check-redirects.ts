/** Every former address leads straight to a page, and every host's file holds the same ones as the pages left there. */
import { findRedirectProblems, type Redirect } from "../../src/outputs/hosts/redirect-table.ts";
import { type BuiltSite, metaOf, refreshTarget, textOf } from "../../src/built-site/built-site.ts";
import type { Check, Violation } from "./check.ts";
import { type Move, moveReaders } from "./read-redirects.ts";

export const redirectsCheck: Check = {
  name: "redirects",
  run(site) {
    const ledger = tableOf(site);
    const pages = new Set(site.pages.filter(({ isRedirect }) => !isRedirect).map(({ path }) => path));
    const files = new Set([...site.files].map((file) => `/${file}`));
    const hosts = Object.keys(moveReaders).filter((file) => site.files.has(file));
    const moves = hosts.flatMap((file) => readMoves(site, file));
    return {
      looked: [
        // The curated article that the site grew from had another address.
        { what: "former addresses", count: ledger.length, least: 1 },
        { what: "files of redirects", count: hosts.length, least: Object.keys(moveReaders).length },
        { what: "redirects in them", count: moves.length, least: hosts.length * 2 },
      ],
      violations: [
        ...findRedirectProblems(ledger, pages, files).map(({ redirect, message }) => ({ where: redirect.from, message })),
        ...hosts.flatMap((file) => differences(file, readMoves(site, file), ledger)),
      ],
    };
  },
};

/** The former addresses of a built site, by the pages left there. */
export function tableOf(site: BuiltSite): Redirect[] {
  return site.pages
    .filter(({ isRedirect }) => isRedirect)
    .map((page) => ({ from: page.path, to: refreshTarget(metaOf(page, "refresh") ?? "") }));
}

function readMoves(site: BuiltSite, file: string): Move[] {
  return moveReaders[file]?.(textOf(site, file)) ?? [];
}

function differences(file: string, moves: readonly Move[], ledger: readonly Redirect[]): Violation[] {
  const written = moves.map(([from, to]) => `${from} -> ${to}`);
  const expected = ledger.flatMap(({ from, to }) => [`${from} -> ${to}`, `${from.slice(0, -1)} -> ${to}`]);
  const missing = expected.filter((move) => !written.includes(move));
  const other = written.filter((move) => !expected.includes(move));
  const twice = written.filter((move, index) => written.indexOf(move) !== index);
  return [
    ...missing.map((move) => ({ where: file, message: `lacks ${move}` })),
    ...other.map((move) => ({ where: file, message: `has ${move}, where no page was left` })),
    ...twice.map((move) => ({ where: file, message: `has ${move} twice` })),
  ];
}
