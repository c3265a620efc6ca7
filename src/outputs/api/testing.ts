/** A small catalog that has something of everything that a record can say, for tests. */

import type { Catalog } from "../../catalog/graph.ts";
import { catalogOf, type Files, healthy, news, report } from "../../catalog/testing.ts";
import type { InterfaceFacts } from "../../schemas/interface-facts.ts";
import { publishedKinds } from "../../vocab/entity-kind.ts";
import { listApiFiles } from "./api-files.ts";
import type { Build } from "./api-index.ts";
import { createData, type Data } from "./data.ts";
import { listEntities, type ReadBody, type Records, readRecord } from "./records.ts";

const META =
  "\nhtmlMetaData:\n  google-site-verification: secret-of-the-source\nopenGraphMetaData:\n  fb:app_id: '4711'";

/** Every fact of access, one with all that may stand beside its value. */
const FACTS = `
authentication:
  value: [API key, OAuth 2.0]
  note: The key is for the sandbox.
  address: https://acme.example/keys
  source: [https://acme.example/auth, https://acme.example/süd]
  seen: 2026-08
  listedBy: A list
registration: { value: approval, source: https://acme.example/auth, seen: 2026-08-20 }
sandbox: { value: available, address: https://sandbox.acme.example/, source: https://acme.example/auth }
pricing: { value: free tier, note: 100 calls a day., source: https://acme.example/prices }
limits: { value: 10 calls a second., source: https://acme.example/limits }
apiStyle: { value: [REST, FHIR], source: https://acme.example/facts }
data: { value: claims, source: https://acme.example/facts }
regions: { value: [United States, Canada], source: https://acme.example/facts }
openapi: { value: https://acme.example/openapi.json, source: https://acme.example/facts }
changelog: { value: https://acme.example/gone, source: https://acme.example/facts }
statusPage: { value: https://status.acme.example/, source: https://acme.example/facts }
terms: { value: https://acme.example/terms, source: https://acme.example/facts }
sdks:
  value: [{ language: Java, repository: https://code.example/acme-java }, { language: C# }]
  source: https://acme.example/facts
latestRelease: { value: { version: v2.0, day: 2026-08-01 }, source: https://acme.example/facts }`.trim();

/** Every field of some record is known, and every field of another is not. */
const sampleFiles: Files = healthy({
  "topics/hl7-fhir.md":
    "---\nname: 'HL7: FHIR'\ndescription: The standard.\nsameAs: ['Symplur: #FHIR']\nrelated: ['HL7: Bulk Data']\nfeatured: [acme-server]\n---\nMore on [it](/offering/acme-server/).\n",
  "topics/hl7-bulk-data.md": "name: 'HL7: Bulk Data'\ndescription: Many at once.\nrelated: ['Gartner: Analytics']",
  "topics/hl7-flat-fhir.md": "name: 'HL7: Flat FHIR'\ndescription: The files.\nbroader: 'HL7: Bulk Data'",
  "topics/symplur-fhir.md": "name: 'Symplur: #FHIR'\naliases: /old/hashtag/\ndescription: The hashtag.",
  "topics/gartner-analytics.md":
    "---\nname: 'Gartner: Analytics'\ndescription: Counting.\nbasis: plausible\nbroader: 'HL7: FHIR'\n---\n",
  "organizations/acme.md":
    "name: Acme\ntype: vendor\nlegalName: Acme, Inc.\nalsoKnownAs: [ACME | Co]\nhomepage: https://acme.example/\nhosts: [acme.example]\ndescription: It makes servers.",
  "organizations/nobody.md": "name: Nobody\naliases: /old/nobody/\ntype: blog",
  "offerings/acme-server.md": `---\nname: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.\nlicence: MIT\nstandards: [FHIR R4, Bulk Data]\nstatus: retired\nstatusDate: 2027-01\nstatusNote: It may stay.\nsuccessor: acme-cloud\nformerly: [Acme One]\nhomepage: https://acme.example/süd\ndocumentation: https://docs.acme.example/\nrepository: https://code.example/acme\n${FACTS}\ntopics: ['HL7: FHIR']\noncProducts: [Acme Server]\nevidence: [https://acme.example/facts]\nconfidence: medium\nadded: 2026-11-16\naliases: [/old/server/]\n---\nA text about [itself](./).\n`,
  "facts/interfaces/acme-cloud/fhir-r4.json": JSON.stringify({
    kind: "fhir",
    source: "https://fhir.acme.example/r4/metadata",
    seen: "2026-07-24",
    digest: "0".repeat(64),
    environment: "sandbox",
    changes: [
      { day: "2026-07-24", field: "software.version", before: "1.0", after: "1.1" },
      { day: "2026-07-01", field: "resources", added: ["Patient"] },
    ],
    fhirVersion: "4.0.1",
    address: "https://fhir.acme.example/r4",
    software: { name: "Acme", version: "1.1" },
    formats: ["json"],
    guides: { instantiates: ["http://hl7.org/fhir/us/core|6.1.0"], implementationGuide: [], profiles: [] },
    security: { services: ["SMART-on-FHIR"] },
    interactions: ["batch"],
    operations: ["export"],
    resources: [
      {
        type: "Patient",
        interactions: ["read"],
        searchParameters: ["name"],
        includes: [],
        revIncludes: [],
        profiles: [],
        operations: [],
      },
    ],
  } satisfies InterfaceFacts),
  "facts/interfaces/acme-cloud/openapi.json": JSON.stringify({
    kind: "openapi",
    source: "https://docs.acme.example/openapi.json",
    seen: "2026-07-24",
    digest: "1".repeat(64),
    environment: "unknown",
    changes: [],
    format: "OpenAPI 3.1.0",
    hosts: ["api.acme.example"],
    paths: 2,
    operations: { get: 2 },
    securitySchemes: ["oauth2"],
    tags: [],
    deprecated: [],
  } satisfies InterfaceFacts),
  "facts/interfaces/acme-cloud/smart.json": JSON.stringify({
    kind: "smart",
    source: "https://fhir.acme.example/r4/.well-known/smart-configuration",
    seen: "2026-07-24",
    digest: "2".repeat(64),
    environment: "unknown",
    changes: [],
    oauthHost: "auth.acme.example",
    capabilities: ["launch-ehr"],
    grantTypes: ["authorization_code"],
    clientAuthentication: ["private_key_jwt"],
    pkceMethods: ["S256"],
    hasRegistration: true,
    hasIntrospection: false,
    hasBrandBundle: false,
  } satisfies InterfaceFacts),
  "facts/reported-addresses.json": report({
    vendor: "Acme, Inc.",
    metadata: "https://fhir.acme.example/server/metadata",
    documentation: "https://fhir.acme.example/swagger",
  }),
  "offerings/acme-cloud.md":
    "---\nname: =Acme Cloud\nvendor: acme\nkind: fhir-server\nproduct: acme-server\nevidence: general-knowledge\n---\n",
  "news/2026/story.md": `---\n${news({
    date: "2026-03-04",
    published: "2026-02",
    publishedBasis: "context",
    titleBasis: "url",
    author: "[Ann Lee, 李明]",
    summary: "What it says.",
    insights: "Think **twice** and see [the server](/offering/acme-server/).",
    insights_name: "The Curator",
    description: "A teaser.",
    featuredImage: "{ href: story.png, alt: A chart, size: [640, 480] }",
    language: "fr",
    note: "A repost.",
    aliases: "/old/story/",
    lastMod: "2026-03-09T10:00:00Z",
    offering: "acme-cloud",
    institution: "Nobody",
    via: "{ name: HIT | Talk, link: https://talk.example/süd }",
    featuredPdf: "a report.pdf",
    status: "In progress",
  }).replace(
    "insights: Think",
    "insights: |-\n  Think",
  )}${META}\n---\n<p onclick="x()">Quoted, with <a href="next">more</a>.</p><script>alert(1)</script>\n`,
  "news/2026/quoted.md": news({ title: "Quoted", link: "https://third.example/a", sameStoryAs: "story" }),
  "offerings/acme-old.md": "name: Acme Old\nvendor: acme\nkind: fhir-server\nstatus: renamed\nsuccessorName: Elsewhere",
  "news/2026/bare.md":
    "---\ntitle: Bare\ndate: 2026-01-02\nlink: https://other.example/bare\ncategories: 'HL7: FHIR'\npublished: unknown\nsummary: It says.\n---\n",
});

export const sample = catalogOf(sampleFiles, {
  images: ["story.png"],
  documents: new Map([["a report.pdf", { length: 1_234_567, isPdf: true }]]),
  links: {
    source: "a test",
    links: [
      {
        url: "https://acme.example/story",
        checked: "2026-04-20",
        result: "dead",
        detail: "status 404",
        deadOn: ["2026-04-01", "2026-04-10", "2026-04-20"],
      },
      {
        url: "https://acme.example/gone",
        checked: "2026-04-20",
        result: "dead",
        detail: "status 404",
        deadOn: ["2026-04-01", "2026-04-10", "2026-04-20"],
      },
    ],
  },
  facts: {
    source: "A list",
    asOf: "2026-01-01",
    criteria: { "170.315(g)(10)": "Standardized API" },
    products: [
      {
        product: "Acme Server",
        developer: "Acme, Inc.",
        versions: [
          {
            version: "2.0",
            chplId: 1,
            chplProductNumber: "15.04.04.1",
            certificationDate: "2025-05-06",
            certificationStatus: "Active",
            criteria: ["170.315(g)(10)", "170.315(g)(7)"],
          },
        ],
      },
    ],
  },
});

/** The bodies of the sample's files. */
export async function readSampleBody(file: string): Promise<string> {
  const [, , body = "A short body.\n"] = sampleFiles[file]?.split("---\n") ?? [];
  return body;
}

/** Every record of a catalog, in the order of its list. */
export async function readRecords(catalog: Catalog, readBody: ReadBody): Promise<Records> {
  const all = publishedKinds.map(async (kind) => {
    const records = listEntities(catalog)[kind].map((entity) => readRecord(catalog, entity, readBody));
    return [kind, await Promise.all(records)] as const;
  });
  return Object.fromEntries(await Promise.all(all)) as unknown as Records;
}

/** The data of a catalog, without a cache. */
export function dataOf(catalog: Catalog, readBody: ReadBody = async () => ""): Data {
  return createData(catalog, readBody, () => undefined);
}

/** Every file of the data with its whole text. */
export async function readApiFiles(data: Data, build: Build): Promise<{ path: string; text: string }[]> {
  const files: { path: string; text: string }[] = [];
  for (const { path, read } of listApiFiles(data, build)) {
    const made = await read();
    let text = "";
    for await (const piece of typeof made === "string" ? [made] : made) text += piece;
    files.push({ path, text });
  }
  return files;
}

export const sampleRecords = await readRecords(sample, readSampleBody);

export const sampleData = dataOf(sample, readSampleBody);

export const sampleBuild = { buildDate: sample.buildDate, commit: "0123456789abcdef0123456789abcdef01234567" };

export const sampleApiFiles = await readApiFiles(sampleData, sampleBuild);
