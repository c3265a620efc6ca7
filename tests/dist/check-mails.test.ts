import assert from "node:assert/strict";
import { test } from "node:test";
import { mailsCheck } from "./check-mails.ts";
import { countsIn, pageOf, violationsIn } from "./testing.ts";

const MAIL = [
  '<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Digest</title><style>td{color:red}</style></head>',
  '<body><table role="presentation"><tr><td style="color:red"><h1>Digest</h1>',
  '<a href="https://site.example/digest/2026-w47/">Web</a><a href="https://other.example/">Other</a>',
  "</td></tr></table></body></html>",
].join("\n");

const offer = '<a href="/digest/2026-w47/mail.html">HTML</a><a href="/digest/2026-w47/mail.txt">Text</a>';

const healthy = {
  "index.html": pageOf("/"),
  "digest/2026-w47/index.html": pageOf("/digest/2026-w47/", { body: offer }),
  "digest/2026-w47/mail.html": MAIL,
  "digest/2026-w47/mail.txt": `A line.\n  https://site.example/${"a".repeat(80)}/\n`,
};

async function violationsOf(from: string | RegExp, to: string): Promise<string[]> {
  const mail = MAIL.replace(from, to);
  assert.notEqual(mail, MAIL);
  return violationsIn(mailsCheck, { ...healthy, "digest/2026-w47/mail.html": mail });
}

test("a mail that any program shows has no violation, and is no page", async () => {
  assert.deepEqual(await violationsIn(mailsCheck, healthy), []);
  const { counts, short } = await countsIn(mailsCheck, healthy);
  assert.deepEqual([counts.map(({ count }) => count), short], [[1, 2], []]);
});

test("what a mail may not have is found", async () => {
  const where = "/digest/2026-w47/mail.html: ";
  const cases: readonly (readonly [from: string | RegExp, to: string, found: string])[] = [
    ["<h1>", '<img src="https://a.example/a.png"><h1>', "has the element img"],
    ["<h1>", "<script>1</script><h1>", "has the element script"],
    ["color:red}", "background:url(a.png)}", "its style element loads something"],
    ['style="color:red"', 'style="background:url(a.png)"', "<td> has style, which loads or runs something"],
    ["</head>", "<style>a{color:red}</style></head>", "has 2 style elements"],
    ["https://site.example/digest", "/digest", "links to /digest/2026-w47/, which is no whole address"],
    ["2026-w47/", "2026-w48/", "links to https://site.example/digest/2026-w48/, which leads nowhere"],
    [' role="presentation"', "", "has a table that is read out as one"],
    ["<h1>Digest</h1>", "", "has not one h1"],
    [' lang="en"', "", "has no language"],
    ["<title>Digest</title>", "", "has no title"],
    ["<h1>", `${"a".repeat(100_000)}<h1>`, "bytes, more than 100000"],
  ];
  for (const [from, to, found] of cases) {
    const violations = await violationsOf(from, to);
    assert.ok(
      violations.some((one) => one.startsWith(where) && one.includes(found)),
      `${found}: ${violations.join("\n")}`,
    );
  }
});

test("a mail that no digest offers, and one that is offered and missing, are found", async () => {
  const alone = { ...healthy, "digest/2026-w47/index.html": pageOf("/digest/2026-w47/") };
  assert.deepEqual(await violationsIn(mailsCheck, alone), ["/digest/2026-w47/mail.html: no digest offers this mail"]);
  const { "digest/2026-w47/mail.html": _, ...missing } = healthy;
  assert.deepEqual((await countsIn(mailsCheck, missing)).short, ["only 0 mails, expected 1"]);
});

test("a long line of words in the plain text is found", async () => {
  const text = `${"word ".repeat(20)}\n`;
  assert.deepEqual(await violationsIn(mailsCheck, { ...healthy, "digest/2026-w47/mail.txt": text }), [
    "digest/2026-w47/mail.txt: has a line of more than 72 characters: word word word word word word word word …",
  ]);
});
