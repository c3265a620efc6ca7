import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { assessAnswer } from "./assess-answer.ts";

const STORY = "https://acme.example/news/2024/a-story";

const after = (url: string, asked = STORY) => assessAnswer(asked, { url, html: "<title>Acme</title>" });
const saying = (html: string, asked = STORY) => assessAnswer(asked, { url: asked, html }).result;

test("a redirect to the page's other address is fine", () => {
  for (const [asked, url] of [
    [STORY, `${STORY}/`],
    [STORY, STORY.replace("https://", "https://www.")],
    [STORY.replace("https", "http"), STORY],
    [STORY, "https://acme.example/blog/a-story"],
    [STORY, "https://other.example/news/a-story?utm_source=acme"],
    ["https://acme.example/docs/index.html", "https://acme.example/docs/"],
    ["https://acme.example/story/amp", "https://acme.example/story"],
    ["https://acme.example/questions/1234567/a-title", "https://acme.example/questions/1234567"],
    ["https://acme.example", "https://acme.example/en/"],
    ["https://acme.example/", "https://www.acme.example/home"],
    ["https://acme.example/", "https://portal.acme.example/"],
    [STORY, "https://acme.example/?p=123"],
    [STORY, "https://acme.example/#/a-story"],
    ["https://acme.example/login/", "https://acme.example/login"],
    ["https://acme.example/about-fhir", "https://acme.example/page/about-fhir"],
    ["https://acme.example/about-fhir", "https://acme.example/fhir/page"],
    ["https://acme.example/rules", "https://acme.example/federal/register/rules"],
    ["https://acme.example/rules", "https://acme.example/docs/auth/rules"],
    ["https://acme.example/auth/oauth2/docs", "https://acme.example/docs/auth/guide"],
  ] as const)
    assert.deepEqual(after(url, asked), { result: "alive" }, `${asked} to ${url}`);
});

test("a redirect to a home page, to an error page or to the page above is doubtful", () => {
  for (const [asked, url] of [
    [STORY, "https://acme.example/"],
    [STORY, "https://acme.example"],
    [STORY, "https://www.acme.example/index.html"],
    [STORY, "https://acme.example/en-US/home.aspx"],
    [STORY, "https://acme.example/de/"],
    [STORY, "https://acme.example/us/en/"],
    [STORY, "https://acme.example/?lang=de"],
    [STORY, "https://acme.example/?error=404"],
    [STORY, "https://acme.example/?utm_source=redirect"],
    [STORY, "https://other.example/"],
    ["https://acme.example/?p=123", "https://acme.example/"],
    ["https://acme.example/", "https://other.example/"],
    [STORY, "https://acme.example/404"],
    [STORY, "https://acme.example/errors/404.html"],
    [STORY, "https://acme.example/page-not-found"],
    [STORY, "https://acme.example/error"],
    [STORY, "https://acme.example/error-page.html"],
    [STORY, "https://acme.example/errorpage"],
    [STORY, "https://acme.example/error404"],
    [STORY, "https://acme.example/news/"],
    [STORY, "https://acme.example/news"],
  ] as const) {
    const { result, why } = after(url, asked);
    assert.equal(result, "doubtful", `${asked} to ${url}`);
    assert.match(why ?? "", /^redirects to /);
  }
});

test("a redirect to a form leaves it unclear", () => {
  for (const url of [
    "https://acme.example/login?next=/news/2024/a-story",
    "https://acme.example/users/sign_in",
    "https://acme.example/wp-login.php",
    "https://acme.example/login/index.php",
    "https://acme.example/account/register/",
    "https://accounts.other.example/",
    "https://login.acme.example/",
    "https://consent.other.example/v2/collectConsent?sessionId=3",
    "https://acme.example/privacy-gate",
    "https://acme.example/captcha/",
  ])
    assert.equal(after(url).result, "unclear", url);
});

test("a page that sends on by itself counts as a redirect", () => {
  const page = (content: string) => `<meta http-equiv="Refresh" content="${content}"><title>Acme</title>`;
  assert.equal(saying(page("0; url=/")), "doubtful");
  assert.equal(saying(page("0;URL='https://acme.example/'")), "doubtful");
  assert.equal(saying(page("3; url=/login")), "unclear");
  assert.equal(saying(page("0; url=/news/2024/a-story/")), "alive");
  assert.equal(saying(page("600; url=/")), "alive");
  assert.equal(saying(`<noscript>${page("0; url=/")}</noscript>`), "alive");
});

test("a page that says that there is none is doubtful, in its title, its headline or in a few words", () => {
  for (const words of [
    "404",
    "Not Found",
    "404 Not Found",
    "Error 404 (Not Found)!!1",
    "Page not found | Acme",
    "Acme - Page Not Found",
    "Acme: 404 error",
    "HTTP 404",
    "Oops! That page can’t be found.",
    "Sorry, the page you are looking for does not exist",
    "The page you requested could not be found.",
    "This article is no longer available",
    "We can't find the page you're looking for",
    "We couldn’t find that page",
    "Nothing found",
    "The requested URL was not found on this server.",
    "Content unavailable",
    "Sorry, this page isn't available.",
    "Article removed",
    "This post was deleted",
    "The page you requested has been removed",
    "This domain is for sale",
    "410 Gone",
    "Seite nicht gefunden – Acme",
    "Diese Seite existiert nicht",
    "Page introuvable",
    "La página no existe",
    "Página não encontrada",
    "Pagina non trovata",
    "Страница не найдена",
    "お探しのページが見つかりません",
    "页面不存在",
    "페이지를 찾을 수 없습니다",
    "الصفحة غير موجودة",
  ])
    for (const html of [
      `<title>${words}</title><p>${"Much. ".repeat(100)}`,
      `<title>Acme</title><h1>${words}</h1><p>${"Much. ".repeat(100)}`,
      `<title></title><body><h2><span>${words}</span></h2>`,
      `<p>${words}</p>`,
      words,
    ])
      assert.equal(saying(html), "doubtful", html.slice(0, 80));
});

test("a story about what is not found is a story", () => {
  for (const title of [
    "Records not found: what went wrong at Acme",
    "404 Media",
    "A story | 404 Media",
    "Evidence was not found, a study says",
    "The missing page: how patients lose records",
    "Acme API is no longer in beta",
    "Just a moment in the life of a nurse and her many patients",
    "Page",
    "Article on vaccine safety removed",
    "Website data on DEI deleted",
  ])
    assert.equal(saying(`<title>${title}</title><p>${"Much. ".repeat(100)}`), "alive", title);
  assert.equal(saying("<title>404 Not Found</title>", "https://acme.example/docs/status/404"), "alive");
  assert.equal(saying("<title>A story</title><svg><title>Not found</title></svg><script>'404'</script>"), "alive");
  assert.equal(saying(""), "alive");
});

test("a check for robots and an error of the server leave it unclear", () => {
  for (const title of [
    "Just a moment...",
    "Attention Required! | Cloudflare",
    "Access Denied",
    "Pardon Our Interruption",
    "Are you a robot?",
    "Acme | Security check",
    "503 Service Temporarily Unavailable",
    "Site under maintenance",
  ])
    assert.equal(saying(`<title>${title}</title>`), "unclear", title);
});

test("any page and any address have a result", () => {
  const text = fc.oneof(fc.string(), fc.webUrl(), fc.constantFrom("", "/", "about:blank", "mailto:a@b.example"));
  fc.assert(
    fc.property(text, text, text, (asked, url, html) => {
      assert.match(
        assessAnswer(asked, { url, html: `<title>${html}</title>${html}` }).result,
        /^(alive|doubtful|unclear)$/,
      );
    }),
  );
  for (const piece of [
    "page ",
    "404 ",
    "sorry ",
    "<h1>",
    "</title>",
    "we cannot find ",
    "<meta http-equiv=refresh content='0;'>",
    " | ",
  ]) {
    assessAnswer(STORY, { url: STORY, html: piece.repeat(60_000 / piece.length) });
    assessAnswer(STORY, { url: STORY, html: `<title>${piece.repeat(60_000 / piece.length)}` });
  }
});
