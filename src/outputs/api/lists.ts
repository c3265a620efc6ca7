/** The pages of a kind's list, each naming the ones beside it. */
import type { z } from "zod";
import { countPages, itemsOfPage } from "../../views/pagination.ts";
import { absoluteUrl, listDataUrl } from "../../views/urls.ts";
import type { PublishedKind } from "../../vocab/entity-kind.ts";
import type { Lines } from "../cached-lines.ts";
import { AccessSummary } from "./access-shapes.ts";
import type { Data } from "./data.ts";
import { type ListPage, PAGE_SIZE, summaryShapes } from "./list-shapes.ts";
import { toBareRecord } from "./records.ts";
import type { Entity } from "./to-parts.ts";

/** An empty kind has one page, so that its address is always there. */
export function pageCount(total: number): number {
  return countPages(total, PAGE_SIZE);
}

/** On every page, so that a program that reads page after page notices when the site was published in between. */
export async function revisionOf({ digest }: Pick<Lines, "digest">): Promise<string> {
  return (await digest()).slice(0, 10);
}

export function toListPage(
  kind: PublishedKind,
  page: number,
  { catalog, entities }: Pick<Data, "catalog" | "entities">,
  revision: string,
): ListPage {
  const all: readonly Entity[] = entities[kind];
  const pages = pageCount(all.length);
  const addressOf = (other: number) => (other < 1 || other > pages ? null : absoluteUrl(listDataUrl(kind, other)));
  return {
    kind,
    self: absoluteUrl(listDataUrl(kind, page)),
    page,
    pages,
    total: all.length,
    revision,
    previous: addressOf(page - 1),
    next: addressOf(page + 1),
    items: itemsOfPage(all, page, PAGE_SIZE).map((entity) => toSummary(kind, toBareRecord(catalog, entity))),
  };
}

/** The fields that the shape of the kind's list has, in the order of the record; none of them has markup. */
function toSummary(kind: PublishedKind, record: object): object {
  const summary = pick(record, summaryShapes[kind]);
  return "access" in record ? { ...summary, access: pick(record.access as object, AccessSummary) } : summary;
}

function pick(record: object, { shape }: z.ZodObject): object {
  return Object.fromEntries(Object.entries(record).filter(([field]) => Object.hasOwn(shape, field)));
}
