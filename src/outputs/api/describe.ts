/** What the data is, told from the shapes and the records themselves, for the page about it. */
import { hasFacts } from "../../config/settings.ts";
import type { ApiDescription } from "../../views/api-page.ts";
import { entityDataUrl } from "../../views/urls.ts";
import type { PublishedKind } from "../../vocab/entity-kind.ts";
import { kindsOfSite } from "../../vocab/published-paths.ts";
import { Access, Fact } from "./access-shapes.ts";
import { toJson } from "./api-files.ts";
import type { Data } from "./data.ts";
import { Digest } from "./digest-shapes.ts";
import { toFieldRows } from "./field-table.ts";
import { FhirInterface, Interfaces, OpenApiInterface, SmartInterface } from "./interface-shapes.ts";
import { recordShapes } from "./json-schema.ts";
import { ApiIndex, listShapes, PAGE_SIZE, SCHEMA_VERSION, Term } from "./list-shapes.ts";
import { Licence, OutboundLink, Reference, RichText, Rights } from "./parts.ts";
import { hasBody, toBareRecord } from "./records.ts";
import { Certification } from "./shapes.ts";

/** In characters; a longer example would say no more than an offering with most of its facts. */
const EXAMPLE_LENGTH = 8500;
/** How many records of a kind, from the first on, are searched for an example. */
const EXAMPLES = 200;

export async function describeApi(data: Data): Promise<ApiDescription> {
  return {
    version: SCHEMA_VERSION,
    pageSize: PAGE_SIZE,
    kinds: await Promise.all(
      kindsOfSite().map(async (kind) => ({
        kind,
        count: data.entities[kind].length,
        description: recordShapes[kind].meta()?.description ?? "",
        fields: toFieldRows(recordShapes[kind]),
        example: await findExample(kind, data),
      })),
    ),
    index: toFieldRows(ApiIndex),
    list: toFieldRows(listShapes.news),
    digest: toFieldRows(Digest),
    parts: [
      Reference,
      RichText,
      OutboundLink,
      Access,
      Fact,
      ...(hasFacts("onc") ? [Certification] : []),
      ...(hasFacts("interfaces") ? [Interfaces, FhirInterface, SmartInterface, OpenApiInterface] : []),
      Rights,
      Licence,
      Term,
    ].map((shape) => ({
      title: shape.meta()?.title ?? "",
      description: shape.meta()?.description ?? "",
      fields: toFieldRows(shape),
    })),
  };
}

/**
 * Of the records that are short enough, the first of those with most to show.
 * A record is made where it could be better than the best so far, the most
 * promising first.
 */
async function findExample(
  kind: PublishedKind,
  { catalog, entities, lines }: Data,
): Promise<{ readonly path: string; readonly text: string } | undefined> {
  const candidates = entities[kind].slice(0, EXAMPLES).map((entity, place) => {
    const bare = toBareRecord(catalog, entity);
    const texts = Number(hasBody(entity)) + Number(entity.kind === "news" && entity.insights !== undefined);
    return { entity, place, most: countKnown(bare) + texts };
  });
  let best: { readonly place: number; readonly known: number; readonly text: string } | undefined;
  for (const { entity, place, most } of candidates.sort((a, b) => b.most - a.most)) {
    if (best && (most < best.known || (most === best.known && place > best.place))) continue;
    if (toJson(toBareRecord(catalog, entity)).length > EXAMPLE_LENGTH) continue;
    const record = JSON.parse(await lines[kind].at(place));
    const text = toJson(record);
    const known = countKnown(record);
    if (text.length > EXAMPLE_LENGTH) continue;
    if (!best || known > best.known || (known === best.known && place < best.place)) best = { place, known, text };
  }
  const entity = best && entities[kind][best.place];
  return best && entity && { path: entityDataUrl(entity), text: best.text };
}

function countKnown(record: object): number {
  return Object.values(record).filter(isKnown).length;
}

function isKnown(value: unknown): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}
