import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import fc from "fast-check";
import { parse } from "yaml";
import { InputError } from "../../cli/command.ts";
import { LINK_LABEL, readLink, readSubmission } from "./read-submission.ts";

/** As GitHub writes the answers of a form into an issue. */
const bodyOf = (link: string, note = "_No response_") => `### Link\n\n${link}\n\n### Why it belongs here\n\n${note}`;

const isRefused = (body: string, message: RegExp) =>
  assert.throws(
    () => readLink(body),
    (error) => error instanceof InputError && message.test(error.message),
    body,
  );

test("the address of the form is read, as a browser spells it", () => {
  const table = {
    "https://example.org/a?b=c#d": "https://example.org/a?b=c#d",
    "<https://example.org/a>": "https://example.org/a",
    "HTTPS://Example.org": "https://example.org/",
    "https://bücher.example/é": "https://xn--bcher-kva.example/%C3%A9",
    "http://example.org/$(id)`id`;'\"": "http://example.org/$(id)%60id%60;'%22",
  };
  for (const [given, expected] of Object.entries(table)) {
    assert.equal(readLink(bodyOf(given)), expected);
    assert.equal(readLink(bodyOf(given).replaceAll("\n", "\r\n")), expected);
  }
});

test("what follows the field is not read, whatever it says", () => {
  const note = "### Link\n\nhttps://evil.example/";
  assert.equal(readLink(bodyOf("https://example.org/a", note)), "https://example.org/a");
});

test("no address, several, or something else is refused", () => {
  isRefused("", /no heading '### Link'/);
  isRefused("https://example.org/", /no heading/);
  isRefused("### Link", /has no link/);
  isRefused(bodyOf("_No response_"), /has no link/);
  isRefused(bodyOf("https://a.example/\nhttps://b.example/"), /more than one line/);
  for (const link of [
    "example.org",
    "--batch",
    "/etc/passwd",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "https://user:secret@example.org/",
    "https://",
    "https://a.example/ https://b.example/",
    "https://a.example/\t--dry-run",
    "https://a.example/\u202Ex",
    "[a](https://a.example/)",
  ]) {
    isRefused(bodyOf(link), /not one address/);
  }
  isRefused(bodyOf(`https://a.example/${"x".repeat(2000)}`), /longer than 2000/);
});

test("any web address comes back as itself, and only web addresses come back", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), fc.string(), (url, note) => {
      assert.equal(readLink(bodyOf(url, note)), new URL(url).href);
    }),
  );
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary" }), fc.webUrl()), fc.string({ unit: "binary" }), (link, note) => {
      let read: string;
      try {
        read = readLink(bodyOf(link, note));
      } catch (error) {
        assert.ok(error instanceof InputError, String(error));
        return;
      }
      // Nothing else may reach the command line: no option, no second line, no other scheme.
      assert.match(read, /^https?:\/\/[!-~]+$/);
      assert.equal(new URL(read).href, read);
    }),
  );
});

test("the event is read as GitHub writes it", () => {
  const event = (body: unknown) => JSON.stringify({ action: "labeled", issue: { number: 7, body } });
  assert.equal(readSubmission(event(bodyOf("https://example.org/a"))), "https://example.org/a");
  assert.throws(() => readSubmission(event(null)), /no heading/);
  for (const text of ["", "{}", "[]", event(7)]) assert.throws(() => readSubmission(text), /no event of an issue/);
});

test("the form asks for the link under the heading that is read", () => {
  const form = parse(readFileSync(".github/ISSUE_TEMPLATE/submit-link.yml", "utf8"));
  const [link] = form.body.filter(({ id }: { id?: string }) => id === "link");
  assert.deepEqual([link.type, link.attributes.label, link.validations.required], ["input", LINK_LABEL, true]);
});
