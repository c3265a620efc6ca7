/** A document of any kind that is known becomes facts. */
import type { Stated } from "../../schemas/interface-facts.ts";
import { DocumentError } from "./document-error.ts";
import { parseDocument } from "./parse-document.ts";
import { createListPublisher, type PublishList } from "./publishable.ts";
import { FHIR_TYPES, readFhir } from "./read-fhir.ts";
import { readOpenApi } from "./read-openapi.ts";
import { readSmart } from "./read-smart.ts";

export interface ReadFacts {
  readonly stated: Stated;
  /** What a list of the document has and the facts have not, with the reason. */
  readonly losses: readonly string[];
}

/** Tells the kind of a document by its content. Throws a `DocumentError`. */
export function readInterface(bytes: Uint8Array): ReadFacts {
  const { publish, losses } = createListPublisher();
  return { stated: read(parseDocument(bytes), publish), losses };
}

function read(document: Readonly<Record<string, unknown>>, publish: PublishList): Stated {
  const { resourceType } = document;
  if (FHIR_TYPES.includes(resourceType)) return readFhir(document, publish);
  if (resourceType !== undefined)
    throw new DocumentError(`is ${describe(resourceType)}, not a CapabilityStatement or Conformance`);
  if ("openapi" in document || "swagger" in document) return readOpenApi(document, publish);
  if ("token_endpoint" in document || "authorization_endpoint" in document) return readSmart(document, publish);
  throw new DocumentError(
    "is of no kind that is known: not a CapabilityStatement (no resourceType), no SMART configuration (no token_endpoint), no OpenAPI (no openapi or swagger)",
  );
}

function describe(resourceType: unknown): string {
  return typeof resourceType === "string" && /^\w{1,60}$/.test(resourceType)
    ? `a resource of type ${resourceType}`
    : "a resource of no type";
}
