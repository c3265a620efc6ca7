/** A document of any kind that is known becomes facts. */
import type { Stated } from "../../schemas/interface-facts.ts";
import { DocumentError } from "./document-error.ts";
import { parseDocument } from "./parse-document.ts";
import { FHIR_TYPES, readFhir } from "./read-fhir.ts";
import { readOpenApi } from "./read-openapi.ts";
import { readSmart } from "./read-smart.ts";

/** Tells the kind of a document by its content. Throws a `DocumentError`. */
export function readInterface(bytes: Uint8Array): Stated {
  const document = parseDocument(bytes);
  const { resourceType } = document;
  if (FHIR_TYPES.includes(resourceType)) return readFhir(document);
  if (resourceType !== undefined)
    throw new DocumentError(`is ${describe(resourceType)}, not a CapabilityStatement or Conformance`);
  if ("openapi" in document || "swagger" in document) return readOpenApi(document);
  if ("token_endpoint" in document || "authorization_endpoint" in document) return readSmart(document);
  throw new DocumentError(
    "is of no kind that is known: not a CapabilityStatement (no resourceType), no SMART configuration (no token_endpoint), no OpenAPI (no openapi or swagger)",
  );
}

function describe(resourceType: unknown): string {
  return typeof resourceType === "string" && /^\w{1,60}$/.test(resourceType)
    ? `a resource of type ${resourceType}`
    : "a resource of no type";
}
