import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { getVocabulary } from "../vocab/vocabulary.ts";
import { cleanUrl, hostOf, parseWebUrl, urlKey } from "./clean-url.ts";

const clean = (text: string) => cleanUrl(text, getVocabulary().trackingParameters);

const name = fc.oneof(
  fc.constantFrom(
    ...getVocabulary().trackingParameters,
    "utm_source",
    "UTM_Medium",
    "utm%5Fid",
    "id",
    "page",
    "q",
    "FBCLID",
    "%GG",
    "a+b",
  ),
  fc.webQueryParameters(),
);
const pair = fc.oneof(
  name,
  fc.tuple(name, fc.webQueryParameters()).map(([key, value]) => `${key}=${value}`),
);
const fragment = fc.constantFrom("", "#", "#section-2", "#.YWhSbhrMJPY", "#:~:text=a", "#xtor=RSS-1", "#utm_source=x");
const host = fc.oneof(
  fc.domain(),
  fc.domain().map((it) => `www.${it}:8080`),
  fc.constantFrom("a.org.", "a..", "1.2.3.4", "[::1]"),
);
const urls = fc
  .record({
    scheme: fc.constantFrom("http://", "https://", "HTTPS://"),
    host,
    path: fc.webPath(),
    query: fc.array(pair, { maxLength: 6 }).map((pairs) => (pairs.length > 0 ? `?${pairs.join("&")}` : "")),
    fragment,
  })
  .map(({ scheme, host, path, query, fragment }) => `${scheme}${host}${path}${query}${fragment}`)
  .filter((url) => parseWebUrl(url) !== undefined);

test("a cleaned address is clean", () => {
  fc.assert(fc.property(urls, (url) => assert.equal(clean(clean(url)), clean(url))));
});

test("no tracker is left", () => {
  fc.assert(
    fc.property(urls, (url) => {
      for (const key of new URL(clean(url)).searchParams.keys()) {
        assert.ok(!getVocabulary().trackingParameters.has(key.toLowerCase()) && !/^utm_/i.test(key), key);
      }
    }),
  );
});

test("newsletters and marketing software leave nothing behind", () => {
  for (const key of [
    "mkt_tok",
    "_hsenc",
    "_hsmi",
    "__hstc",
    "hsCtaTracking",
    "oly_enc_id",
    "oly_anon_id",
    "elqTrackId",
    "elqaid",
    "sfmc_id",
    "spMailingID",
    "et_rid",
    "_bhlid",
    "_cldee",
    "inf_contact_key",
    "mc_phishing_protection_id",
    "vero_id",
    "ck_subscriber_id",
    "s_cid",
    "li_fat_id",
    "guce_referrer",
    "gad_campaignid",
    "pk_source",
  ]) {
    assert.equal(clean(`https://news.example/a?id=1&${key}=x%3D`), "https://news.example/a?id=1", key);
    assert.equal(clean(`https://news.example/a?${key}=x`), "https://news.example/a", key);
  }
});

test("path and remaining parameters stay as they are spelled", () => {
  fc.assert(
    fc.property(urls, (url) => {
      const [before, after] = [new URL(url), new URL(clean(url))];
      assert.equal(after.pathname, before.pathname);
      assert.equal(after.protocol, before.protocol);
      const pairs = new Set(before.search.slice(1).split("&"));
      for (const left of after.search.slice(1).split("&")) assert.ok(left === "" || pairs.has(left), left);
    }),
  );
});

test("any text survives", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.webUrl()), (text) => clean(clean(text)) === clean(text)),
  );
});

test("only trackers go", () => {
  const table = {
    "https://hitconsultant.net/2021/10/14/healthcare-apis-vs-enterprise/#.YWhSbhrMJPY":
      "https://hitconsultant.net/2021/10/14/healthcare-apis-vs-enterprise/",
    "https://a.org/x?utm_source=n&id=7&fbclid=1#part": "https://a.org/x?id=7#part",
    "https://a.org/x?q=a%20b&page&doi=10.1/y~z&gclid=1": "https://a.org/x?q=a%20b&page&doi=10.1/y~z",
    " HTTPS://A.org.:443/X ": "https://a.org/X",
    "https://a.org/x?gclid=1#/story/7": "https://a.org/x#/story/7",
    "https://a.org/x#!story": "https://a.org/x#!story",
    "https://a.org/x?id=7&amp;utm_source=n&amp;p=2": "https://a.org/x?id=7&p=2",
    "https://a.org/x?id=7&amp;amp;p=2&#38;q=3&#x26;r=4": "https://a.org/x?id=7&p=2&q=3&r=4",
    "mailto:a@a.org?utm_source=x": "mailto:a@a.org?utm_source=x",
    "not an address": "not an address",
    "https://user:secret@a.org/?gclid=1": "https://user:secret@a.org/?gclid=1",
  };
  for (const [given, expected] of Object.entries(table)) assert.equal(clean(given), expected);
});

test("urlKey does not see scheme, www, closing slash or fragment", () => {
  fc.assert(
    fc.property(fc.domain(), fc.webPath(), fc.webQueryParameters(), (domain, path, query) => {
      const key = urlKey(`https://${domain}${path}?${query}`);
      assert.equal(urlKey(`http://www.${domain}${path.replace(/\/+$/, "")}/?${query}#part`), key);
    }),
  );
});

test("urlKey sees one page behind all spellings of its address", () => {
  const key = urlKey("https://a.org/x/caf%C3%A9~1?a=1&b=2&b=3");
  for (const same of [
    "http://www.a.org/x/caf%c3%a9~1/?b=2&b=3&a=1",
    "https://A.org:443/x/café~1/index.html?a=1&b=2&b=3",
    "http://a.org:80/x/caf%C3%A9%7E1/Index.HTM?a=1&amp;b=2&amp;b=3#top",
    "https://a.org:80/x/./caf%C3%A9~1/default.aspx?&a=1&&b=2&b=3&",
    "https://a.org/x/caf%C3%A9~1/index.php?%61=1&b=2&b=3",
  ]) {
    assert.equal(urlKey(same), key, same);
  }
  for (const home of ["https://a.org", "http://www.a.org/?", "https://a.org/index.shtml"]) {
    assert.equal(urlKey(home), "a.org", home);
  }
});

test("urlKey does not see the order of the query", () => {
  const pairs = fc.uniqueArray(fc.tuple(fc.webSegment(), fc.webSegment()), { selector: ([name]) => name });
  fc.assert(
    fc.property(pairs, (list) => {
      const at = (ordered: typeof list) => `https://a.org/?${new URLSearchParams(ordered.map(([a, b]) => [a, b]))}`;
      assert.equal(urlKey(at(list.toReversed())), urlKey(at(list)));
    }),
  );
});

test("urlKey tells pages apart", () => {
  const pages = [
    "https://a.org/x",
    "https://a.org/X",
    "https://a.org:8080/x",
    "https://a.org/x?p=1",
    "https://b.a.org/x",
    "https://a.org/x#/one",
    "https://a.org/x#/two",
    "https://a.org/x#!one",
    "https://a.org/x?p=2&p=1",
    "https://a.org/x?p=1&p=2",
    "https://a.org/x/index",
    "https://a.org/index.html/x",
    "https://a.org/a%2Fb",
    "https://a.org/a%252Fb",
    "https://a.org/a/b",
    "https://a.org/%E0%A4%A",
    "https://a.org/%E0%A4%B",
  ];
  assert.equal(new Set(pages.map(urlKey)).size, pages.length);
});

test("hostOf is the bare host, or nothing", () => {
  assert.equal(hostOf("https://WWW.HL7.org./x"), "hl7.org");
  assert.equal(hostOf("javascript:alert(1)"), "");
});
