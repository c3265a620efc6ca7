import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { KEY, type LoopbackEngine, startEngine } from "../../../tests/engines/loopback-engine.ts";
import { engineNames, SearchEngineSettingsSchema } from "../../config/search-engine.ts";
import { searchRecords } from "../engine/engine.ts";
import type { Selection } from "../engine/facet-selection.ts";
import type { SearchAnswer, SearchRequest } from "../engine/search-answer.ts";
import { exportFormats } from "../export/export-format.ts";
import { createTarget } from "../export/export-targets.ts";
import { upload } from "../export/upload.ts";
import { kindKeys } from "../index/search-record.ts";
import { makeRecords, record } from "../testing.ts";
import { createEngineSearch } from "./engine-search.ts";
import { END, START } from "./protocol.ts";
import { toHighlighted } from "./to-hit.ts";

const records = [
  record('Acme "Gateway" \\ `FHIR`', {
    kind: "offering",
    detail: "Acme, API",
    fields: { vendor: ['Acme "North" \\ `x`'], topic: ["HL7: FHIR & co"] },
    badge: { label: "Retired", tone: "stop" },
    filters: { sandbox: ["Free"] },
  }),
  ...makeRecords(400),
];
const builtIn = searchRecords({ records, synonyms: [] });

const none: Selection = new Map();
const select = (...pairs: readonly (readonly [string, ...string[]])[]): Selection =>
  new Map(pairs.map(([name, ...values]) => [name, new Set(values)]));

const requests: readonly SearchRequest[] = [
  { query: "health" },
  { query: "health fhir" },
  { query: "fhir api", sort: "date" },
  { query: "health", expanded: new Set(["news"]) },
  { query: "health", withoutFacets: true },
  { query: "health", selection: select(["kind", "news"], ["year", "2026", "2025"]) },
  { query: "health", selection: select(["topic", "HL7: fhir"], ["publisher", "Acme", "Contoso"]), sort: "date" },
  { query: "health", selection: select(["kind", "no-such-kind"], ["year", "1990"]) },
  { query: "gateway", selection: select(["vendor", 'Acme "North" \\ `x`'], ["sandbox", "Free"]) },
  { query: "nothinghasthisword" },
  { query: "!!!" },
  { query: "" },
];

/** What an engine is not asked for. */
function comparable({ groups, corrected, dropped, facets, ...answer }: SearchAnswer, request: SearchRequest) {
  const sorted = groups.toSorted((a, b) => kindKeys.indexOf(a.kind) - kindKeys.indexOf(b.kind));
  const hits = answer.hits.map(({ reasons, ...hit }) => hit);
  return {
    ...answer,
    hits,
    first: request.withoutFacets ? undefined : groups[0]?.kind,
    groups: request.withoutFacets
      ? []
      : sorted.map((group) => ({ ...group, hits: group.hits.map(({ reasons, ...hit }) => hit) })),
    facets: answer.total === 0 ? [] : facets.map(({ name, values }) => ({ name, values })),
  };
}

for (const name of engineNames) {
  describe(name, async () => {
    let engine: LoopbackEngine;
    const opened = (async () => {
      engine = await startEngine(name);
      const settings = { address: new URL(engine.origin), key: KEY, wait: async () => {} };
      const source = { records, synonyms: [] };
      const target = createTarget(name, settings, [], "curalog");
      await upload({ source, format: exportFormats[name], name: "curalog", target });
      return createEngineSearch({ engine: name, address: engine.origin, index: "curalog", key: KEY });
    })();
    after(() => engine.close());
    const { signal } = new AbortController();

    test("answers as the built-in search: hits, highlights, groups, orders, and facets that count what others leave", async () => {
      const search = await opened;
      for (const request of requests) {
        const given = { selection: none, ...request };
        const expected = comparable(await builtIn.search(given), given);
        // A backtick cannot be asked of Typesense; the value is then shown as one that nothing has.
        if (name === "typesense" && request.query === "gateway") continue;
        assert.deepEqual(comparable(await search(given, signal), given), expected, JSON.stringify(request));
      }
      assert.deepEqual(engine.violations, []);
    });

    test("says why a hit was found that shows it neither in its title nor below", async () => {
      const { hits } = await (await opened)({ query: "co acme" }, signal);
      assert.deepEqual(hits[0]?.reasons, [{ field: "topic", value: ["HL7: FHIR & ", "co"] }]);
    });

    test("is asked once more, for most of the words, where nothing has all", async () => {
      const search = await opened;
      const countRequests = async (query: string) => {
        const before = engine.requests.length;
        await search({ query }, signal);
        return engine.requests.length - before;
      };
      assert.equal(await countRequests("nothinghasthisword northisone"), 2);
      assert.equal(await countRequests("health care"), 1);
    });

    test("is not asked for words that distinguish nothing, unless there are no others", async () => {
      const search = await opened;
      const [plain, wordy] = [
        await search({ query: "health api" }, signal),
        await search({ query: "the health of API" }, signal),
      ];
      assert.deepEqual(wordy.hits, plain.hits);
      assert.ok((await search({ query: "the" }, signal)).total > 0);
    });

    test("rejects what is no answer, and silence", async () => {
      await opened;
      const settings = { engine: name, address: engine.origin, index: "curalog", key: KEY };
      const search = createEngineSearch(settings, 100);
      const answers = [
        { status: 503, body: "busy" },
        { status: 200, body: "<html>" },
        { status: 200, body: {} },
        { status: 200, body: { results: [], responses: [] } },
        "hang" as const,
      ];
      for (const answer of answers) {
        engine.intercept = () => answer;
        await assert.rejects(search({ query: "health" }, signal), JSON.stringify(answer));
      }
      engine.intercept = () => undefined;
    });
  });
}

test("a text is highlighted only where the engine answers the same text", () => {
  const mark = (text: string) => text.replaceAll("<", START).replaceAll(">", END);
  for (const [text, marked, expected] of [
    ["Azure FHIR", "<Azure> FHIR", ["", "Azure", " FHIR"]],
    ["Azure FHIR", "<Azure> <FHIR>", ["", "Azure", " ", "FHIR"]],
    ["Azure FHIR", "<Azure> FH", ["Azure FHIR"]],
    ["Azure FHIR", "<Azure FHIR", ["Azure FHIR"]],
    ["", "", [""]],
  ] as const)
    assert.deepEqual(toHighlighted(text, mark(marked)), expected);
});

test("settings name an engine, its origin, an index and a key that may be seen", () => {
  const good = { engine: "typesense", address: "https://search.example.org", index: "curalog", key: "abc" };
  for (const settings of [
    good,
    { ...good, key: undefined },
    { engine: "builtin" },
    { ...good, address: "http://127.0.0.1:8108" },
  ])
    assert.ok(SearchEngineSettingsSchema.safeParse(settings).success, JSON.stringify(settings));
  for (const change of [
    { engine: "solr" },
    { address: "http://search.example.org" },
    { address: "https://search.example.org/path" },
    { address: "https://me:secret@search.example.org" },
    { address: "javascript:alert(1)" },
    { address: "http://[::1]:7700" },
    { address: "https://[2001:db8::1]" },
    { address: "https://a.example; script-src *" },
    { index: "Curalog" },
    { index: "a/b" },
    { key: "a b" },
    { more: 1 },
  ])
    assert.ok(!SearchEngineSettingsSchema.safeParse({ ...good, ...change }).success, JSON.stringify(change));
});
