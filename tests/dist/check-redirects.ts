/** Every former address leads straight to a page, and every host's file has the same redirects as the pages left at those addresses. */

import { type BuiltSite, metaOf, refreshTarget, textOf } from "../../src/built-site/built-site.ts";
import { findRedirectProblems, type Redirect } from "../../src/outputs/hosts/redirect-table.ts";
import type { Check, Violation } from "./check.ts";
import { type ReadRedirect, redirectReaders } from "./read-redirects.ts";

export const redirectsCheck: Check = {
  name: "redirects",
  run(site) {
    const table = tableOf(site);
    const pages = new Set(site.pages.filter(({ isRedirect }) => !isRedirect).map(({ path }) => path));
    const files = new Set([...site.files].map((file) => `/${file}`));
    const hosts = Object.keys(redirectReaders).filter((file) => site.files.has(file));
    const redirects = hosts.flatMap((file) => readRedirects(site, file));
    return {
      counts: [
        // The curated article that the site grew from had another address.
        { what: "former addresses", count: table.length, least: 1 },
        { what: "files of redirects", count: hosts.length, least: Object.keys(redirectReaders).length },
        { what: "redirects in them", count: redirects.length, least: hosts.length * 2 },
      ],
      violations: [
        ...findRedirectProblems(table, pages, files).map(({ redirect, message }) => ({
          where: redirect.from,
          message,
        })),
        ...hosts.flatMap((file) => differences(file, readRedirects(site, file), table)),
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

function readRedirects(site: BuiltSite, file: string): ReadRedirect[] {
  return redirectReaders[file]?.(textOf(site, file)) ?? [];
}

function differences(file: string, redirects: readonly ReadRedirect[], table: readonly Redirect[]): Violation[] {
  const written = redirects.map(([from, to]) => `${from} -> ${to}`);
  const expected = table.flatMap(({ from, to }) => [`${from} -> ${to}`, `${from.slice(0, -1)} -> ${to}`]);
  const missing = expected.filter((move) => !written.includes(move));
  const other = written.filter((move) => !expected.includes(move));
  const twice = written.filter((move, index) => written.indexOf(move) !== index);
  return [
    ...missing.map((move) => ({ where: file, message: `lacks ${move}` })),
    ...other.map((move) => ({ where: file, message: `has ${move}, where no page was left` })),
    ...twice.map((move) => ({ where: file, message: `has ${move} twice` })),
  ];
}
