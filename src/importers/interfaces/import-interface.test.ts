import assert from "node:assert/strict";
import { access, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { serve } from "../../http/testing.ts";
import { formatInterfaceReport, recordAgain } from "./import-interface.ts";
import { readInterface } from "./read-interface.ts";
import { bytesOf, createContent, RECORD, SOURCE, statement } from "./testing.ts";

test("a document is recorded, and what the next one changes is kept with its day", async (t) => {
  const { root, run, record } = await createContent(t);
  const first = await run(statement(), { environment: "sandbox" });
  assert.equal(formatInterfaceReport(first), `${RECORD}: new`);
  const next = statement({
    date: "2026-08-01",
    software: { name: "Acme Server", version: "5.1", releaseDate: "2026-05-11" },
  });
  const second = await run(next, { seen: "2026-08-02" });
  assert.equal(formatInterfaceReport(second), `${RECORD}: 1 change\n  software.version: 5.1, before 5.0.1.698`);
  const kept = await record();
  assert.deepEqual(
    [kept.source, kept.seen, kept.environment, kept.date, kept.changes],
    [
      SOURCE,
      "2026-08-02",
      "sandbox",
      "2026-08-01",
      [{ day: "2026-08-02", field: "software.version", before: "5.0.1.698", after: "5.1" }],
    ],
  );
  const text = await readFile(join(root, RECORD), "utf8");
  await run(JSON.parse(JSON.stringify(next)), { seen: "2026-08-02" });
  assert.equal(await readFile(join(root, RECORD), "utf8"), text);
  // A line for each resource type.
  assert.equal(text.split("\n").filter((line) => line.startsWith('    {"type"')).length, 2);
});

test("a file of which nobody says where it is from is recorded without a source", async (t) => {
  const { run, record } = await createContent(t);
  await run(statement(), { source: undefined });
  assert.ok(!("source" in (await record())));
  await run(statement({ format: ["json"] }), { source: undefined });
  assert.equal((await record()).changes.length, 1);
  // Without an address in it either, nobody can tell.
  const bare = statement({ implementation: undefined });
  await run(bare, { source: undefined, name: "bare" });
  await assert.rejects(run(bare, { source: undefined, name: "bare" }), /another server/);
});

test("nothing is written when an import is only tried", async (t) => {
  const { root, run } = await createContent(t);
  assert.equal(formatInterfaceReport(await run(statement(), { isDryRun: true })), `${RECORD}: would be new`);
  await assert.rejects(access(join(root, "facts")));
});

test("the statement of another server, or an older one, does not take the place of a record", async (t) => {
  const { run, record } = await createContent(t);
  await run(statement());
  const other = statement({ implementation: { url: "https://fhir.customer.example.com/r4" } });
  const elsewhere = { source: "https://customer.example.com/metadata" };
  await assert.rejects(run(other), {
    message: `${RECORD} is of https://fhir.acme.example.com/r4, and this is of https://fhir.customer.example.com/r4: another server, perhaps a customer's. To record both, choose another --name.`,
  });
  await assert.rejects(run(statement(), { seen: "2026-07-23" }), {
    message: `${RECORD} was seen on 2026-07-24, after 2026-07-23: an older document cannot take its place.`,
  });
  await assert.rejects(run({ token_endpoint: "https://a.example.com/" }, { name: "fhir-r4" }), {
    message: `${RECORD} is a record of another kind (fhir) than this document (smart). Choose another --name.`,
  });
  assert.equal((await record()).address, "https://fhir.acme.example.com/r4");
  // Without an address, nobody can tell; a slash more is the same address.
  await assert.rejects(run(statement({ implementation: undefined }), elsewhere), /another server/);
  await run(statement({ implementation: undefined }), { isDryRun: true });
  await run(statement({ implementation: { url: "https://fhir.acme.example.com/r4/" } }), {
    ...elsewhere,
    isDryRun: true,
  });
  const { records } = await run(other, { name: "fhir-r4-customer" });
  assert.equal(records[0]?.file, "facts/interfaces/acme-server/fhir-r4-customer.json");
});

test("an OpenAPI description that shares no host with the record is of another server", async (t) => {
  const { run } = await createContent(t);
  const description = (...hosts: string[]) => ({
    openapi: "3.0.1",
    servers: hosts.map((host) => ({ url: `https://${host}/v1` })),
    paths: {},
  });
  await run(description("api.acme.example.com", "eu.acme.example.com"));
  await assert.rejects(run(description("petstore.example.org")), {
    message:
      "facts/interfaces/acme-server/openapi.json is of api.acme.example.com, and this is of petstore.example.org: another server, perhaps a customer's. To record both, choose another --name.",
  });
  await run(description(), { isDryRun: true });
  await run(description("eu.acme.example.com"), { source: "https://acme.example.com/openapi.json" });
});

test("where a redirect leads to another host, the document must tell that it is of the same server", async (t) => {
  const { root, run } = await createContent(t);
  const again = (document: unknown, name: string) =>
    recordAgain(
      {
        source: SOURCE,
        digest: "0".repeat(64),
        ...readInterface(bytesOf(document)),
        redirectedTo: "login.example.org",
      },
      { offering: "acme-server", name, seen: "2026-08-01", contentRoot: root, isDryRun: false },
    );
  const bare = statement({ implementation: undefined });
  await run(statement(), { name: "told" });
  await run(bare, { name: "untold" });
  assert.deepEqual((await again(statement(), "told")).changes, []);
  await assert.rejects(again(bare, "untold"), {
    message: `${SOURCE} redirects to another host, login.example.org. If this is the same interface, import it by hand: npm run import:interface -- acme-server <address> --name untold`,
  });
});

test("what cannot be imported is said, with its name", async (t) => {
  const { root, run } = await createContent(t);
  await assert.rejects(run(statement(), { offering: "acme-servers" }), {
    message: "There is no offering 'acme-servers'. Did you mean 'acme-server'?",
  });
  await assert.rejects(run({ resourceType: "Patient" }), {
    message: `${join(root, "document.json")} is a resource of type Patient, not a CapabilityStatement or Conformance.`,
  });
  await assert.rejects(run(statement(), { source: "http://localhost/metadata" }), {
    message: "--source must be the address of a public server.",
  });
  await assert.rejects(run(statement(), { from: join(root, "nothing.json") }), /nothing\.json cannot be read: ENOENT/);
  await assert.rejects(run(statement(), { from: root }), { message: `${root} is not a file` });
  await mkdir(dirname(join(root, RECORD)), { recursive: true });
  await writeFile(join(root, RECORD), "{}");
  await assert.rejects(run(statement()), {
    message: `${RECORD} is no record of an interface. Put its last version back, or delete it.`,
  });
});

test("a SMART configuration from elsewhere may be of another tenant of the same host", async (t) => {
  const { run } = await createContent(t);
  const configuration = { token_endpoint: "https://auth.acme.example.com/token", capabilities: [] };
  await run(configuration);
  await run({ ...configuration, capabilities: ["launch-ehr"] });
  await assert.rejects(run(configuration, { source: "https://other.example.com/smart" }), /another server/);
});

test("of a base address the statement and the SMART configuration are fetched, and one of them is enough", async (t) => {
  const { root, run } = await createContent(t);
  const requested: string[] = [];
  const { origin: base } = await serve(t, ({ url, headers }, response) => {
    requested.push(`${url} ${headers.accept?.split(",")[0]}`);
    if (url === "/r4/metadata")
      response.writeHead(200, { "content-type": "application/fhir+json" }).end(JSON.stringify(statement()));
    else response.writeHead(404).end();
  });
  const options = { from: `${base}/r4/`, source: undefined, http: { allowsLoopback: true } };
  const { records, notices } = await run(undefined, options);
  assert.deepEqual(requested, [
    "/r4/metadata application/fhir+json",
    "/r4/.well-known/smart-configuration application/fhir+json",
  ]);
  assert.deepEqual(
    records.map(({ file }) => file),
    [RECORD],
  );
  assert.match(notices.join(), /smart-configuration answers with status 404/);
  assert.equal(JSON.parse(await readFile(join(root, RECORD), "utf8")).source, `${base}/r4/metadata`);
  await assert.rejects(run(undefined, { ...options, from: `${base}/other` }), /metadata answers with status 404/);
  assert.deepEqual(
    requested.slice(2).map((one) => one.split(" ")[0]),
    ["/other/metadata", "/other/.well-known/smart-configuration", "/other"],
  );
});

test("an address that is called as OpenAPI is called is no base address, and any other is tried last", async (t) => {
  const { run } = await createContent(t);
  const requested: string[] = [];
  const description = { openapi: "3.0.0", paths: { "/a/<id>": { get: { deprecated: true } } } };
  const { origin: base } = await serve(t, ({ url }, response) => {
    requested.push(url ?? "");
    const isThere = url === "/v3/api-docs" || url === "/spec";
    response.writeHead(isThere ? 200 : 404).end(isThere ? JSON.stringify(description) : "");
  });
  const options = { source: undefined, http: { allowsLoopback: true } };
  const report = await run(undefined, { ...options, from: `${base}/v3/api-docs` });
  assert.equal(
    formatInterfaceReport(report),
    "facts/interfaces/acme-server/openapi.json: new\n  deprecated: 1 left out, with a placeholder, such as <id>",
  );
  const { notices } = await run(undefined, { ...options, from: `${base}/spec`, name: "other" });
  assert.deepEqual(notices, []);
  assert.deepEqual(requested, ["/v3/api-docs", "/spec/metadata", "/spec/.well-known/smart-configuration", "/spec"]);
  await assert.rejects(run(undefined, { ...options, from: `${base}/q/openapi` }), /q\/openapi answers with status 404/);
});
