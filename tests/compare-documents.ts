/**
 * `node tests/compare-documents.ts <folder of documents> [<built site>]`: recomputes facts of interfaces from the
 * documents that they were read from, without the reader of the site, and compares them with the data of the built
 * site. A document is known by its digest. For whoever has the documents, which belong to their publishers.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

// biome-ignore lint/suspicious/noExplicitAny: documents of others have any shape.
type Json = any;

const [folder, dist = "dist"] = process.argv.slice(2);
if (folder === undefined) {
  console.error("node tests/compare-documents.ts <folder of documents> [<built site>]");
  process.exit(2);
}

const documents = new Map<string, { file: string; json: Json }>();
for (const file of readdirSync(folder).filter((name) => name.endsWith(".json"))) {
  const bytes = readFileSync(join(folder, file));
  documents.set(createHash("sha256").update(bytes).digest("hex"), { file, json: JSON.parse(bytes.toString()) });
}

const sorted = (values: Json[] | undefined) => [...new Set(values ?? [])].sort();
const all = (values: Json[] | undefined, key: string) => sorted(values?.map((one) => one[key]));

/** What can be counted on the document alone, by the path of the fact. */
function recompute(kind: string, json: Json): Record<string, Json> {
  if (kind === "smart") {
    return {
      capabilities: sorted(json.capabilities),
      grantTypes: sorted(json.grant_types_supported),
      clientAuthentication: sorted(json.token_endpoint_auth_methods_supported),
      pkceMethods: sorted(json.code_challenge_methods_supported),
      oauthHost: new URL(json.token_endpoint).host,
      hasRegistration: Boolean(json.registration_endpoint),
      hasIntrospection: Boolean(json.introspection_endpoint),
      hasBrandBundle: Boolean(json.user_access_brand_bundle),
      "scopes.other": json.scopes_supported
        ? sorted(
            json.scopes_supported.filter((scope: string) =>
              /^(fhirUser|launch(\/.*)?|offline_access|online_access|openid|profile)$/.test(scope),
            ),
          )
        : undefined,
    };
  }
  const resources: Json[] = json.rest.flatMap((rest: Json) => rest.resource ?? []);
  const facts: Record<string, Json> = {
    fhirVersion: json.fhirVersion,
    "software.name": json.software?.name ?? null,
    "software.version": json.software?.version ?? null,
    "software.releaseDate": json.software?.releaseDate?.slice(0, 10) ?? null,
    formats: sorted(json.format),
    operations: sorted(
      json.rest.flatMap((rest: Json) => (rest.operation ?? []).map(({ name }: Json) => name.replace(/^\$/, ""))),
    ),
    types: all(resources, "type"),
  };
  for (const { type, interaction, searchParam } of resources) {
    facts[`${type}.interactions`] = all(interaction, "code");
    facts[`${type}.searchParameters`] = all(searchParam, "name");
  }
  return facts;
}

/** The same of a record of the site. */
function published(kind: string, record: Json): Record<string, Json> {
  if (kind === "smart") return { ...record, "scopes.other": record.scopes?.other };
  return {
    ...record,
    "software.name": record.software?.name ?? null,
    "software.version": record.software?.version ?? null,
    "software.releaseDate": record.software?.releaseDate ?? null,
    types: all(record.resources, "type"),
    ...Object.fromEntries(
      record.resources.flatMap((one: Json) => [
        [`${one.type}.interactions`, one.interactions],
        [`${one.type}.searchParameters`, one.searchParameters],
      ]),
    ),
  };
}

let [records, compared, missing] = [0, 0, 0];
const differences: string[] = [];
const offerings = join(dist, "api/v1/offering");
for (const file of readdirSync(offerings).filter((name) => name.endsWith(".json"))) {
  const { interfaces } = JSON.parse(readFileSync(join(offerings, file), "utf8"));
  // A page of the list has none.
  if (interfaces === undefined) continue;
  for (const kind of ["fhir", "smart"]) {
    for (const record of interfaces[kind]) {
      const document = documents.get(record.digest);
      if (!document) {
        missing += 1;
        continue;
      }
      records += 1;
      const shown = published(kind, record);
      for (const [field, expected] of Object.entries(recompute(kind, document.json))) {
        compared += 1;
        const [a, b] = [JSON.stringify(expected), JSON.stringify(shown[field])];
        if (a !== b) differences.push(`${file} ${record.name} ${field}: ${document.file} has ${a}, the site ${b}`);
      }
    }
  }
}

for (const line of differences) console.log(line.slice(0, 500));
console.log(
  `${records} records compared with their documents, ${compared} facts, ${differences.length} differ; ${missing} records have no document here`,
);
if (records === 0 || differences.length > 0) process.exitCode = 1;
