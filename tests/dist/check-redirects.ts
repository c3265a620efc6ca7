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
    const expected = redirectPages(site);
    const pages = new Set(site.pages.filter(({ isRedirect }) => !isRedirect).map(({ path }) => addBase(base, path)));
    const files = new Set([...site.files].map((file) => base + file));
    const hosts = await Promise.all(
      Object.entries(redirectReaders)
        .filter(([file]) => site.files.has(file))
        .map(async ([file, read]) => ({ file, redirects: await read(textOf(site, file), base) })),
    );
    return {
      counts: [
        { what: "former addresses", count: expected.length, least: 0 },
        { what: "files of redirects", count: hosts.length, least: Object.keys(redirectReaders).length },
        {
          what: "redirects in them",
          count: hosts.reduce((sum, { redirects }) => sum + redirects.length, 0),
          // With the closing slash and without.
          least: expected.length * hosts.length * 2,
        },
      ],
      violations: [
        ...findRedirectViolations(expected, pages, files).map(({ redirect, message }) => ({
          where: redirect.from,
          message,
        })),
        ...hosts.flatMap(({ file, redirects }) => differences(file, redirects, expected)),
      ],
    };
  },
};

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
