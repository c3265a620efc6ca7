/** Promise: the pages of a kind's list, each naming the ones beside it. */
import { digestOf } from "../../lib/digest.ts";
import { absoluteUrl, listDataUrl } from "../../views/urls.ts";
import type { PublishedKind } from "../../vocab/entity-kind.ts";
import { type ListPage, PAGE_SIZE, summaryShapes } from "./list-shapes.ts";
import type { Records } from "./records.ts";

/** An empty kind has one page, so that its address is always there. */
export function pageCount(total: number): number {
  return Math.max(1, Math.ceil(total / PAGE_SIZE));
}

export function toNdjson(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join("");
}

/** Every page says it, so that whoever reads them one after another sees when the site was published anew meanwhile. */
export function revisionOf(records: readonly object[]): string {
  return digestOf(toNdjson(records));
}

export function toListPages(kind: PublishedKind, records: Records): ListPage[] {
  const all = records[kind];
  const pages = pageCount(all.length);
  const revision = revisionOf(all);
  const addressOf = (page: number) => (page < 1 || page > pages ? null : absoluteUrl(listDataUrl(kind, page)));
  return Array.from({ length: pages }, (_, index) => ({
    kind,
    self: absoluteUrl(listDataUrl(kind, index + 1)),
    page: index + 1,
    pages,
    total: all.length,
    revision,
    previous: addressOf(index),
    next: addressOf(index + 2),
    items: all.slice(index * PAGE_SIZE, (index + 1) * PAGE_SIZE).map((record) => toSummary(kind, record)),
  }));
}

/** The fields that the shape of the kind's list has, in the order of the record. */
function toSummary(kind: PublishedKind, record: object): object {
  return Object.fromEntries(
    Object.entries(record).filter(([field]) => Object.hasOwn(summaryShapes[kind].shape, field)),
  );
}
