/** Documents of interfaces in the shapes that real servers have, and content to import them into. */
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { TestContext } from "node:test";
import { healthy, writeContent } from "../../catalog/testing.ts";
import { type InterfaceImportOptions, importInterface } from "./import-interface.ts";

export const SOURCE = "https://code.example.com/acme/metadata.json";
export const RECORD = "facts/interfaces/acme-server/fhir-r4.json";

type Json = Readonly<Record<string, unknown>>;

/** A CapabilityStatement of R4, with `changes` in place of its own fields or added. */
export function statement(changes: Json = {}): Json {
  return {
    resourceType: "CapabilityStatement",
    status: "active",
    date: "2026-07-24T13:28:50.988-07:00",
    kind: "instance",
    software: { name: "Acme Server", version: "5.0.1.698", releaseDate: "2026-05-11T00:00:00Z" },
    implementation: { description: "Call 555-123-4567", url: "https://fhir.acme.example.com/r4?tenant=1" },
    fhirVersion: "4.0.1",
    format: ["json", "xml", "json"],
    instantiates: ["http://hl7.org/fhir/us/core/CapabilityStatement/us-core-server|6.1.0"],
    implementationGuide: ["http://hl7.org/fhir/uv/bulkdata/ImplementationGuide/hl7.fhir.uv.bulkdata|2.0.0"],
    rest: [
      {
        mode: "server",
        security: {
          service: [{ coding: [{ code: "SMART-on-FHIR" }], text: "OAuth2, ask admin@acme.example" }],
          extension: [
            {
              url: "http://fhir-registry.smarthealthit.org/StructureDefinition/oauth-uris",
              extension: [{ url: "token", valueUri: "https://auth.acme.example.com/token" }],
            },
          ],
        },
        resource: [
          {
            type: "Patient",
            profile: "http://hl7.org/fhir/StructureDefinition/Patient",
            supportedProfile: ["http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient|6.1.0"],
            interaction: [{ code: "search-type" }, { code: "read" }],
            searchParam: [{ name: "name" }, { name: "_id" }],
            searchRevInclude: ["Provenance:target", "*"],
            operation: [{ name: "$everything" }],
          },
          { type: "Appointment", interaction: [{ code: "create" }] },
        ],
        interaction: [{ code: "transaction" }, { code: "batch" }],
        operation: [{ name: "export" }],
      },
    ],
    ...changes,
  };
}

export function bytesOf(document: unknown): Uint8Array {
  return new TextEncoder().encode(typeof document === "string" ? document : JSON.stringify(document));
}

/** A content folder with one offering, and a function that imports into it. */
export async function createContent(t: TestContext) {
  const root = await writeContent(t, healthy());
  const run = async (document: unknown, options: Partial<InterfaceImportOptions> = {}) => {
    const from = join(root, "document.json");
    if (document !== undefined) await writeFile(from, bytesOf(document));
    return importInterface({
      offering: "acme-server",
      from,
      source: SOURCE,
      seen: "2026-07-24",
      contentRoot: root,
      isDryRun: false,
      ...options,
    });
  };
  return { root, run, record: async (file = RECORD) => JSON.parse(await readFile(join(root, file), "utf8")) };
}
