import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isPublicName, toAsciiHost, toReadableHost } from "./host-name.ts";

test("a host is compared in one spelling, and shown in its own letters", () => {
  const table = {
    "acme.example": "acme.example",
    "ACME.example": "acme.example",
    "müller-klinik.example": "xn--mller-klinik-dlb.example",
    "MÜLLER-Klinik.example": "xn--mller-klinik-dlb.example",
    "mu\u0308ller-klinik.example": "xn--mller-klinik-dlb.example",
    "xn--mller-klinik-dlb.example": "xn--mller-klinik-dlb.example",
    "klinik。example": "klinik.example",
    "больница.рф": "xn--80abvlke3d3b.xn--p1ai",
    "病院.example": "xn--0rys90e.example",
    "faß.example": "xn--fa-hia.example",
  };
  for (const [text, ascii] of Object.entries(table)) assert.equal(toAsciiHost(text), ascii, text);
  assert.equal(toReadableHost("xn--mller-klinik-dlb.example"), "müller-klinik.example");
  assert.equal(toReadableHost("news.xn--80abvlke3d3b.xn--p1ai"), "news.больница.рф");
});

test("a host that reads like another, or is none, is shown as it is", () => {
  for (const host of ["xn--pple-43d.com", "xn--80ak6aa92e.com", "xn--e1awd7f.com", "xn--i\u00f1valid.com", "xn--a", ""])
    assert.equal(toReadableHost(host), host);
});

test("what is more than a host is none", () => {
  for (const text of ["", "a b.org", "a.org/b", "https://a.org", "a.org:80", "a@b.org", "%61.org", "[::1]", "a\\b.org"])
    assert.equal(toAsciiHost(text), "", text);
});

test("a name of this machine or of a local network is not public, nor is an IP address", () => {
  for (const host of ["acme.example", "fhir.acme.example", "xn--mller-kva.example", "a.xn--p1ai"])
    assert.ok(isPublicName(host), host);
  for (const host of [
    "localhost",
    "a.localhost",
    "server",
    "fhir.local",
    "fhir.corp.internal",
    "10.0.0.1",
    "[::1]",
    "",
  ])
    assert.ok(!isPublicName(host), host);
});

test("a host that is shown leads back to itself", () => {
  const anyHost = fc.string({ unit: "grapheme", maxLength: 20 }).map((text) => toAsciiHost(`${text}.example`));
  fc.assert(fc.property(anyHost, (host) => assert.equal(toAsciiHost(toReadableHost(host)), host)));
});
