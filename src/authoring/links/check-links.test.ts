import assert from "node:assert/strict";
import type { RequestListener } from "node:http";
import { type TestContext, test } from "node:test";
import { LINK_FACTS_FILE } from "../../catalog/file-kind.ts";
import { readFacts } from "../../catalog/read-file.ts";
import { catalogOf, healthy, news } from "../../catalog/testing.ts";
import { rateLimits } from "../../http/rate-limits.ts";
import { serve } from "../../http/testing.ts";
import type { LinkFacts } from "../../schemas/link-facts.ts";
import { OfferingFields } from "../../schemas/offering.ts";
import { OrganizationFields } from "../../schemas/organization.ts";
import { checkLinks, formatLinkReport, type LinkCheckOptions } from "./check-links.ts";
import { collectLinks, LINK_FIELDS } from "./collect-links.ts";
import { createRequestLink, type RequestLink } from "./request-link.ts";

function story(url: string) {
  return news({ link: url, title: url, relatedOfferings: "[]" });
}

/** A catalog with a story for each address and nothing else that leads off the site. */
function catalogWith(urls: readonly string[]) {
  return catalogOf({
    ...healthy(),
    ...Object.fromEntries(urls.map((url, index) => [`news/2026/n${String(index).padStart(2, "0")}.md`, story(url)])),
    "news/2026/story.md": `${story("https://acme.example/draft")}\ndraft: true`,
  });
}

function readLinks(text: string): LinkFacts {
  const { links, diagnostics } = readFacts({ file: LINK_FACTS_FILE, bytes: new TextEncoder().encode(text) });
  assert.ok(links, JSON.stringify(diagnostics));
  return links;
}

test("every address that an offering or an organization states is checked", () => {
  const fields = Object.entries({ ...OfferingFields.shape, ...OrganizationFields.shape });
  const addresses = fields.filter(
    ([, schema]) => schema.safeParse("https://acme.example/").success && !schema.safeParse("acme").success,
  );
  const facts = ["openapi", "changelog", "statusPage", "terms"];
  assert.deepEqual(addresses.map(([name]) => name).sort(), [...LINK_FIELDS, ...facts].sort());
});

test("so is every address of a fact, and not where the fact was seen", () => {
  const source = "source: https://acme.example/source";
  const catalog = catalogOf(
    healthy({
      "offerings/it.md": `name: It
vendor: acme
kind: fhir-server
sandbox: {value: available, address: https://acme.example/sandbox, ${source}}
terms: {value: https://acme.example/terms, ${source}}
sdks: {value: [{language: Go, repository: https://acme.example/go}], ${source}}`,
    }),
  );
  const of = (file: string) =>
    collectLinks(catalog).flatMap(({ url, uses }) => (uses.some((use) => use.file === file) ? url : []));
  assert.deepEqual(of("offerings/it.md"), [
    "https://acme.example/go",
    "https://acme.example/sandbox",
    "https://acme.example/terms",
  ]);
});

async function run(urls: readonly string[], request: RequestLink, changes: Partial<LinkCheckOptions> = {}) {
  const saved: string[] = [];
  const steps: string[] = [];
  const report = await checkLinks({
    catalog: catalogWith(urls),
    isComplete: true,
    known: undefined,
    today: "2026-11-22",
    since: 1,
    limit: Number.POSITIVE_INFINITY,
    isDryRun: false,
    request,
    rateLimits: { ...rateLimits, sleep: async () => {} },
    save: async (text) => void saved.push(text),
    startProgress: () => ({ step: (text = "") => void steps.push(text), stop() {} }),
    ...changes,
  });
  return { report, saved, steps, facts: saved.length > 0 ? readLinks(saved.at(-1) ?? "") : undefined };
}

async function server(t: TestContext, handler: RequestListener) {
  const { origin, requests, peak } = await serve(t, handler);
  return { at: (path: string) => `${origin}${path}`, requests, peak };
}

const requestLoopback = createRequestLink({ timeoutMs: 1000, allowsLoopback: true });

const handler: RequestListener = ({ url = "" }, response) => {
  const [, status] = url.split("/");
  response.writeHead(Number(status)).end();
};

test("links of stories, offerings and organizations are collected once, with all that use them", () => {
  const catalog = catalogOf({
    ...healthy({
      "organizations/acme.md": "name: Acme\ntype: vendor\nhomepage: https://acme.example/\nhosts: [acme.example]",
      "offerings/acme-server.md":
        "name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.\nhomepage: https://acme.example/\nrepository: https://code.example/acme",
      "news/2026/story.md": news({ via: "A blog", viaLink: "https://blog.example/acme" }),
    }),
  });
  assert.deepEqual(
    collectLinks(catalog).map(({ url, uses }) => [url, uses.map(({ file, field }) => `${file} ${field}`)]),
    [
      ["https://acme.example/", ["offerings/acme-server.md homepage", "organizations/acme.md homepage"]],
      ["https://acme.example/story", ["news/2026/story.md link"]],
      ["https://blog.example/acme", ["news/2026/story.md via"]],
      ["https://code.example/acme", ["offerings/acme-server.md repository"]],
    ],
  );
});

test("each link is checked and remembered, and the file is one that the catalog reads", async (t) => {
  const { at, peak } = await server(t, handler);
  const urls = [at("/200/a"), at("/404/b"), at("/403/c"), at("/500/d")];
  const { report, facts, steps } = await run(urls, requestLoopback);
  assert.deepEqual([report.checked.alive, report.checked.dead, report.checked.unclear, report.left], [1, 1, 2, 0]);
  assert.deepEqual(
    facts?.links.map(({ url, result, detail }) => [url, result, detail]),
    [
      [urls[0], "alive", "status 200"],
      [urls[2], "unclear", "status 403"],
      [urls[1], "dead", "status 404"],
      [urls[3], "unclear", "status 500"],
    ].sort((a, b) => ((a[0] ?? "") < (b[0] ?? "") ? -1 : 1)),
  );
  assert.equal(steps.length, 4);
  assert.equal(peak(), 1, "one at a time for each host");
  assert.match(formatLinkReport(report), /^4 of 4 links checked: 1 alive, 1 dead, 2 unclear\n/);
});

test("at most eight hosts are asked at once, and each for one thing at a time", async () => {
  const urls = Array.from({ length: 40 }, (_, index) => `https://h${index % 20}.example.com/${index}`);
  const open = new Map<string, number>();
  let peak = 0;
  const { report } = await run(urls, async (url) => {
    const { host } = new URL(url);
    assert.equal(open.get(host) ?? 0, 0, host);
    open.set(host, 1);
    peak = Math.max(
      peak,
      [...open.values()].reduce((sum, one) => sum + one, 0),
    );
    await new Promise((resolve) => setTimeout(resolve, 2));
    open.set(host, 0);
    return { kind: "status", status: 200, retryAfter: undefined };
  });
  assert.deepEqual([report.checked.alive, peak], [40, 8]);
});

test("on the same day a second run asks nothing; after an interruption it asks the rest", async (t) => {
  const { at, requests } = await server(t, handler);
  const urls = Array.from({ length: 25 }, (_, index) => at(`/200/${String(index).padStart(2, "0")}`));
  const stop = new AbortController();
  let asked = 0;
  const interrupted = await run(
    urls,
    (url) => {
      asked += 1;
      if (asked === 15) stop.abort();
      return requestLoopback(url);
    },
    { signal: stop.signal },
  );
  assert.deepEqual([interrupted.report.checked.alive, interrupted.report.left], [15, 10]);
  assert.equal(readLinks(interrupted.saved[0] ?? "").links.length, 10, "saved in steps");
  const rest = await run(urls, requestLoopback, { known: interrupted.facts });
  assert.deepEqual([rest.report.checked.alive, rest.facts?.links.length], [10, 25]);
  const again = await run(urls, requestLoopback, { known: rest.facts });
  assert.deepEqual([again.report.due.length, again.saved.length, requests.length], [0, 0, 25]);
});

test("--since and --limit choose what is due: never checked first, then the longest ago", async () => {
  const urls = ["a", "b", "c", "d"].map((name) => `https://${name}.example.com/`);
  const record = (index: number, checked: string) =>
    ({ url: urls[index] ?? "", checked, result: "alive", detail: "status 200" }) as const;
  const known = { source: "x", links: [record(0, "2026-11-20"), record(1, "2026-11-10"), record(2, "2026-11-21")] };
  const due = async (since: number, limit: number) =>
    (await run(urls, () => assert.fail("asked"), { known, since, limit, isDryRun: true })).report.due.map(
      (url) => url[8],
    );
  assert.deepEqual(await due(1, 9), ["d", "b", "a", "c"]);
  assert.deepEqual(await due(2, 9), ["d", "b", "a"]);
  assert.deepEqual(await due(1, 2), ["d", "b"]);
});

test("a link that is dead for the third time in a week is newly dead, and only on that day", async (t) => {
  const { at } = await server(t, handler);
  const urls = [at("/404/a"), at("/200/b")];
  let known: LinkFacts | undefined;
  const newly: number[] = [];
  for (const today of ["2026-11-01", "2026-11-03", "2026-11-08", "2026-11-09"]) {
    const { report, facts } = await run(urls, requestLoopback, { today, known });
    known = facts;
    newly.push(report.newlyDead.length);
    if (today === "2026-11-03") assert.match(formatLinkReport(report), /not yet on three checks over seven days: 1/);
    if (today === "2026-11-09")
      assert.match(formatLinkReport(report), /Dead before: 1\n.*\/404\/a\n.*since 2026-11-01; in news/);
  }
  assert.deepEqual(newly, [0, 0, 1, 0]);
});

test("links of files that were left out keep what is known of them", async (t) => {
  const { at } = await server(t, handler);
  const left = { url: "https://left.example/", checked: "2026-11-20", result: "alive", detail: "status 200" } as const;
  const facts = async (isComplete: boolean) =>
    (await run([at("/200")], requestLoopback, { known: { source: "x", links: [left] }, isComplete })).facts?.links.map(
      ({ url }) => url,
    );
  assert.ok((await facts(false))?.includes("https://left.example/"));
  assert.ok(!(await facts(true))?.includes("https://left.example/"));
});

test("without a network no link is called dead", async () => {
  const urls = ["https://a.example.com/", "https://b.example.com/"];
  const offline = await run(urls, async () => ({ kind: "no-host" }));
  assert.deepEqual([offline.report.checked.dead, offline.report.checked.unclear], [0, 2]);
  const online = await run(urls, async (url) =>
    url.includes("//a.") ? { kind: "no-host" } : { kind: "status", status: 200, retryAfter: undefined },
  );
  assert.deepEqual([online.report.checked.dead, online.report.checked.alive], [1, 1]);
});

test("what answers with another page is doubtful: listed, and neither dead nor forgiven", async () => {
  const url = "https://a.example.com/story";
  const home: RequestLink = async () => ({
    kind: "status",
    status: 200,
    retryAfter: undefined,
    answer: { url: "https://a.example.com/", html: "" },
  });
  const known: LinkFacts = {
    source: "x",
    links: [{ url, checked: "2026-11-01", result: "dead", detail: "status 404", deadOn: ["2026-11-01"] }],
  };
  const { report, facts } = await run([url], home, { known });
  assert.deepEqual([report.checked.doubtful, report.dead, report.failing.length], [1, [], 1]);
  assert.deepEqual(facts?.links, [
    {
      url,
      checked: "2026-11-22",
      result: "doubtful",
      detail: "status 200, but redirects to the home page https://a.example.com/",
      deadOn: ["2026-11-01"],
    },
  ]);
  assert.match(formatLinkReport(report), /^1 of 1 link checked: 0 alive, 0 dead, 0 unclear, 1 doubtful\n/);
  assert.match(
    formatLinkReport(report),
    /\nDoubtful: open them: 1\n {2}https:\/\/a\.example\.com\/story\n {4}status 200, but redirects .*; in news\/2026\/n00\.md$/,
  );
});

test("a host that asks for patience is left alone for the rest of the run", async (t) => {
  const busy: RequestListener = (_request, response) => response.writeHead(429, { "retry-after": "3600" }).end();
  const { at, requests } = await server(t, busy);
  const { report, facts } = await run([at("/1"), at("/2"), at("/3")], requestLoopback);
  assert.deepEqual([report.checked.unclear, report.left, requests.length, facts?.links.length], [1, 2, 1, 1]);
});

test("links that the content does not have any more are forgotten", async () => {
  const known: LinkFacts = {
    source: "x",
    links: [{ url: "https://old.example.com/", checked: "2026-11-01", result: "alive", detail: "status 200" }],
  };
  const request: RequestLink = async () => ({ kind: "status", status: 200, retryAfter: undefined });
  const { facts } = await run(["https://a.example.com/"], request, { known });
  assert.deepEqual(
    facts?.links.map(({ url }) => url),
    ["https://a.example.com/"],
  );
});

test("a file that cannot be written is an error, not a silence", async () => {
  const request: RequestLink = async () => ({ kind: "status", status: 200, retryAfter: undefined });
  const save = () => Promise.reject(new Error("no space left"));
  const urls = Array.from({ length: 30 }, (_, index) => `https://a.example.com/${index}`);
  await assert.rejects(run(urls, request, { save }), /no space left/);
});
