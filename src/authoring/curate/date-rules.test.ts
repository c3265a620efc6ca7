import assert from "node:assert/strict";
import { test } from "node:test";
import { load } from "cheerio";
import fc from "fast-check";
import { findPublished } from "./date-rules.ts";
import { toSourcePage } from "./source-page.ts";

const TODAY = "2026-11-22";
const DAY = "2025-03-05";

/** The head and the body of a page with a headline; `url` is its address. */
type Page = readonly [html: string, expected: string | undefined, url?: string];

const published = (html: string, url = "https://a.example/x") => {
  const headline = /<h[12]/.test(html) ? "" : "<h1>FHIR grows in spring</h1>";
  const page = `<title>FHIR grows in spring | Example</title>${headline}${html}`;
  return findPublished(toSourcePage(load(page), url, TODAY))?.value;
};

const jsonLd = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;
const meta = (name: string, content: string) => `<meta name="${name}" content="${content}">`;
const story = "<p>The standard grows, as many had hoped that it would, in all the parts of the country.</p>".repeat(3);

function check(pages: Readonly<Record<string, Page>>): void {
  const wrong = Object.entries(pages).flatMap(([name, [html, expected, url]]) => {
    const found = published(html, url);
    return found === expected ? [] : [`${name}: ${found} instead of ${expected}`];
  });
  assert.deepEqual(wrong, []);
}

test("metadata of publication, by whatever name", () => {
  check({
    "Open Graph": ['<meta property="article:published_time" content="2025-03-05T08:00:00+01:00">', DAY],
    "Open Graph, two properties in one": ['<meta property="og:type article:published_time" content="2025-03-05">', DAY],
    Parsely: [meta("parsely-pub-date", "2025-03-05T07:00:00Z"), DAY],
    Sailthru: [meta("sailthru.date", "Wed, 05 Mar 2025 08:00:00 +0100"), DAY],
    "Dublin Core": [meta("DC.date.issued", DAY), DAY],
    "Dublin Core with a colon": [meta("dcterms:issued", DAY), DAY],
    "Dublin Core, any date": [meta("dc:date", DAY), DAY],
    library: [meta("citation_publication_date", "2025/03/05"), DAY],
    "library, before the issue": [
      `${meta("citation_publication_date", "2025/06")}${meta("citation_online_date", "2025/03/05")}`,
      DAY,
    ],
    "underscores and capitals": [meta("Publish_Date", "March 5, 2025"), DAY],
    "a German date": [`<html lang="de">${meta("date", "05.03.2025")}`, DAY],
    RNews: ['<meta property="rnews:datePublished" content="2025-03-05">', DAY],
    "the last change": ['<meta property="article:modified_time" content="2025-03-05">', undefined],
    "the last change in Dublin Core": [meta("DC.date.modified", DAY), undefined],
    "the last change, other names": [`${meta("last-modified", DAY)}${meta("og:updated_time", DAY)}`, undefined],
    "a month, with the day below the headline": [
      `${meta("citation_publication_date", "2025/03")}<p class="date">March 5, 2025</p>`,
      DAY,
    ],
    "a month, with a day of another": [
      `${meta("citation_publication_date", "2025/03")}<p class="date">April 5, 2025</p>`,
      "2025-03",
    ],
    "any date, with another one below the headline": [
      `${meta("date", "2025-06-01")}<p class="byline">By Ada Park, March 5, 2025</p>`,
      DAY,
    ],
  });
});

test("structured data", () => {
  const article = (fields: object) => ({ "@type": "NewsArticle", headline: "FHIR grows in spring", ...fields });
  check({
    "an article": [jsonLd(article({ datePublished: "2025-03-05T08:00:00+01:00", dateModified: "2025-06-01" })), DAY],
    "a graph": [jsonLd({ "@graph": [{ "@type": "WebSite" }, article({ datePublished: DAY })] }), DAY],
    "seconds since 1970": [jsonLd(article({ datePublished: 1741158000 })), DAY],
    milliseconds: [jsonLd(article({ datePublished: 1741158000000 })), DAY],
    "milliseconds in words": [jsonLd(article({ datePublished: "/Date(1741158000000)/" })), DAY],
    "the day of making": [jsonLd(article({ dateCreated: DAY })), DAY],
    "the last change": [jsonLd(article({ dateModified: DAY })), undefined],
    "a page and no article": [jsonLd({ "@graph": [{ "@type": "WebPage", datePublished: DAY }, article({})] }), DAY],
    "stories of which one is at the address": [
      jsonLd(
        ["x", "y", "z"].map((name, index) => ({
          "@type": "BlogPosting",
          url: `https://a.example/${name}`,
          datePublished: `2025-03-0${index + 5}`,
        })),
      ),
      DAY,
    ],
    "microdata in a meta element": ['<article itemscope><meta itemprop="datePublished" content="2025-03-05">', DAY],
    "microdata in a span": ['<span itemprop="datePublished" content="2025-03-05T08:00">yesterday</span>', DAY],
    "RDFa as Drupal writes it": [
      '<span property="dc:date dc:created" content="2025-03-05T17:57:00+01:00">x</span>',
      DAY,
    ],
    "the state of an application": ['<script>window.s={"firstPublishedAt":1741158000000,"updatedAt":1}</script>', DAY],
    "the state of a list": [
      '<script>s=[{"publishedAt":"2025-03-05"},{"publishedAt":"2025-03-06"}]</script>',
      undefined,
    ],
    "UTC, where the site says which day it was there": [
      jsonLd(article({ datePublished: "2025-03-06T03:00:00Z" })),
      DAY,
      "https://a.example/2025/03/05/x",
    ],
    "UTC, and a day that no zone explains": [
      jsonLd(article({ datePublished: "2025-03-06T20:00:00Z" })),
      "2025-03-06",
      "https://a.example/2025/03/05/x",
    ],
  });
});

test("addresses", () => {
  check({
    "a day": ["", DAY, "https://a.example/2025/03/05/fhir"],
    "a month": ["", "2025-03", "https://a.example/2025/03/fhir"],
    "a month, with the day below the headline": [
      '<p class="date">March 5, 2025</p>',
      DAY,
      "https://a.example/2025/03/x",
    ],
    "a month, with the day in any line": ["<p>Ada Park | 5 March 2025</p>", DAY, "https://a.example/2025/03/x"],
    "the address that the page calls its own": ['<link rel="canonical" href="/2025/03/05/fhir">', DAY],
    "the name that an agency gives": [
      '<p class="date">March 5, 2025</p>',
      DAY,
      "https://a.example/x-dpa.urn-newsml-dpa-com-20090101-190305-99-254321",
    ],
    "the number of a story": ['<p class="date">March 5, 2025</p>', DAY, "https://a.example/artikel/20110512.html"],
    "the number of a story, and a line without a class": [
      "<p>March 5, 2025</p>",
      DAY,
      "https://a.example/artikel/20110512.html",
    ],
    "a longer number of a story": ['<p class="date">March 5, 2025</p>', DAY, "https://a.example/id_2011051234.html"],
    "the day of an event": ['<p class="date">March 5, 2025</p>', DAY, "https://a.example/termine/2024-04-11-konferenz"],
    "a number that alone tells": ["", DAY, "https://a.example/artikel/20250305.html"],
    "the fourth issue of a year": ["", undefined, "https://a.example/issues/2019-4/"],
    "an issue and the day of the story": ['<p class="date">March 5, 2025</p>', DAY, "https://a.example/issues/2025-4/"],
  });
});

test("lines below and above the headline, as templates write them", () => {
  check({
    "WordPress, twentysixteen": [
      '<article class="post hentry"><h1 class="entry-title">FHIR grows in spring</h1><div class="entry-content"><p>Text</p></div><footer class="entry-footer"><span class="posted-on"><a href="/x"><time class="entry-date published" datetime="2025-03-05T08:00:00+01:00">5. März 2025</time><time class="updated" datetime="2025-06-01">1. Juni</time></a></span></footer></article>',
      DAY,
    ],
    "WordPress, changed first": [
      '<time class="updated" datetime="2025-06-01">1 June</time><time class="entry-date published" datetime="2025-03-05">x</time>',
      DAY,
    ],
    "WordPress, both in one": ['<time class="entry-date published updated" datetime="2025-03-05">x</time>', DAY],
    "WordPress, the microformat": [
      '<article class="hentry"><time class="updated" datetime="2025-03-05T08:00">5 March</time></article>',
      DAY,
    ],
    "WordPress, kubrick": ["<h2>FHIR grows in spring</h2><small>March 5th, 2025</small><p>Text</p>", DAY],
    "WordPress, the foot of a story": [
      `${story}<p class="postmetadata">This entry was posted on Wednesday, March 5th, 2025 at 5:57 pm and is filed under News.</p>`,
      DAY,
    ],
    "a day in boxes": [
      '<div class="post-date"><span class="day">05</span><span class="month">März</span><span class="year">2025</span></div>',
      DAY,
    ],
    "a day in blocks": ['<div class="date"><div>Mar</div><div>5</div><div>2025</div></div>', DAY],
    "Blogger, above": [
      '<h2 class="date-header"><span>Wednesday, March 5, 2025</span></h2><h3 class="post-title">FHIR grows in spring</h3>',
      DAY,
    ],
    "Blogger, below": [
      `<div class="post hentry"><h3 class="post-title">FHIR grows in spring</h3>${story}<div class="post-footer">Posted by Ada at <a class="timestamp-link"><abbr class="published" title="2025-03-05T17:57:00+01:00">5:57 PM</abbr></a></div></div>`,
      DAY,
    ],
    "Drupal 7": ['<div class="submitted">Submitted by admin on Wed, 03/05/2025 - 17:57</div>', DAY],
    "Drupal, beside a full time": ['<p>Wed, 03/05/2025 - 17:57</p><time datetime="2025-03-05T17:57:00Z">x</time>', DAY],
    "Drupal, months first without a weekday": [
      '<html lang="en-US"><div class="submitted">By ada on 03/05/2025 - 17:57</div>',
      DAY,
    ],
    "Joomla in German": [
      '<html lang="de-de"><dd class="create">Erstellt: 05. März 2025</dd><dd class="modified">Zuletzt aktualisiert: 01. Juni 2025</dd>',
      DAY,
    ],
    TYPO3: ['<html lang="de"><span class="news-list-date">05.03.2025</span>', DAY],
    HubSpot: ['<p class="blog-post__meta">By Ada Park on Mar 5, 2025 8:00:00 AM</p>', DAY],
    Medium: ["<div><a>Ada Park</a><span>5 min read</span><span>·</span><span>Mar 5, 2025</span></div>", DAY],
    Ghost: [
      '<section class="post-full-meta"><time class="post-full-meta-date" datetime="2025-03-05">5 March 2025</time></section>',
      DAY,
    ],
    Substack: ['<div class="pencraft">Mar 05, 2025</div>', DAY],
    Docusaurus: [
      '<header><h1>FHIR grows in spring</h1><time datetime="2025-03-05T00:00:00.000Z">March 5, 2025</time></header>',
      DAY,
    ],
    Sphinx: [
      '<div class="body"><h1>FHIR grows in spring¶</h1><dl class="field-list"><dt>Date</dt><dd>March 5, 2025</dd></dl></div>',
      DAY,
    ],
    Jekyll: ['<p class="post-meta">Mar 5, 2025 • Ada Park</p>', DAY],
    Elementor: [
      '<div class="elementor-widget elementor-widget-post-info"><span class="elementor-post-info__item--type-date">5. März 2025</span></div>',
      DAY,
    ],
    "a press release": [
      "<p>BERLIN, March 5, 2025 /PRNewswire/ -- The standard grows, as many had hoped that it would, in all the parts of the country and of the world.</p>",
      DAY,
    ],
    "a byline without a class": ["<p>By Ada Park | 5 March 2025 | News</p>", DAY],
    "a data attribute": ['<span class="timestamp" data-timestamp="1741158000">3 hours ago</span>', DAY],
    "an element that counts": ['<relative-time datetime="2025-03-05T08:00:00Z">last week</relative-time>', DAY],
    "English text on a page that calls itself German": ['<html lang="de"><p class="date">March 5, 2025</p>', DAY],
    "German text on a page that calls itself English": ['<html lang="en-US"><p class="date">5. März 2025</p>', DAY],
    "a German day of numbers": ['<html lang="de"><p class="date">05.03.2025</p>', DAY],
    "a short year": ['<html lang="de"><p class="datum">05.03.25</p>', DAY],
    "an American short year": ['<html lang="en-US"><time class="date-mdy">03.15.25</time>', "2025-03-15"],
    "a British day of numbers": ['<html lang="en-GB"><p class="date">05/03/2025</p>', DAY],
    "a British host": ['<html lang="en"><p class="date">05/03/2025</p>', DAY, "https://a.co.uk/x"],
    "numbers that can be two days": ['<html lang="en"><p class="date">05/03/2025</p>', "2025"],
    "a label in the line above": ["<div>Published</div><div>5 March 2025</div>", DAY],
    "a list of terms": ["<dl><dt>Updated</dt><dd>1 June 2025</dd><dt>Posted</dt><dd>5 March 2025</dd></dl>", DAY],
    "both in one line": ['<p class="meta">Published March 5, 2025. Updated June 1, 2025</p>', DAY],
    "both, changed first": ['<p class="meta">Updated June 1, 2025 | Published March 5, 2025</p>', DAY],
    "the change in brackets": ['<p class="date">March 5, 2025 (updated June 1, 2025)</p>', DAY],
    "the first of two, in Finnish": [
      '<html lang="fi"><p class="date">Julkaistu 5.3.2025 | Päivitetty 1.6.2025</p>',
      DAY,
    ],
  });
});

test("more lines of German, French and other pages", () => {
  check({
    "a label in an element": [
      '<html lang="de"><span class="sep">Veröffentlicht am </span><a title="17:57"><time class="entry-date" datetime="2025-03-05T17:57" pubdate>5. März 2025</time></a>',
      DAY,
    ],
    "how WordPress shortens": ['<html lang="de"><div class="postdate">Mrz 5th, 2025</div>', DAY],
    "a class with an underscore": [
      '<html lang="de"><h3 class="serendipity_date">Mittwoch, 5. März 2025</h3><h1>FHIR grows in spring</h1>',
      DAY,
    ],
    "a table": [
      '<html lang="de"><table><tr><th>Autor</th><td>Ada</td></tr><tr><th>Datum</th><td>05.03.2025</td></tr></table>',
      DAY,
    ],
    "the number of a release": ['<html lang="de"><p>Pressemitteilung Nr. 12 vom 05.03.2025</p>', DAY],
    "a place before": [`<html lang="de"><p>Berlin, 05. März 2025</p>${story}`, DAY],
    "a place, at the end": [`<html lang="de">${story}<p>Berlin, den 5. März 2025</p>`, DAY],
    "Drupal in German": [
      '<html lang="de"><span class="submitted">Gespeichert von Ada am/um Mi, 05.03.2025 - 17:57</span>',
      DAY,
    ],
    "both, in a list of terms": [
      '<html lang="de"><dl><dt>Erstellt:</dt><dd>05.03.2025</dd><dt>Letzte Änderung:</dt><dd>06.03.2026</dd></dl>',
      DAY,
    ],
    "a category that could be a label": ['<html lang="de"><span>Kommentar</span><p class="date">05.03.2025</p>', DAY],
    "a number of comments": ['<p class="meta">3 Comments | March 5, 2025</p>', DAY],
    "a name with a word of time": ['<div class="metabar">Ada Park, USA TODAY 8:42 a.m. EST March 5, 2025</div>', DAY],
    "news that is the latest": ['<html lang="es"><p class="date">Última hora | 5 marzo 2025</p>', DAY],
    "the same in Dutch": ['<html lang="nl"><p class="date">Laatste nieuws | 5 maart 2025</p>', DAY],
    "French, both": ['<html lang="fr"><p>Publié le 05/03/2025 à 17h57 - Mis à jour le 06/03/2025 à 09h00</p>', DAY],
    "Korean, both": ['<html lang="ko"><p>입력 2025.03.05 17:57 | 수정 2025.03.06 10:00</p>', DAY],
    "Japanese, in wide digits": ['<html lang="ja"><p class="date">２０２５年３月５日</p>', DAY],
    "Arabic digits alone": ['<html lang="ar"><p class="date">٥ مارس ٢٠٢٥</p>', DAY],
    "Japanese, with a weekday": ['<html lang="ja"><p>2025年3月5日(水) 17時57分</p>', DAY],
    "Chinese, with a source": ['<html lang="zh"><div class="info">2025-03-05 17:57 来源：新华网</div>', DAY],
    Hebrew: ['<html lang="he"><p class="date">5 במרץ 2025</p>', DAY],
    "Arabic, with both names of the month": ['<html lang="ar"><p class="date">الأربعاء، 05 آذار/مارس 2025</p>', DAY],
    "a month in words between slashes": ['<p class="date">05/Mar/2025</p>', DAY],
    "the order that a comment gives away": [
      '<html lang="en"><p class="date">03/05/2025</p><div class="comments"><p>12/25/2025</p></div>',
      DAY,
    ],
    "a date in a bar above": [
      '<div class="topbar"><p class="date">Monday, June 1, 2026</p></div><h1>FHIR grows in spring</h1><p class="meta">Ada | March 5, 2025</p>',
      DAY,
    ],
    "a caption": [
      '<figure><figcaption>Photo: dpa, 1 January 2024</figcaption></figure><p class="meta">By Ada, 5 March 2025</p>',
      DAY,
    ],
    "a reviewer above": [
      `<p>Reviewed by Ben Ode, MD</p><p>March 5, 2025 -- Allergies have been on the rise in the past decade, with more than one in fifty children.</p>`,
      DAY,
    ],
    "the site of a government": ["<p>Published 5 March 2025</p><p>Last updated 1 June 2026 — see all updates</p>", DAY],
    "a release": ["<p>FOR IMMEDIATE RELEASE</p><p>March 5, 2025</p>", DAY],
    "microdata in an aside of the story": [
      `<article><h1>FHIR grows in spring</h1>${story}<aside>Ada Park — <time datetime="2025-03-05" itemprop="datePublished">x</time></aside></article>`,
      DAY,
    ],
    "a slug that begins with a number": [
      '<p class="date">April 3, 2025</p>',
      "2025-04-03",
      "https://a.example/2025/10-tips",
    ],
    "a day in boxes without its year": [
      '<div class="date"><span>05</span><span>Mar</span></div>',
      "2025-03",
      "https://a.example/2025/03/x",
    ],
    "a list of other stories": [
      `${story}<h2>More</h2><ul><li><span class="date">January 1, 2024</span> One</li><li><span class="date">January 2, 2024</span> Two</li></ul>`,
      undefined,
    ],
    "the heading of another story": [
      `${story}<div class="teaser"><h3><a href="/y">Another</a></h3><p class="date">January 1, 2024</p></div>`,
      undefined,
    ],
    "a message that is quoted": [
      `${story}<blockquote class="twitter-tweet">— Ada (@ada) <a>January 1, 2024</a></blockquote>`,
      undefined,
    ],
    "the time of an event": ["<p>5 March 2025 – 7 March 2025</p>", undefined],
    "the days of an event": ["<p>March 3-5, 2025</p>", undefined],
    "the days of an event over the end of a month": ["<p>March 30 – April 2, 2025</p>", undefined],
    "the same, the day first": ["<p class=date>30 March to 2 April 2025</p>", undefined],
    "the days of an event in German": ['<html lang="de"><p class="date">3.–5. März 2025</p>', undefined],
    "the same in numbers": ['<html lang="de"><p class="date">03.03. - 05.03.2025</p>', undefined],
    "the same in French": ['<html lang="fr"><p>Du 3 au 5 mars 2025</p>', undefined],
    "the same in Spanish": ['<html lang="es"><p class="fecha">Del 3 al 5 de marzo de 2025</p>', undefined],
    "a time before a day": ['<html lang="de"><p>17:57 - 5. März 2025</p>', DAY],
    "the number of a release before a day": ['<html lang="de"><p>Pressemitteilung Nr. 2 – 5. März 2025</p>', DAY],
    "the number of an issue before a day": ["<p>Issue 3 - 5 March 2025</p>", DAY],
    "a version before a day": ["<p>FHIR R4 - 5 March 2025</p>", DAY],
    "a number that is a part of a name": ["<p>COVID-19 – 25 March 2025</p>", "2025-03-25"],
    "a headline with a word of deadlines": ["<p class=byline>Acme closes deal - March 5, 2025</p>", DAY],
    "minutes before a day": ["<p>5 min - March 5, 2025</p>", DAY],
    "a label of an event": ["<p>Webinar date: March 5, 2025</p>", undefined],
    "a label of an event, with its time": ["<p>Date and time: March 5, 2025 2 pm</p>", undefined],
    "a label of an event in the line above": ["<dl><dt>When</dt><dd>March 5, 2025</dd></dl>", undefined],
    "a label of an event in German": ['<html lang="de"><p>Termin: 5. März 2025, 19 Uhr</p>', undefined],
    "an invitation": ["<p>Join us on March 5, 2025</p>", undefined],
    "a duty": ["<p>Compliance date: January 1, 2025</p>", undefined],
    "the next review": ["<p>Next review date: March 5, 2025</p>", undefined],
    "a member of a forum": ["<dl><dt>Join Date</dt><dd>Jan 1, 2007</dd></dl>", undefined],
    "a birth": ["<p>Date of birth: January 1, 1995</p>", undefined],
    "the end of guidance": [
      '<p>This guidance was withdrawn on <time datetime="2025-06-01">1 June 2025</time></p>',
      undefined,
    ],
    "a law": ['<html lang="de"><p>Gesetz vom 1. Januar 2024</p>', undefined],
    references: [`${story}<h3>References</h3><p>1. Doe J. A story. Published March 5, 2020.</p>`, undefined],
    "one day in an attribute, and in numbers that can be two": [
      '<html lang="en"><ul class="metadata"><li>Article</li><li><local-time datetime="2025-03-05T08:00:00Z">03/05/2025</local-time></li></ul>',
      DAY,
    ],
    "elements of one line without spaces": [
      '<div class="meta"><span>Press release</span><span>Mar 5, 2025</span><span>Brussels</span></div>',
      DAY,
    ],
    "when a manuscript came in": ["<p>Received: 1 January 2024; Accepted: 1 March 2025</p>", undefined],
    "until when one can apply": ["<p>Apply by March 5, 2025</p>", undefined],
    "a deadline in the line above": ["<p>Application deadline</p><p>March 5, 2025</p>", undefined],
    "the day of the visit, of a page that was saved before": [
      '<div class="current-date">Friday, November 20, 2026</div><h1>FHIR grows in spring</h1>',
      undefined,
    ],
    "when it comes into force": ["<p>Effective Date: March 5, 2025</p>", undefined],
    "a wiki": ["<p>This page was last edited on 5 March 2025, at 17:57.</p>", undefined],
    "a wiki in German": [
      '<html lang="de"><p>Diese Seite wurde zuletzt am 5. März 2025 um 17:57 Uhr geändert.</p>',
      undefined,
    ],
    "Sphinx at the foot": [
      `${story}<div class="footer">© Copyright 2025, Ada. Last updated on Mar 05, 2025.</div>`,
      undefined,
    ],
    "Docusaurus at the foot": [
      '<span class="theme-last-updated">Last updated on <b><time datetime="2025-03-05">Mar 5, 2025</time></b></span>',
      undefined,
    ],
    "a member in German": ['<html lang="de"><p class="meta">Mitglied seit 05.03.2025</p>', undefined],
  });
});

test("bylines and labels without markup", () => {
  const lines = {
    en: [
      "On March 5, 2025 by Jane Doe in News",
      "by Jane Doe on March 5, 2025 in News",
      "On Wednesday, March 5, 2025 by Jane Doe",
      "3/5/2025 8:00 AM",
      "3/5/25 8:00 AM",
    ],
    de: [
      "von admin am 5. März 2025 in Allgemein",
      "Am 5. März 2025 von Jan",
      "Verfasst von Jan am 5. März 2025",
      "geschrieben von Jan Müller am Mittwoch, den 05. März 2025 um 10:00 Uhr",
      "Dieser Artikel wurde am 05.03.2025 veröffentlicht.",
      "Dieser Beitrag wurde am 5. März 2025 um 10:00 Uhr veröffentlicht.",
      "Datum:05.03.25",
      "Datum:2025-03-05",
      `[05.03.2025] ${story.slice(3, 80)}`,
      `<strong>05.03.2025</strong> ${story.slice(3, 80)}`,
    ],
    fr: ["Par Jean le 5 mars 2025 dans Infos", "Le 5 mars 2025 par Jean"],
    nl: ["door Jan op 5 maart 2025 in Nieuws", "Op 5 maart 2025 door Jan"],
    it: ["di Gino il 5 marzo 2025 in Notizie"],
    es: ["Por Juan el 5 de marzo de 2025 en Noticias"],
    pt: ["Por João em 5 de março de 2025"],
    zh: ["发布时间:2025-03-05 10:00"],
  };
  for (const [language, texts] of Object.entries(lines)) {
    for (const text of texts) {
      assert.equal(published(`<html lang="${language}"><p>${text}</p>${story}`), DAY, text);
    }
  }
  const label = "<p>Dieser Artikel wurde am 05.03.2025 veröffentlicht.</p>";
  check({
    "a label behind, at the end": [`<html lang="de">${story.repeat(9)}${label}`, DAY],
    "a label behind, in the foot of the story": [
      `<html lang="de"><article><h1>FHIR grows in spring</h1>${story.repeat(9)}<footer>${label}</footer></article>`,
      DAY,
    ],
    "an event": ['<html lang="de"><p>Veranstaltung am 5. März 2025 in Berlin</p>', undefined],
    "a sentence in German": ['<html lang="de"><p>Am 5. März 2025 hat der Bundestag getagt</p>', undefined],
    "a sentence in English": ["<p>On March 5, 2025 the agency said so</p>", undefined],
  });
});

test("lines whose classes sound like what stands beside a story", () => {
  const day = "5. März 2025";
  const block = (html: string) =>
    `<html lang="de"><div id="content"><h1>FHIR grows in spring</h1>${html}${story}</div><p>Mehr</p>`;
  const blockEnd = (html: string) =>
    `<html lang="de"><div id="content"><h1>FHIR grows in spring</h1>${story}${html}</div><p>Mehr</p>`;
  check({
    "an icon": [`<span class="icon-calendar">${day}</span>${story}`, DAY],
    "an icon in a list": [`<ul><li class="fa fa-calendar">${day}</li></ul>${story}`, DAY],
    "a date and comments": [`<div class="date-comments">${day}</div>${story}`, DAY],
    "a number of comments": [`<div class="comments">${day} - 3 Kommentare</div>${story}`, DAY],
    "links to share": [`<div class="date-and-social">${day} <a>Teilen</a></div>${story}`, DAY],
    "a line with links to share": [`<div class="article-meta-share">${day}</div>${story}`, DAY],
    "the head of a story": [block(`<div class="header"><span class="date">${day}</span></div>`), DAY],
    "the foot of a story": [blockEnd(`<div class="footer">Geschrieben am ${day}</div>`), DAY],
    "the foot of a page": [`${block("")}<div class="footer">Geschrieben am ${day}</div>`, undefined],
    "the foot of a page, inside": [blockEnd(`<div id="footer"><span class="date">${day}</span></div>`), undefined],
    "a short comment": [`${story}<div class="comments"><p>Jan, ${day}</p><p>Danke!</p></div>`, undefined],
    "a list of comments": [
      `${story}<ol class="comments"><li><span class="date">${day}</span> Danke!</li></ol>`,
      undefined,
    ],
    "events to come": [`${story}<div class="calendar"><h3>Termine</h3><p class="date">${day}</p></div>`, undefined],
  });
});

test("metadata of another thing", () => {
  const own = `<time datetime="2025-03-05">5 March</time>${story}`;
  const item = (type: string, fields: string) => `<div itemscope itemtype="https://schema.org/${type}">${fields}</div>`;
  const day = '<meta itemprop="datePublished" content="2024-04-01"><meta itemprop="uploadDate" content="2024-04-01">';
  const video = { "@type": "VideoObject", name: "Another video", uploadDate: "2018-01-01" };
  const home = { "@type": "WebPage", url: "https://a.example/", datePublished: "2012-01-01" };
  check({
    "a comment": [`${own}<div class="comments">${item("UserComments", day)}</div>`, DAY],
    "a comment without a class": [own + item("Comment", day), DAY],
    "a story beside": [`${own}<div class="related">${item("BlogPosting", day)}</div>`, DAY],
    "a video in the story": [own + item("VideoObject", day), DAY],
    "a video, in a script": [own + jsonLd(video), DAY],
    "a video, before the story": [jsonLd([video, { "@type": "NewsArticle", datePublished: DAY }]), DAY],
    "a video that is the story": [jsonLd({ ...video, name: "FHIR grows in spring" }), "2018-01-01"],
    "a review": [own + jsonLd({ "@type": "Review", name: "Good", datePublished: "2018-01-01" }), DAY],
    "the home page": [own + jsonLd(home), DAY],
    "the home page, by its identifier": [own + jsonLd({ ...home, url: undefined, "@id": home.url }), DAY],
    "the page itself": [own + jsonLd({ ...home, url: "https://a.example/x/" }), "2012-01-01"],
    "a page without an address": [own + jsonLd({ ...home, url: undefined }), "2012-01-01"],
    "an item around the headline": [item("VideoObject", `<h1>FHIR grows in spring</h1>${day}`), "2024-04-01"],
  });
});

test("days in sentences, of visits, of events and of pictures", () => {
  const later = '<p class="date">March 5, 2025</p>';
  const visit = "Sonntag, 22. November 2026";
  check({
    "a sentence with a word of publication": [`<p>CMS released the final rule on March 1, 2025.</p>${later}`, DAY],
    "a sentence in German": [
      `<html lang="de"><p>Das Amt veröffentlichte am 1. März 2025 Zahlen.</p><p class="date">5. März 2025</p>`,
      DAY,
    ],
    "a sentence alone": ["<p>CMS released the final rule on March 5, 2025.</p>", DAY],
    "a label in a sentence": [
      `<p>This article was first published on March 5, 2025.</p>${later.replace("5", "9")}`,
      DAY,
    ],
    "a label behind a name": [`<p>Ada Park | Published: March 5, 2025</p>${later.replace("5", "9")}`, DAY],
    "the visit, marked": [
      `<html lang="de"><div class="datum">${visit}</div><h1>FHIR grows in spring</h1><p>05.03.2025</p>`,
      DAY,
    ],
    "the visit": [`<html lang="de"><div>${visit}</div><h1>FHIR grows in spring</h1>${story}`, undefined],
    "a headline with a word of deadlines": [`<h1>CMS extends the comment deadline</h1>${later}`, DAY],
    "a headline with such a word, and a time": [
      "<h1>CMS extends the comment deadline</h1><time datetime=2025-03-05>5 March</time>",
      DAY,
    ],
    "a headline that ends": [`<h1>The day the emergency ends</h1>${later}`, DAY],
    "a headline of a rule": [`<h1>Interoperability rule is now effective</h1>${later}`, DAY],
    "a headline of a question": [`<h1>We know when</h1>${later}`, DAY],
    "a headline that is a word alone": [`<h1>Withdrawn</h1>${later}`, DAY],
    "a line above that ends as a headline does": [`<p>CMS extends the comment deadline</p>${later}`, DAY],
    "a subject above the day": [`<p class=kicker>Membership</p>${later}`, DAY],
    "an invitation before a bar": ["<p>Join us on LinkedIn | <time>March 5, 2025</time></p>", DAY],
    "a hearing before a bar": ["<p>Hearing on AI | March 5, 2025</p>", DAY],
    "a subject before a bar": ["<p>Withdrawn products | March 5, 2025</p>", DAY],
    "a subject before a dot": ["<p>Withdrawn products · March 5, 2025</p>", DAY],
    "a label before a bar": ["<p>Webinar date | March 5, 2025</p>", undefined],
    "the number of an issue": ["<p>Issue 12–25 March 2025</p>", "2025-03-25"],
    "the number of a release": ["<p>No. 12–25 March 2025</p>", "2025-03-25"],
    "the number of a volume and of an issue": ["<p>Volume 12, Issue 3—25 March 2025</p>", "2025-03-25"],
    "a name that is a month": ["<p>By Ada May 12 – March 25, 2025</p>", "2025-03-25"],
    "a story of today": [`<html lang="de"><p class="date">${visit}</p>${story}`, TODAY],
    "the start of an event": [`<time itemprop="startDate" datetime="2025-03-05">5 March</time>${story}`, undefined],
    "the day of an event": [`<p class="event-date">March 5, 2025</p>${story}`, undefined],
    "a deadline in a class": [`<p class="deadline_date">March 5, 2025</p>${story}`, undefined],
    "a caption": ['<html lang="de"><figure><figcaption>Berlin, 1. Februar 2018.</figcaption></figure>', undefined],
  });
});

test("other stories and comments behind a short story", () => {
  const short = "<h1>FHIR grows in spring</h1><p>The standard grows.</p>";
  const utc = (time: string) => `<meta property="article:published_time" content="2025-03-05T${time}Z">`;
  const later = (html: string) => `<html lang="de">${short}${html}`;
  const row = '<div class="row"><span class="date">01.02.2020</span><h3>Etwas anderes</h3></div>';
  const own = '<p class="date">5. März 2025</p>';
  const comment = "<ol><li><cite>Jan</cite> 6. März 2025 um 10:00</li></ol>";
  check({
    "other news": [later(`<h2>Weitere Meldungen</h2>${row}`), undefined],
    "other news, behind text": [`<html lang="de">${story}<p>Mehr zum Thema</p>${row}`, undefined],
    "one story to read": [
      later('<h3>Lesen Sie auch</h3><ul><li><span class="date">01.02.2020</span> Etwas</li></ul>'),
      undefined,
    ],
    "one story to read in English": [`${short}<h3>You may also like</h3><p>February 1, 2020</p>`, undefined],
    "stories to read next": [
      `${short}<h2>Keep reading</h2><div><time datetime="2024-01-01">x</time><h4>Another</h4></div>`,
      undefined,
    ],
    "works, and the story's day": [
      `${short}<h2>References</h2><ol><li>Doe J. Published March 1, 2020.</li></ol><p>Published: March 5, 2025</p>`,
      DAY,
    ],
    "works, and the day in the foot of the story": [
      `<article>${short}<h3>Sources</h3><p>Doe J.</p><footer><time datetime=2025-03-05>5 March</time></footer></article>`,
      DAY,
    ],
    "works with a day each": [
      `${short}<h2>References</h2><p>1. Doe J. <time datetime=2020-03-05>5 March 2020</time></p>`,
      undefined,
    ],
    "pages to see, and the story's day": [
      `${story}<p>See also:</p><ul><li><a href=/y>Another</a></li></ul><p>Published: March 5, 2025</p>`,
      DAY,
    ],
    "pages to read, and the story's day": [
      `${short}<h2>Keep reading</h2><a href=/y>Another</a><p>Published: March 5, 2025</p>`,
      DAY,
    ],
    "stories to read, with the day of each": [
      `${short}<h2>Keep reading</h2><h4>Another</h4><p>Published: March 5, 2025</p>`,
      undefined,
    ],
    "more on a story": [`${short}<h3>More on this story</h3><p class="date">January 1, 2024</p>`, undefined],
    "events to come": [`${short}<h3>Upcoming events</h3><p class="date">January 1, 2024</p>`, undefined],
    "a link around another story": [
      `${own}<a href="/y"><div class="date">1. Januar 2024</div><h3>Another</h3></a>`,
      DAY,
    ],
    "a link around another story alone": [
      `${short}<a href="/y"><div class="date">January 1, 2024</div><h3>Another</h3></a>`,
      undefined,
    ],
    "a discussion": [`${short}<div class="discussion"><p>Bob on June 1, 2025</p></div>`, undefined],
    "a comment": [later(`<h3>1 Kommentar</h3>${comment}`), undefined],
    "comments in brackets": [later(`<h3>Kommentare (1)</h3>${comment}`), undefined],
    "a comment in English": [`${short}<h3>2 Comments</h3><p>Jan, March 6, 2025</p>`, undefined],
    "thoughts of WordPress": [`${short}<h2>One</h2><h2>1 thought on “FHIR”</h2><p>March 6, 2025</p>`, undefined],
    "the story's own day before": [later(`${own}<h2>Weitere Meldungen</h2>${row}`), DAY],
    "a count of comments above the day": [`<html lang="de"><p>3 Kommentare</p>${own}${story}`, DAY],
    "UTC, and another story below": [
      `${utc("12:00:00")}${short}<span class=date>March 6, 2025</span> <a>Another</a>`,
      DAY,
    ],
    "UTC, and another story far below": [
      `${utc("23:00:00")}${story.repeat(2)}<span class=date>March 6, 2025</span> <a>Another</a>`,
      DAY,
    ],
    "UTC, and the day of those in the east": [`${utc("23:00:00")}<p class="date">March 6, 2025</p>`, "2025-03-06"],
  });
});

test("what is not the story's", () => {
  const own = '<p class="date">March 5, 2025</p>';
  const others = {
    aside: '<aside><p class="date">2024-01-01</p></aside>',
    "related stories": '<div class="related-posts"><time datetime="2024-01-01">x</time></div>',
    cards:
      '<article class="card"><h3><a href="/y">Another story</a></h3><time datetime="2024-01-01">x</time></article>',
    "a comment": '<ol class="commentlist"><li class="comment"><time datetime="2024-01-01">x</time></li></ol>',
    "a comment in microdata":
      '<div itemscope itemtype="https://schema.org/Comment"><time datetime="2024-01-01">x</time></div>',
    "a member": '<div class="meta">Ada Park. Joined March 2007</div>',
    "the author": '<div class="author-bio">Editor since <time datetime="2007-03-01">March 2007</time></div>',
    sidebar: '<div id="sidebar"><span class="date">January 1, 2024</span></div>',
    footer: '<footer><p class="date">© January 1, 2024</p></footer>',
    navigation: '<nav><time datetime="2024-01-01">x</time></nav>',
    "a deadline": "<p>Deadline: January 1, 2024</p>",
    "a sentence":
      "<p>The conference of January 1, 2024 in Berlin was the first one at which all of the vendors of the country had a stand.</p>",
  };
  for (const [name, other] of Object.entries(others)) {
    assert.equal(published(`${own}${story}${other}`), DAY, `${name} below`);
    assert.equal(published(`${other}<h1>FHIR grows in spring</h1>${own}${story}`), DAY, `${name} above`);
    assert.equal(published(`${story}${other}`), undefined, `${name} alone`);
  }
  check({
    "the day of the visit": [`<header>Monday, June 1, 2026</header><h1>FHIR grows in spring</h1>${own}`, DAY],
    "comments that are marked by a label": [`${own}<p>Ben said on June 1, 2025:</p>`, DAY],
    "days that disagree, far from the headline": [
      `${story.repeat(9)}<p>5 March 2025</p><p>6 March 2025</p>`,
      undefined,
    ],
  });
});

test("the last change is no publication, in any language", () => {
  const lines = {
    en: [
      "Page Last Modified: 5 March 2025",
      "Last updated on March 5, 2025",
      "Last reviewed: 5 March 2025",
      "5 March 2025 (updated)",
      "Content current as of: 5 March 2025",
      "As of March 5, 2025",
      "Last checked: 5 March 2025",
      "Last verified on March 5, 2025",
      "Last refreshed: March 5, 2025",
    ],
    de: [
      "Aktualisiert am 05.03.2025",
      "Zuletzt geändert: 5. März 2025",
      "Stand: 05.03.2025",
      "Letzte Änderung 5.3.2025",
      "Letzte Bearbeitung: 5. März 2025",
      "Stand der Informationen: 5. März 2025",
    ],
    fr: ["Mis à jour le 5 mars 2025", "Dernière modification : 05/03/2025"],
    es: ["Actualizado el 5 de marzo de 2025", "Última actualización: 05/03/2025"],
    it: ["Aggiornato il 5 marzo 2025", "Ultimo aggiornamento: 05/03/2025"],
    pt: ["Atualizado em 5 de março de 2025", "Última modificação: 05/03/2025"],
    nl: ["Laatst bijgewerkt op 5 maart 2025", "Gewijzigd: 05-03-2025"],
    sv: ["Senast uppdaterad 5 mars 2025", "Senast granskad: 5 mars 2025"],
    da: ["Sidst opdateret 5. marts 2025", "Sidst revideret: 5. marts 2025"],
    nb: ["Sist oppdatert 5. mars 2025"],
    fi: ["Päivitetty 5.3.2025"],
    pl: ["Zaktualizowano 5 marca 2025", "Ostatnia aktualizacja: 05.03.2025"],
    cs: ["Aktualizováno 5. března 2025"],
    ru: ["Обновлено 5 марта 2025"],
    uk: ["Оновлено 5 березня 2025"],
    tr: ["Son güncelleme: 5 Mart 2025"],
    hu: ["Frissítve: 2025. március 5."],
    ro: ["Actualizat la 5 martie 2025"],
    el: ["Τελευταία ενημέρωση: 5 Μαρτίου 2025"],
    ja: ["更新日：2025年3月5日", "2025年3月5日更新"],
    zh: ["最后更新：2025年3月5日"],
    ko: ["수정 2025.03.05"],
    ca: ["Actualitzat el 5 de març del 2025"],
    et: ["Viimati uuendatud 5. märts 2025"],
    he: ["עודכן: 5 במרץ 2025"],
    hi: ["अपडेटेड 5 मार्च 2025"],
    id: ["Diperbarui 5 Maret 2025"],
    vi: ["Cập nhật: 05/03/2025"],
  };
  for (const [language, texts] of Object.entries(lines)) {
    for (const text of texts) {
      for (const tag of ["p", "p class=date", "time datetime=2025-03-05"]) {
        const html = `<html lang="${language}"><h1>FHIR grows in spring</h1><${tag}>${text}</${tag.split(" ")[0]}>`;
        if (tag.startsWith("time")) continue;
        assert.equal(published(html), undefined, `<${tag}> ${text}`);
      }
    }
  }
  check({
    "a label and a time": ['<p>Page Last Modified: <time datetime="2025-09-10">10 September</time></p>', undefined],
    "a label in a time": ['<time datetime="2025-09-10">Updated September 10</time>', undefined],
    "a label in an element beside": [
      '<span>Last updated</span> <time datetime="2025-09-10">10 September</time>',
      undefined,
    ],
    "a label in the line above": ['<div>Last updated</div><div><time datetime="2025-09-10">x</time></div>', undefined],
    "a class": ['<p class="last-update">2025-09-10</p>', undefined],
    "another class": ['<div class="date-modified"><time datetime="2025-09-10">x</time></div>', undefined],
    "a class in camel case": ['<span class="lastUpdated">September 10, 2025</span>', undefined],
    "a class of modules": ['<span class="article__updated-date">September 10, 2025</span>', undefined],
    microdata: ['<time itemprop="dateModified" datetime="2025-09-10">x</time>', undefined],
    "a class without a hyphen": ['<span class="lastmod">September 10, 2025</span>', undefined],
    "a class of a module": ['<span class="mod_date">March 5, 2025</span>', DAY],
    "a label in the line above, as the FDA has it": [
      '<h2>Content current as of:</h2><p><time datetime="2025-09-10">09/10/2025</time></p>',
      undefined,
    ],
    "only `updated`": ['<span class="updated">September 10, 2025</span>', undefined],
  });
});

test("months in the language of the page", () => {
  const days = {
    cs: "5. března 2025",
    da: "5. marts 2025",
    de: "5. März 2025",
    el: "5 Μαρτίου 2025",
    es: "5 de marzo del 2025",
    fi: "5. maaliskuuta 2025",
    fr: "5 mars 2025",
    hu: "2025. március 5.",
    it: "5 marzo 2025",
    ja: "2025年3月5日",
    ko: "2025년 3월 5일",
    nb: "5. mars 2025",
    nl: "5 maart 2025",
    pl: "5 marca 2025",
    pt: "5 de março de 2025",
    ro: "5 martie 2025",
    ru: "5 марта 2025 г.",
    sv: "5 mars 2025",
    tr: "5 Mart 2025",
    uk: "5 березня 2025 р.",
    zh: "2025年03月05日",
  };
  for (const [language, text] of Object.entries(days)) {
    for (const lang of [language, "en"]) {
      assert.equal(published(`<html lang="${lang}"><p class="date">${text}</p>`), DAY, `${text} on a page in ${lang}`);
    }
  }
});

test("whatever a page holds, it is read, and what is found is a date that has been", () => {
  const part = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      "<time datetime=",
      "<p class=date>",
      "2025",
      "-03-05",
      "</p>",
      "<article>",
      "Updated ",
      "5 March ",
      "<div>",
      "<h1>",
      "<aside>",
    ),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 25 }), (parts) => {
      const found = published(parts.join(""));
      assert.ok(found === undefined || (found >= "1990" && found <= "2026-11-23"));
    }),
  );
});
