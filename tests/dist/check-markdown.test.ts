import assert from "node:assert/strict";
import { test } from "node:test";
import { markdownCheck } from "./check-markdown.ts";
import { countsIn, pageOf, SITE_URL, violationsIn } from "./testing.ts";

const url = (path: string) => new URL(path, SITE_URL).href;
const named = (path: string, alternate = `${path}index.md`) =>
  pageOf(path, { head: `<link rel="alternate" type="text/markdown" href="${alternate}">` });
const markdownOf = (title: string, text = `[a](${url("/")}), [b](${url("/news/a/")}), [c](https://other.example/x)`) =>
  `---\ntitle: ${title}\n---\n\n# ${title}\n\n${text}\n`;

const LLMS = `# Site\n\n- [A](${url("/news/a/index.md")})\n- [B](${url("/index.md")})\n- [C](${url("/llms-full.txt")})\n- [D](${url("/index.md")})\n`;

const GOOD = {
  "index.html": named("/"),
  "index.md": markdownOf("/"),
  "news/a/index.html": named("/news/a/"),
  "news/a/index.md": markdownOf("/news/a/"),
  "404.html": pageOf("/404.html"),
  "old/index.html": '<meta http-equiv="refresh" content="0; url=/news/a/">',
  "llms.txt": LLMS,
  "llms-full.txt": `# All\n\n[A](${url("/news/a/")})\n`,
};

const ALTERNATE = "news/a/index.md";

const violations = (changes: Readonly<Record<string, string>>, without: readonly string[] = []) =>
  violationsIn(
    markdownCheck,
    Object.fromEntries(Object.entries({ ...GOOD, ...changes }).filter(([file]) => !without.includes(file))),
  );

test("pages with their Markdown alternates have no violation, and are counted", async () => {
  assert.deepEqual(await violations({}), []);
  const { counts, short } = await countsIn(markdownCheck, GOOD);
  assert.deepEqual(
    counts.map(({ what, count }) => `${count} ${what}`),
    ["2 Markdown alternates", "11 links of Markdown alternates", "4 links of llms.txt"],
  );
  assert.deepEqual(short, []);
});

test("a page without a Markdown alternate, and a Markdown alternate without a page, are found", async () => {
  assert.deepEqual(await violations({ "llms.txt": LLMS.replaceAll("/news/a/index.md", "/index.md") }, [ALTERNATE]), [
    "/news/a/: has no Markdown alternate",
  ]);
  assert.deepEqual(await violations({ "lost/index.md": markdownOf("Lost") }), [
    "lost/index.md: is the Markdown alternate of no page",
  ]);
});

test("a page that does not name its Markdown alternate is found", async () => {
  const message = "/news/a/: does not name its Markdown alternate, once";
  const page = "news/a/index.html";
  assert.deepEqual(await violations({ [page]: pageOf("/news/a/") }), [message]);
  assert.deepEqual(await violations({ [page]: named("/news/a/", "/index.md") }), [message]);
  assert.deepEqual(
    await violations({
      [page]: named("/news/a/").replace(/<link rel="alternate" type="text\/markdown"[^>]*>/, "$&$&"),
    }),
    [message],
  );
});

test("another title, or nothing below it, is found", async () => {
  assert.deepEqual(await violations({ [ALTERNATE]: markdownOf("/news/b/") }), [
    `${ALTERNATE}: is titled "/news/b/", the page "/news/a/"`,
  ]);
  assert.deepEqual(await violations({ [ALTERNATE]: "No title" }), [`${ALTERNATE}: is titled "", the page "/news/a/"`]);
  assert.deepEqual(await violations({ [ALTERNATE]: `${markdownOf("/news/a/")}\n# Two\n` }), [
    `${ALTERNATE}: is titled "/news/a/", "Two", the page "/news/a/"`,
  ]);
  assert.deepEqual(await violations({ [ALTERNATE]: markdownOf("/news/a/", "") }), [
    `${ALTERNATE}: has nothing below its title`,
  ]);
});

test("HTML in a Markdown alternate is found, unless it is text", async () => {
  for (const html of ["a <b>b</b>", "<div>\nb\n</div>", "<!-- c -->d"])
    assert.match(
      (await violations({ [ALTERNATE]: markdownOf("/news/a/", html) })).join(),
      /has \d pieces of HTML/,
      html,
    );
  assert.deepEqual(await violations({ [ALTERNATE]: markdownOf("/news/a/", "a \\<b>, `<b>` & 1 < 2") }), []);
});

test("a link that leads nowhere or is relative is found", async () => {
  assert.deepEqual(await violations({ [ALTERNATE]: markdownOf("/news/a/", `[x](${url("/nothing/")})`) }), [
    `${ALTERNATE}: ${url("/nothing/")} leads nowhere`,
  ]);
  assert.deepEqual(await violations({ [ALTERNATE]: markdownOf("/news/a/", "[x](/news/a/)") }), [
    `${ALTERNATE}: /news/a/ is no absolute address`,
  ]);
});

test("links of llms.txt that are broken or lead to no Markdown are found", async () => {
  assert.deepEqual(await violations({ "llms.txt": `${LLMS}\n[x](${url("/gone/index.md")})` }), [
    `llms.txt: ${url("/gone/index.md")} leads nowhere`,
  ]);
  assert.deepEqual(await violations({ "llms.txt": `${LLMS}\n[x](${url("/news/a/")})` }), [
    "llms.txt: /news/a/ is no Markdown alternate",
  ]);
  assert.deepEqual(await violations({}, ["llms.txt"]), ["llms.txt: there is no such file"]);
});

test("looking at nothing is a violation of the check", async () => {
  const { short } = await countsIn(markdownCheck, {});
  assert.deepEqual(short, ["only 0 Markdown alternates, expected 1", "only 0 links of llms.txt, expected 4"]);
});
