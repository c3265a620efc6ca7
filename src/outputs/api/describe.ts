/** Promise: what the data is, told from the shapes and the files themselves, for the page about it. */
import type { ApiDescription } from "../../views/api-page.ts";
import { apiUrl, listDataUrl } from "../../views/urls.ts";
import { type PublishedKind, publishedKinds } from "../../vocab/entity-kind.ts";
import type { ApiFile } from "./api-files.ts";
import { toFieldRows } from "./field-table.ts";
import { recordShapes } from "./json-schema.ts";
import { ApiIndex, listShapes, PAGE_SIZE, SCHEMA_VERSION, Term } from "./list-shapes.ts";
import { Licence, OutboundLink, Reference, RichText, Rights } from "./parts.ts";
import { Certification } from "./shapes.ts";

/** In characters; a longer example would say no more. */
const EXAMPLE_LENGTH = 4500;

export function describeApi(files: readonly ApiFile[]): ApiDescription {
  return {
    version: SCHEMA_VERSION,
    pageSize: PAGE_SIZE,
    kinds: publishedKinds.map((kind) => {
      const records = recordsOf(kind, files);
      return {
        kind,
        count: records.length,
        description: recordShapes[kind].meta()?.description ?? "",
        fields: toFieldRows(recordShapes[kind]),
        example: exampleOf(records),
      };
    }),
    index: toFieldRows(ApiIndex),
    list: toFieldRows(listShapes.news),
    parts: [Reference, RichText, OutboundLink, Certification, Rights, Licence, Term].map((shape) => ({
      title: shape.meta()?.title ?? "",
      description: shape.meta()?.description ?? "",
      fields: toFieldRows(shape),
    })),
  };
}

function recordsOf(kind: PublishedKind, files: readonly ApiFile[]): ApiFile[] {
  const isRecord = /^[^/]+\.json$/;
  const folder = `${apiUrl}${kind}/`;
  return files.filter(
    ({ path }) => path.startsWith(folder) && isRecord.test(path.slice(folder.length)) && path !== listDataUrl(kind),
  );
}

/** Of the records that are short enough, the first of those with most to show. */
function exampleOf(records: readonly ApiFile[]): ApiFile | undefined {
  const known = ({ text }: ApiFile) => Object.values(JSON.parse(text) as object).filter(isKnown).length;
  return records
    .filter(({ text }) => text.length <= EXAMPLE_LENGTH)
    .map((file) => ({ file, known: known(file) }))
    .reduce<{ file?: ApiFile; known: number }>((best, one) => (one.known > best.known ? one : best), { known: 0 }).file;
}

function isKnown(value: unknown): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0);
}
