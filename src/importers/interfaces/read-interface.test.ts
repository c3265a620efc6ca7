import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readInterface } from "./read-interface.ts";
import { bytesOf, statement } from "./testing.ts";

const read = (document: unknown) => readInterface(bytesOf(document)).stated;

describe("a FHIR statement", () => {
  test("gives its facts, in order, each once, and nothing that reaches a person", () => {
    assert.deepEqual(read(statement()), {
      kind: "fhir",
      fhirVersion: "4.0.1",
      statement: "instance",
      address: "https://fhir.acme.example.com/r4",
      software: { name: "Acme Server", version: "5.0.1.698", releaseDate: "2026-05-11" },
      date: "2026-07-24",
      formats: ["json", "xml"],
      guides: {
        instantiates: ["http://hl7.org/fhir/us/core|6.1.0"],
        implementationGuide: ["http://hl7.org/fhir/uv/bulkdata|2.0.0"],
        profiles: ["http://hl7.org/fhir/us/core|6.1.0"],
      },
      security: { services: ["SMART-on-FHIR"], oauthHost: "auth.acme.example.com" },
      interactions: ["batch", "transaction"],
      operations: ["export"],
      resources: [
        {
          type: "Appointment",
          interactions: ["create"],
          searchParameters: [],
          includes: [],
          revIncludes: [],
          profiles: [],
          operations: [],
        },
        {
          type: "Patient",
          interactions: ["read", "search-type"],
          searchParameters: ["_id", "name"],
          includes: [],
          revIncludes: ["*"],
          profiles: [
            "http://hl7.org/fhir/StructureDefinition/Patient",
            "http://hl7.org/fhir/us/core/StructureDefinition/us-core-patient|6.1.0",
          ],
          operations: ["everything"],
        },
      ],
    });
  });

  test("of DSTU2 is a Conformance, with references for profiles and a mode for transactions", () => {
    const facts = read({
      resourceType: "Conformance",
      fhirVersion: "1.0.2",
      rest: [
        {
          mode: "server",
          transactionMode: "both",
          security: { service: [{ text: "OAuth" }] },
          resource: [
            { type: "Patient", profile: { reference: "http://hl7.org/fhir/profiles/Patient" }, operation: [] },
            { type: "Patient", interaction: [{ code: "read" }] },
          ],
        },
      ],
    });
    assert.ok(facts.kind === "fhir");
    assert.deepEqual(facts.interactions, ["batch", "transaction"]);
    assert.deepEqual(facts.security.services, ["OAuth"]);
    assert.deepEqual(facts.guides.profiles, []);
    assert.deepEqual(
      facts.resources.map(({ type, interactions, profiles }) => [type, interactions, profiles]),
      [["Patient", ["read"], ["http://hl7.org/fhir/profiles/Patient"]]],
    );
    assert.deepEqual(
      [facts.software, facts.address, facts.date, facts.statement],
      [undefined, undefined, undefined, undefined],
    );
  });

  test("leaves out placeholders, localhost and private networks", () => {
    for (const url of [
      "http://localhost:8080/fhir",
      "https://10.1.2.3/fhir",
      "https://localhost:IGNORED_FIELD/v2",
      "",
    ]) {
      const facts = read(
        statement({
          date: "IGNORED_FIELD",
          software: { name: "Acme", version: "IGNORED_FIELD", releaseDate: "soon" },
          implementation: { url },
        }),
      );
      assert.ok(facts.kind === "fhir");
      assert.deepEqual(
        [facts.address, facts.date, facts.software],
        [undefined, undefined, { name: "Acme", version: undefined, releaseDate: undefined }],
      );
    }
  });
});

test("a SMART configuration gives what it can, and scopes in groups", () => {
  const facts = read({
    token_endpoint: "https://auth.acme.example.com/token",
    registration_endpoint: "https://auth.acme.example.com/register",
    introspection_endpoint: " ",
    capabilities: ["launch-ehr", "client-public"],
    grant_types_supported: ["authorization_code"],
    token_endpoint_auth_methods_supported: ["private_key_jwt", "none"],
    code_challenge_methods_supported: ["S256"],
    scopes_supported: [
      "openid",
      "acme.client-4711",
      "launch/location",
      "patient/Patient.read",
      "patient/Observation.rs?category=laboratory",
      "patient/Observation.write",
      "user/*.*",
      "system/Group.cruds",
      "patient/Bad.",
    ],
  });
  assert.deepEqual(facts, {
    kind: "smart",
    oauthHost: "auth.acme.example.com",
    capabilities: ["client-public", "launch-ehr"],
    grantTypes: ["authorization_code"],
    clientAuthentication: ["none", "private_key_jwt"],
    pkceMethods: ["S256"],
    scopes: {
      syntax: ["v1", "v2"],
      patient: { read: ["Observation", "Patient"], write: ["Observation"] },
      user: { read: ["*"], write: ["*"] },
      system: { read: ["Group"], write: ["Group"] },
      other: ["launch/location", "openid"],
    },
    hasRegistration: true,
    hasIntrospection: false,
    hasBrandBundle: false,
  });
  assert.deepEqual(
    read({ authorization_endpoint: "https://a.example.com/", token_endpoint: "https://a.example.com/t" }),
    {
      kind: "smart",
      oauthHost: "a.example.com",
      capabilities: [],
      grantTypes: [],
      clientAuthentication: [],
      pkceMethods: [],
      scopes: undefined,
      hasRegistration: false,
      hasIntrospection: false,
      hasBrandBundle: false,
    },
  );
});

describe("a description", () => {
  const yaml = `
openapi: 3.1.0
info: {title: Acme API, version: "2.4"}
servers: [{url: "https://api.acme.example.com/v2"}, {url: "http://localhost:3000"}, {url: "/v2"}]
paths:
  /patients:
    get: {tags: [Patients], responses: {}}
    post: {deprecated: true}
    parameters: [{$ref: "#/components/parameters/page"}]
  /visits: {$ref: "#/paths/~1visits"}
components:
  securitySchemes:
    oauth: {type: oauth2, flows: {}}
    token: {type: http, scheme: Bearer}
    key: {type: apiKey, in: header, name: X-Key}
    other: {$ref: "#/components/securitySchemes/other"}
`;

  test("of OpenAPI 3, in YAML, gives its facts; references to themselves do no harm", () => {
    assert.deepEqual(read(yaml), {
      kind: "openapi",
      format: "OpenAPI 3.1.0",
      title: "Acme API",
      version: "2.4",
      hosts: ["api.acme.example.com"],
      paths: 2,
      operations: { get: 1, post: 1 },
      securitySchemes: ["apiKey in header", "http bearer", "oauth2"],
      tags: ["Patients"],
      deprecated: ["POST /patients"],
    });
  });

  test("of Swagger 2 has its host and its definitions of security", () => {
    const facts = read({
      swagger: "2.0",
      host: "api.acme.example.com",
      paths: { "/a": { delete: {} } },
      securityDefinitions: { basic: { type: "basic" } },
    });
    assert.ok(facts.kind === "openapi");
    assert.deepEqual(
      [facts.format, facts.hosts, facts.operations, facts.securitySchemes],
      ["Swagger 2.0", ["api.acme.example.com"], { delete: 1 }, ["basic"]],
    );
  });
});

test("a document that no facts can be read from is told by what is wrong with it", (t) => {
  const rest = [{ mode: "server", resource: [{ type: "Patient" }] }];
  const broken: Readonly<Record<string, unknown>> = {
    empty: " \n",
    "cut off": JSON.stringify(statement(), null, 2).slice(0, 500),
    "not JSON": '{\n  "resourceType": "CapabilityStatement",\n  oops\n}',
    "not YAML": "openapi: 3.0.0\n  info: [",
    "an alias": "openapi: &a 3.0.0\ninfo: *a",
    "a login page": "<!DOCTYPE html><html><title>Sign in</title></html>",
    XML: '<?xml version="1.0"?><CapabilityStatement xmlns="http://hl7.org/fhir"/>',
    "a list": "[]",
    "a text": "hello",
    "too deep": `{"a":${"[".repeat(200)}${"]".repeat(200)}}`,
    "too large": " ".repeat(30_000_000),
    "another resource": { resourceType: "Patient", id: "1" },
    "no kind": { hello: "world" },
    "no fhirVersion": statement({ fhirVersion: undefined }),
    "an unknown fhirVersion": statement({ fhirVersion: "9.9.9" }),
    "a Conformance of R4": statement({ resourceType: "Conformance" }),
    "a CapabilityStatement of DSTU2": statement({ fhirVersion: "1.0.2" }),
    "no rest": statement({ rest: undefined }),
    "an empty rest": statement({ rest: [] }),
    "a client": statement({ rest: [{ mode: "client" }] }),
    "a strange type": statement({ rest: [{ mode: "server", resource: [{ type: "Patient" }, { type: "pat ient" }] }] }),
    "a strange interaction": statement({
      rest: [{ mode: "server", resource: [{ type: "Patient", interaction: ["read"] }] }],
    }),
    "too many resources": statement({
      rest: [{ mode: "server", resource: Array(100_000).fill(rest[0]?.resource[0]) }],
    }),
    "strange scopes": { token_endpoint: "https://a.example.com/", scopes_supported: "openid" },
    "an unknown OpenAPI": { openapi: "4.0", paths: {} },
    "Swagger 1": { swagger: "1.2" },
    "a version with more behind it": statement({ fhirVersion: "4.0.1 ask jane@acme.example" }),
    "an OpenAPI version with more behind it": { openapi: "3.0.0 ask jane@acme.example" },
    "a version that is an object": { openapi: { toString: 1 } },
    "a string that never ends": `{"a":"${'\\"'.repeat(500_000)}`,
    "a number that JSON has not": '{"resourceType": NaN}',
    "a strange profile": statement({ rest: [{ mode: "server", resource: [{ type: "Patient", profile: 7 }] }] }),
    "too many formats": statement({ format: Array(1_000_000).fill(1) }),
    "paths as a list": { openapi: "3.0.0", paths: [] },
  };
  const messages = Object.entries(broken).map(([name, document]) => {
    try {
      readInterface(bytesOf(document));
      return `${name}: read`;
    } catch (error) {
      assert.ok(error instanceof Error && error.name === "DocumentError", name);
      return `${name}: ${error.message}`;
    }
  });
  t.assert.snapshot(messages);
});

test("what is long or odd does no harm", () => {
  const long = "x".repeat(9_000_000);
  const facts = read(
    statement({
      description: long,
      software: { name: `a${"\u0301\u0316".repeat(100_000)}`, version: "5.0.1" },
      instantiates: [`http://a.example.com/${"StructureDefinition/".repeat(50_000)}|\n`],
      rest: [{ mode: "server", transactionMode: "constructor" }],
    }),
  );
  assert.ok(facts.kind === "fhir");
  assert.deepEqual(
    [facts.software?.name, facts.software?.version, facts.guides.instantiates, facts.interactions],
    [undefined, "5.0.1", [], []],
  );
});

test("guides are known by whatever address names them, and the OAuth host by that for tokens", () => {
  const uris = (name: string, host: string) => ({ extension: [{ url: name, valueUri: `https://${host}/` }] });
  const facts = (extension: unknown) =>
    read(
      statement({
        implementationGuide: ["http://hl7.org/fhir/us/core|6.1.0", "http://hl7.org/fhir"],
        rest: [{ mode: "server", security: { extension } }],
      }),
    );
  const extensions = [uris("authorize", "login.acme.example.com"), uris("token", "api.acme.example.com")];
  for (const order of [extensions, extensions.toReversed()]) {
    const one = facts(order);
    assert.ok(one.kind === "fhir");
    assert.equal(one.security.oauthHost, "api.acme.example.com");
    assert.deepEqual(one.guides.implementationGuide, ["http://hl7.org/fhir/us/core|6.1.0"]);
  }
});

test("what may not be published is said, by the list that it is left out of", () => {
  const { losses } = readInterface(
    bytesOf(
      statement({
        format: ["json", "", "json"],
        rest: [
          {
            mode: "server",
            resource: [
              {
                type: "Patient",
                searchParam: [{ name: "x".repeat(201) }, { name: "y".repeat(5000) }, { name: "name" }],
              },
            ],
            operation: [{ name: "ask.jane@acme.example" }],
          },
        ],
      }),
    ),
  );
  assert.deepEqual(losses, [
    "resources.Patient.searchParameters: 2 left out, longer than 200 characters",
    "operations: 1 left out, with an e-mail address or a telephone number",
  ]);
  const paths = { "/patients/<id>": { get: { deprecated: true } }, "/patients": { get: { deprecated: true } } };
  assert.deepEqual(readInterface(bytesOf({ openapi: "3.0.0", paths })).losses, [
    "deprecated: 1 left out, with a placeholder, such as <id>",
  ]);
  assert.deepEqual(readInterface(bytesOf(statement())).losses, []);
});

test("a version in YAML stays as it was written", () => {
  for (const version of ["1.0", "2", "1e3", "0x10", "2026-01-02"]) {
    const facts = read(`openapi: 3.0\ninfo:\n  version: ${version}\npaths:\n  /a:\n    get: {deprecated: false}\n`);
    assert.ok(facts.kind === "openapi");
    assert.deepEqual([facts.format, facts.version, facts.deprecated], ["OpenAPI 3.0", version, []]);
  }
  const swagger = read("swagger: 2.0\npaths:");
  assert.ok(swagger.kind === "openapi" && swagger.format === "Swagger 2.0");
});

test("extensions beside the paths of a description are none", () => {
  const facts = read({ openapi: "3.0.3", paths: { "x-internal": true, "/a": { get: {} } } });
  assert.ok(facts.kind === "openapi");
  assert.deepEqual([facts.paths, facts.operations], [1, { get: 1 }]);
});

test("a statement without software is read", () => {
  const facts = read(statement({ software: undefined, implementation: undefined }));
  assert.ok(facts.kind === "fhir" && facts.software === undefined && facts.resources.length === 2);
});

test("text that is not UTF-8 is said to be none", () => {
  assert.throws(() => readInterface(new Uint8Array([0xff, 0xfe, 0x7b])), /is not UTF-8 text/);
});
