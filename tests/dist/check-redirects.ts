/** Every former address leads straight to a page, and every host's file has the same redirects as the pages left at those addresses. */
import { type BuiltSite, metaOf, refreshTarget, textOf } from "../../src/built-site/built-site.ts";
import { addBase } from "../../src/lib/base-path.ts";
import type { Redirect } from "../../src/outputs/hosts/redirect-table.ts";
import type { Check, Violation } from "./check.ts";
import { type HostRedirect, toText, withBothForms } from "./read-host-files.ts";
import { redirectReaders } from "./read-redirects.ts";
import { findRedirectViolations } from "./redirect-violations.ts";

export const redirectsCheck: Check = {
  name: "redirects",
  async run(site) {
    const base = site.url.pathname;
    const left = redirectPages(site);
    const former = left.filter((redirect) => !isBelowAnother(redirect, left));
    const entries = former.filter((redirect) => isFormerEntry(redirect, base));
    const pages = new Set(site.pages.filter(({ isRedirect }) => !isRedirect).map(({ path }) => addBase(base, path)));
    const files = new Set([...site.files].map((file) => base + file));
    const data = entries.map((entry) => dataOf(entry, base)).filter(({ to }) => files.has(decodeURIComponent(to)));
    const expected = [...former, ...data, ...entries.map(({ from, to }) => ({ from: `${from}*`, to: `${to}*` }))];
    const hosts = await Promise.all(
      Object.entries(redirectReaders)
        .filter(([file]) => site.files.has(file))
        .map(async ([file, read]) => ({ file, redirects: await read(textOf(site, file), base) })),
    );
    return {
      counts: [
        { what: "former addresses", count: former.length, least: 0 },
        { what: "pages left below them", count: left.length - former.length, least: 0 },
        { what: "files of redirects", count: hosts.length, least: Object.keys(redirectReaders).length },
        {
          what: "redirects in them",
          count: hosts.reduce((sum, { redirects }) => sum + redirects.length, 0),
          least: expected.flatMap(withBothForms).length * hosts.length,
        },
      ],
      violations: [
        ...[...findRedirectViolations(left, pages, files), ...findRedirectViolations(data, files, files)].map(
          ({ redirect, message }) => ({ where: redirect.from, message }),
        ),
        ...entries.flatMap((entry) => violationsBelow(entry, left, [...pages, ...files])),
        ...hosts.flatMap(({ file, redirects }) => differences(file, redirects, expected)),
      ],
    };
  },
};

/** Left for a page below the page that another leads to. */
function isBelowAnother({ from, to }: Redirect, left: readonly Redirect[]): boolean {
  return left.some(
    (other) => from !== other.from && from.startsWith(other.from) && to === other.to + from.slice(other.from.length),
  );
}

/** The page of a topic, offering or organization has moved to another name: its feeds and data have too. */
function isFormerEntry({ from, to }: Redirect, base: string): boolean {
  const kinds = [from, to].map((path) => /^(topic|offering|organization)\/[^/]+\/$/.exec(path.slice(base.length))?.[1]);
  return kinds[0] !== undefined && kinds[0] === kinds[1];
}

function dataOf({ from, to }: Redirect, base: string): Redirect {
  const [old, data] = [from, to].map((path) => `${base}api/v1/${path.slice(base.length, -1)}.json`);
  return { from: old ?? "", to: data ?? "" };
}

/** Hosts redirect everything below: nothing of the site may lie there, and every page must be led to without them too. */
function violationsBelow({ from, to }: Redirect, left: readonly Redirect[], live: readonly string[]): Violation[] {
  const target = decodeURIComponent(to);
  const led = new Set(left.map((redirect) => redirect.from));
  const own = new Set([...led].map((path) => `${path}index.html`));
  return [
    ...live
      .filter((path) => path.startsWith(from) && !own.has(path))
      .map((path) => ({ where: from, message: `redirects ${path} too, which is there` })),
    ...live
      .filter((path) => path.startsWith(target) && path.endsWith("/"))
      .map((path) => from + path.slice(target.length))
      .filter((path) => !led.has(path))
      .map((path) => ({ where: from, message: `has no page left at ${path}` })),
  ];
}

/** By the pages left at the former addresses. */
function redirectPages(site: BuiltSite): Redirect[] {
  return site.pages
    .filter(({ isRedirect }) => isRedirect)
    .map((page) => ({ from: addBase(site.url.pathname, page.path), to: refreshTarget(metaOf(page, "refresh") ?? "") }));
}

function differences(where: string, found: readonly HostRedirect[], expected: readonly Redirect[]): Violation[] {
  const written = found.map(toText);
  const wanted = expected.flatMap(withBothForms).map(toText);
  const messages = [
    ...wanted.filter((redirect) => !written.includes(redirect)).map((redirect) => `lacks ${redirect}`),
    ...written
      .filter((redirect) => !wanted.includes(redirect))
      .map((redirect) => `has ${redirect}, where no page was left`),
    ...written
      .filter((redirect, index) => written.indexOf(redirect) !== index)
      .map((redirect) => `has ${redirect} twice`),
  ];
  return messages.map((message) => ({ where, message }));
}
