import assert from "node:assert/strict";
import { test } from "node:test";
import type { RequirableField, Section } from "../../config/settings-schema.ts";
import type { InterfaceFacts } from "../../schemas/interface-facts.ts";
import type { OncFacts } from "../../schemas/onc-facts.ts";
import { interfaceFile, REPORTED_FILE } from "../file-kind.ts";
import { diagnosticsOf, type Files, fhirRecord, healthy, news, report } from "../testing.ts";
import { rules } from "./index.ts";

interface Case {
  readonly name: string;
  /** Laid over the healthy files; exactly one diagnostic, of this rule. */
  readonly bad: Files;
  /** The nearest thing that is right. */
  readonly good: Files;
  /** The site's policy, where the rule depends on it. */
  readonly indexing?: "original";
  readonly required?: readonly RequirableField[];
  readonly sectionsOff?: readonly Section[];
  /** Rules that cannot but speak up too. */
  readonly also?: readonly string[];
}

import { MOST_FILES_LISTED } from "../../vocab/news-folder.ts";

const STORY = "news/2026/story.md";
const OFFERING = "offerings/acme-server.md";
const SERVER = "name: Acme Server\nvendor: acme\nkind: fhir-server\nhomepage: https://acme.example/server";
const ACME_BY_NAMES = "name: Acme\ntype: vendor\nhosts: [acme.example]\nalsoKnownAs: ['acme inc', 'Acme Inc.']";
const OTHER_STORY = news({ link: "https://acme.example/other" });
const IMAGES = ["here.png"];
const DOCUMENTS = new Map([
  ["here.pdf", { length: 7, isPdf: true }],
  ["page.pdf", { length: 7, isPdf: false }],
]);
const SITE = new URL("https://site.example/");
const HEALTHY_OFFERING = `---\n${healthy()[OFFERING]}\n---\n`;
const HEALTHY_TOPIC = `---\n${healthy()["topics/hl7-fhir.md"]}\n---\n`;

const FACTS: OncFacts = {
  source: "A list",
  asOf: "2026-01-01",
  criteria: { "170.315(g)(10)": "Standardized API" },
  products: [
    {
      product: "Acme EHR",
      developer: "Acme",
      versions: [
        {
          version: "1",
          chplId: 1,
          chplProductNumber: "15.1",
          certificationDate: "2020-01-01",
          certificationStatus: "Active",
          criteria: ["170.315(g)(10)"],
        },
      ],
    },
  ],
};

const SMART = JSON.stringify({
  kind: "smart",
  source: "https://fhir.acme.example/.well-known/smart-configuration",
  seen: "2026-07-24",
  digest: "0".repeat(64),
  environment: "unknown",
  changes: [],
  capabilities: [],
  grantTypes: [],
  clientAuthentication: [],
  pkceMethods: [],
  hasRegistration: false,
  hasIntrospection: false,
  hasBrandBundle: false,
} satisfies InterfaceFacts);

const RECORD = interfaceFile("acme-server", "fhir-r4");
const offering = (lines: string) =>
  `name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server.\ntopics: ['HL7: FHIR']\n${lines}`;
const second = (lines: Readonly<Record<string, string>> = {}) =>
  news({ title: "Another story", link: "https://acme.example/another", ...lines });
const topic = (name: string, lines = "") => `name: '${name}'\ndescription: A topic.\n${lines}`;
/** So many further stories in a folder, each with a link of its own. */
const many = (count: number, folder: string) =>
  Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `news/${folder}/more-${folder.length}-${index}.md`,
      news({ link: `https://acme.example/${folder}/${index}` }),
    ]),
  );
const copy = (label: string, more = "") =>
  news({ relatedOfferings: `[{ label: ${label}, permalink: /offering/acme-server${more} }]` });

const CASES: Readonly<Record<string, readonly Case[]>> = {
  "invisible-character": [
    {
      name: "soft hyphens in a headline",
      bad: { [STORY]: news({ title: "Inter\u00ADoperabi\u00ADlity" }) },
      good: { [STORY]: news({ title: "می\u200Cخواهم 👩\u200D⚕️ क्\u200Dष" }) },
    },
    {
      name: "byte order mark within a word",
      bad: { [STORY]: news({ title: "Inter\uFEFFoperability" }) },
      good: { [STORY]: news({ title: "Interoperability" }) },
    },
    {
      name: "soft hyphen in the name of a topic",
      bad: { "topics/acme-research.md": topic("Acme: Re\u00ADsearch") },
      good: { "topics/acme-research.md": topic("Acme: Research") },
    },
    {
      name: "zero-width space in an author",
      bad: { [STORY]: news({ author: "[John, Jane\u200B Doe]" }) },
      good: { [STORY]: news({ author: "[John, 'שלום\u200F 2']" }) },
    },
    {
      name: "joiner and mark of direction between Latin letters",
      bad: { "organizations/acme.md": "name: \u202AAc\u200Dme\u202C\ntype: vendor\nhosts: [acme.example]" },
      good: {},
    },
  ],
  "html-entity": [
    {
      name: "in a headline",
      bad: { [STORY]: news({ title: "AT&amp;T &#8217;s &hellip;" }) },
      good: { [STORY]: news({ title: "R&D; Q&A & a&b;c &notanentity; ?a=1&copy=2" }) },
    },
    {
      name: "encoded twice, and without a semicolon",
      bad: { [STORY]: news({ summary: "AT&amp;amp;T &ampT it&#x2019s &#146;" }) },
      good: { [STORY]: news({ insights: "AT&amp;T" }) },
    },
    {
      name: "in the name of a topic, which only a rename changes everywhere",
      bad: { "topics/acme-r-amp-d.md": topic("Acme: R&amp;D") },
      good: { "topics/acme-r-d.md": topic("Acme: R&D") },
    },
  ],
  "markdown-in-summary": [
    {
      name: "emphasis",
      bad: { [STORY]: news({ summary: "A **bold** step" }) },
      good: { [STORY]: news({ summary: "2 * 3 * 4 [sic] (so) a_b_c #FHIR" }) },
    },
    {
      name: "link",
      bad: { [STORY]: news({ summary: "See [it](https://a.org)" }) },
      good: { [STORY]: news({ summary: "'> 50 % of hospitals use FHIR'" }) },
    },
    {
      name: "emphasis with one sign",
      bad: { [STORY]: news({ summary: "A *bold* step" }) },
      good: { [STORY]: news({ summary: "'FHIR* and v2* alike, 3*4*5, _id, a * b *, 5 < b > 3 and *.json'" }) },
    },
    {
      name: "emphasis with an underscore",
      bad: { [STORY]: news({ summary: "A _bold_ step" }) },
      good: { [STORY]: news({ summary: "snake_case_name and __init" }) },
    },
    {
      name: "link with a title",
      bad: { [STORY]: news({ summary: `See [it](https://a.org "That")` }) },
      good: { [STORY]: news({ summary: "<5 % of [these] (few) are <https" }) },
    },
    {
      name: "HTML",
      bad: { [STORY]: news({ summary: 'A <span class="x">step</span>' }) },
      good: { [STORY]: news({ summary: "A <step> of FHIR" }) },
    },
    {
      name: "heading",
      bad: { [STORY]: news({ summary: "'## A heading'" }) },
      good: { [STORY]: news({ summary: "'- 5 °C is the limit'" }) },
    },
  ],
  "unknown-reference": [
    {
      name: "a story on the same event that is not there",
      bad: { [STORY]: news({ sameStoryAs: "[othr]" }), "news/2026/other.md": OTHER_STORY },
      good: { [STORY]: news({ sameStoryAs: "[other]" }), "news/2026/other.md": OTHER_STORY },
    },
    {
      name: "a story that is on the same event as itself",
      bad: { [STORY]: news({ sameStoryAs: "story" }) },
      good: {},
    },
    {
      name: "a draft that is denied",
      bad: { [STORY]: news({ notSameAs: "other" }), "news/2026/other.md": `${OTHER_STORY}\ndraft: true` },
      good: { [STORY]: news({ notSameAs: "other" }), "news/2026/other.md": OTHER_STORY },
    },
    {
      name: "topic with a near name",
      bad: { [STORY]: news({ categories: "['HL7: FIHR']" }) },
      good: { [STORY]: news({ categories: "['HL7: FHIR']" }) },
    },
    {
      name: "topic in another case",
      bad: { [STORY]: news({ categories: "['hl7: fhir']" }) },
      good: {},
    },
    {
      name: "offering known from an imported copy",
      bad: { [STORY]: news({ relatedOfferings: "[{ label: Zeta Grid, permalink: /offering/zeta-grid }]" }) },
      good: { [STORY]: news({ relatedOfferings: "[{ label: Acme Server, permalink: /offering/acme-server/ }]" }) },
    },
    {
      name: "offering that the story is about",
      bad: { [STORY]: news({ offering: "acme-sever" }) },
      good: { [STORY]: news({ offering: "acme-server" }) },
    },
    {
      name: "institution by a near name",
      bad: { [STORY]: news({ institution: "Acme Ink." }), "organizations/acme.md": ACME_BY_NAMES },
      good: { [STORY]: news({ institution: "acme inc" }), "organizations/acme.md": ACME_BY_NAMES },
    },
    {
      name: "institution by slug",
      bad: { [STORY]: news({ institution: "acne" }) },
      good: { [STORY]: news({ institution: "Acme" }) },
    },
    {
      name: "institution known from an imported copy",
      bad: { [STORY]: news({ institution: "{ label: Zeta Grid, permalink: /institution/zeta-grid }" }) },
      good: { [STORY]: news({ institution: "{ label: '', permalink: null }" }) },
    },
    {
      name: "institution that is a draft",
      bad: { [STORY]: news({ institution: "Zeta" }), "organizations/z.md": "name: Zeta\ntype: vendor\ndraft: true" },
      good: { [STORY]: news({ institution: "Zeta" }), "organizations/z.md": "name: Zeta\ntype: vendor" },
    },
    {
      name: "publisher",
      bad: { [STORY]: news({ publisher: "nobody-at-all" }) },
      good: { [STORY]: news({ publisher: "acme" }) },
    },
    {
      name: "vendor",
      bad: { [OFFERING]: offering("").replace("vendor: acme", "vendor: acne") },
      good: { [OFFERING]: offering("") },
    },
    {
      name: "successor that is itself",
      bad: { [OFFERING]: offering("status: renamed\nsuccessor: acme-server") },
      good: {
        [OFFERING]: offering("status: renamed\nsuccessor: next"),
        "offerings/next.md": offering("").replace("Server", "Next"),
      },
    },
    {
      name: "topic that is a draft",
      bad: { "topics/hl7-v2.md": topic("HL7: v2", "draft: true"), [STORY]: news({ categories: "['HL7: v2']" }) },
      good: {
        "topics/hl7-v2.md": topic("HL7: v2", "draft: true"),
        [STORY]: news({ categories: "['HL7: v2']", draft: "true" }),
      },
    },
    {
      name: "of a draft, though it is a draft",
      bad: { [STORY]: news({ categories: "['Zeta: Nothing']", draft: "true" }) },
      good: { [STORY]: news({ draft: "true" }) },
    },
    {
      name: "from an item of a later day",
      bad: { [STORY]: news({ date: "2026-11-23", categories: "['Zeta: Nothing']" }) },
      good: { [STORY]: news({ date: "2026-11-23" }) },
      also: ["future-date"],
    },
    {
      name: "same topic in another vocabulary",
      bad: { "topics/hl7-fhir.md": topic("HL7: FHIR", "sameAs: ['Zeta: Nothing']") },
      good: { "topics/hl7-fhir.md": topic("HL7: FHIR", "sameAs: []") },
    },
    {
      name: "broader topic",
      bad: { "topics/hl7-v2.md": topic("HL7: v2", "broader: 'HL7: All'") },
      good: { "topics/hl7-v2.md": topic("HL7: v2", "broader: 'HL7: FHIR'\nrelated: ['HL7: FHIR']") },
    },
    {
      name: "product of an interface",
      bad: { [OFFERING]: `${SERVER}\nproduct: nothing` },
      good: {
        [OFFERING]: SERVER,
        "offerings/acme-api.md": "name: Acme API\nvendor: acme\nkind: fhir-server\nproduct: acme-server",
      },
    },
    {
      name: "name of the prototype",
      bad: { [STORY]: news({ relatedOfferings: "[constructor]" }) },
      good: { "offerings/constructor.md": offering(""), [STORY]: news({ relatedOfferings: "[constructor]" }) },
    },
  ],
  "unknown-product": [
    {
      name: "near name",
      bad: { [OFFERING]: offering("oncProducts: [Acme EMR]") },
      good: { [OFFERING]: offering("oncProducts: [Acme EHR]") },
    },
    {
      name: "no near name",
      bad: { [OFFERING]: offering("oncProducts: [Acme EHR, Zebra]") },
      good: { [OFFERING]: offering("oncProducts: []") },
    },
  ],
  "unknown-interface": [
    {
      name: "near name",
      bad: { [interfaceFile("acme-servr", "smart")]: SMART },
      good: { [interfaceFile("acme-server", "smart")]: SMART },
    },
    {
      name: "no near name",
      bad: { [interfaceFile("zebra", "smart")]: SMART },
      good: { "offerings/zebra.md": offering(""), [interfaceFile("zebra", "smart")]: SMART },
    },
  ],
  "unknown-developer": [
    {
      name: "near name",
      bad: { [REPORTED_FILE]: report({ vendor: "Acmee" }) },
      good: { [REPORTED_FILE]: report({ vendor: "Acme" }) },
    },
    {
      name: "no near name",
      bad: { [REPORTED_FILE]: report({ vendor: "Zebra, Inc." }) },
      good: { [REPORTED_FILE]: report() },
    },
  ],
  "unknown-publisher": [
    {
      name: "host that nobody owns",
      bad: { [STORY]: news({ link: "https://www.nobody.example/story" }) },
      good: { [STORY]: news({ link: "https://news.blog.acme.example/story" }) },
    },
    {
      name: "host that only ends like one",
      bad: { [STORY]: news({ link: "https://notacme.example/story" }) },
      good: { [STORY]: news({ link: "https://notacme.example/story", publisher: "acme" }) },
    },
  ],
  "duplicate-slug": [
    {
      name: "in two folders",
      bad: { "news/2026/more/story.md": second() },
      good: { "news/2026/more/story.md": second({ slug: "another-story" }) },
    },
    {
      name: "by a field",
      bad: { "news/2026/another.md": second({ slug: "story" }) },
      good: { "offerings/story.md": offering("") },
    },
  ],
  "duplicate-topic": [
    {
      name: "in another case",
      bad: { "topics/second.md": topic("HL7: fhir") },
      good: { "topics/hl7-fhir-r4.md": topic("HL7: FHIR R4") },
    },
  ],
  "duplicate-id": [
    {
      name: "work package",
      bad: { [STORY]: news({ id: "8280" }), "news/2026/another.md": second({ id: "8280" }) },
      good: { [STORY]: news({ id: "8280" }), "news/2026/another.md": second({ id: "8281" }) },
    },
    {
      name: "offering number",
      bad: { [OFFERING]: offering("offeringId: 7"), "offerings/other.md": offering("offeringId: 7") },
      good: { [OFFERING]: offering("offeringId: 7"), "offerings/other.md": offering("offeringId: 8") },
    },
  ],
  "duplicate-source": [
    {
      name: "after cleaning",
      bad: { "news/2026/another.md": second({ link: "http://www.acme.example/story/?utm_source=x#.YWhSbhrMJPY" }) },
      good: { "news/2026/another.md": second({ link: "https://acme.example/story?page=2" }) },
    },
    {
      name: "with a fragment that only scrolls",
      bad: { "news/2026/another.md": second({ link: "'https://acme.example/story#part'" }) },
      good: { "news/2026/another.md": second({ link: "'https://acme.example/story#/part'" }) },
    },
    {
      name: "under another spelling of its address",
      bad: {
        [STORY]: news({ link: "https://acme.example/st%c3%b6ry?a=1&b=2" }),
        "news/2026/another.md": second({ link: "http://acme.example:80/störy/index.html?b=2&amp;a=1" }),
      },
      good: {
        [STORY]: news({ link: "https://acme.example/st%c3%b6ry?a=1&b=2" }),
        "news/2026/another.md": second({ link: "https://acme.example/störy?a=2&b=1" }),
      },
    },
  ],
  "duplicate-host": [
    {
      name: "claimed twice",
      bad: { "organizations/zeta.md": "name: Zeta\ntype: news\nhosts: [zeta.example, ACME.example]" },
      good: { "organizations/zeta.md": "name: Zeta\ntype: news\nhosts: [blog.acme.example]" },
    },
    {
      name: "claimed once in its own letters and once as machines have it",
      bad: {
        "organizations/zeta.md": "name: Zeta\ntype: news\nhosts: [klinik.example, müller.example]",
        "organizations/zeta-2.md": "name: Zeta Two\ntype: news\nhosts: [xn--mller-kva.example]",
      },
      good: { "organizations/zeta.md": "name: Zeta\ntype: news\nhosts: [müller.example, muller.example]" },
    },
  ],
  "same-author": [
    {
      name: "names that differ by an accent",
      bad: {
        [STORY]: news({ author: "[Someone, Jane Doe]" }),
        "news/2026/zeta.md": second({ author: "[Jane Döe, Jane Döe]" }),
      },
      good: {
        [STORY]: news({ author: "['Jane Q. Doe', Zoë]" }),
        "news/2026/zeta.md": second({ author: "['jane  Q Doe', 'Zoe\u0308']" }),
      },
    },
    {
      name: "names that differ by a sign",
      bad: { [STORY]: news({ author: "['The C++ Alliance', 'The C# Alliance']" }) },
      good: { [STORY]: news({ author: "['The C++ Alliance', 'The “C++” Alliance']" }) },
    },
  ],
  "broken-link": [
    {
      name: "in the insights",
      bad: {
        [STORY]: news({ insights: "'See [it](/topic/hl7-fihr/), `[not](/this/)` and [that](https://a.example/).'" }),
      },
      good: {
        [STORY]: news({
          author: "Ada Park",
          aliases: "/old/story/",
          insights:
            "'[a](/topic/hl7-fhir/) [b](../../offering/acme-server) [c](/author/ada-park/) [d](/news/2026/) [e](/old/story/) [f](/topic/hl7-fhir/feed.xml) [g](/images/here.png) [h](/) [i](#x) [j](/offering/kind/fhir-server/) [k](/search/?q=x) [l](mailto:a@b.example)'",
        }),
      },
    },
    {
      name: "in imported insights",
      bad: { [STORY]: news({ insights_description: "See [it](/topic/nothing-at-all/)." }) },
      good: { [STORY]: news({ insights: "It.", insights_description: "See [it](/topic/nothing-at-all/)." }) },
    },
    {
      name: "to a file that no page has",
      bad: { [STORY]: news({ insights: "'See [it](/topic/hl7-fhir/guide.pdf).'" }) },
      good: { [STORY]: news({ insights: "'[a](/llms.txt) [b](/feeds/topics.opml) [c](/topic/hl7-fhir/index.md)'" }) },
    },
    {
      name: "by the whole address",
      bad: { [STORY]: news({ insights: "'See <http://Site.example/offering/acme-serv/?a=b#c>.'" }) },
      good: {
        [STORY]: news({
          insights:
            "'[a](https://site.example/topic/hl7-fhir/) https://site.example [b](https://www.site.example/x/) [c](https://site.example:8080/x/)'",
        }),
      },
    },
    {
      name: "in the body of an offering",
      bad: { [OFFERING]: `${HEALTHY_OFFERING}It is [here][1].\n\n[1]: ../acme-sever/\n` },
      good: {
        [OFFERING]: `${HEALTHY_OFFERING}It is [here](../acme-server/), \`[x](/x/)\` and <a href="#y">there</a>.\n`,
      },
    },
    {
      name: "in the body of a topic, as HTML",
      bad: { "topics/hl7-fhir.md": `${HEALTHY_TOPIC}<p><a href="https://site.example/topic/fhir/">It</a></p>\n` },
      good: { "topics/hl7-fhir.md": `${HEALTHY_TOPIC}<p><a href="https://site.example/topic/hl7-fhir/">It</a></p>\n` },
    },
    {
      name: "in insights alone, since the body of a story is quoted",
      bad: { [STORY]: `---\n${news({ insights: "'[a](/a/)'" })}\n---\n[b](/b/)\n` },
      good: { [STORY]: `---\n${news()}\n---\n[b](/b/)\n` },
    },
  ],
  "alias-conflict": [
    {
      name: "over a live page",
      bad: { [STORY]: news({ aliases: "/offering/Acme-Server" }) },
      good: { [STORY]: news({ aliases: "/offering/acme-server-story" }) },
    },
    {
      name: "over a page of the site",
      bad: { [STORY]: news({ aliases: "[/about/]" }) },
      good: { [STORY]: news({ aliases: "[/about-acme/]" }) },
    },
    {
      name: "over the first page",
      bad: { [STORY]: news({ aliases: "/" }) },
      good: { [STORY]: news({ aliases: "/index/" }) },
    },
    {
      name: "over an archive",
      bad: { [STORY]: news({ aliases: "/news/2021/" }) },
      good: { [STORY]: news({ aliases: "/2021/story/" }) },
    },
    {
      name: "over a facet",
      bad: { [STORY]: news({ aliases: "/offering/kind/fhir-server/" }) },
      good: { [STORY]: news({ aliases: "/topic/kind/" }) },
    },
    {
      name: "over an author",
      bad: { [STORY]: news({ aliases: "/author/me/" }) },
      good: { [STORY]: news({ aliases: "/authors/me/" }) },
    },
    {
      name: "of the page itself",
      bad: { [STORY]: news({ aliases: "/news/story/" }) },
      good: { [STORY]: news({ aliases: "/news/the-story/" }) },
    },
    {
      name: "claimed twice",
      bad: { [STORY]: news({ aliases: "/old/" }), "news/2026/zeta.md": second({ aliases: "[/new/, Old]" }) },
      good: { [STORY]: news({ aliases: "/old/" }), "news/2026/zeta.md": second({ aliases: "[/new/, /older]" }) },
    },
  ],
  cycle: [
    {
      name: "broader topics",
      bad: {
        "topics/a-one.md": topic("A: One", "broader: 'A: Two'"),
        "topics/a-two.md": topic("A: Two", "broader: 'A: Three'"),
        "topics/a-three.md": topic("A: Three", "broader: 'A: Two'"),
      },
      good: {
        "topics/a-one.md": topic("A: One", "broader: 'A: Three'"),
        "topics/a-two.md": topic("A: Two", "broader: 'A: Three'"),
        "topics/a-three.md": topic("A: Three"),
      },
    },
    {
      name: "successors",
      bad: {
        [OFFERING]: offering("status: renamed\nsuccessor: next"),
        "offerings/next.md": offering("status: renamed\nsuccessor: acme-server"),
      },
      good: {
        [OFFERING]: offering("status: renamed\nsuccessor: next"),
        "offerings/next.md": offering("status: retired\nsuccessor: last"),
        "offerings/last.md": offering(""),
      },
    },
  ],
  "story-conflict": [
    {
      name: "both of one story",
      bad: { [STORY]: news({ sameStoryAs: "other", notSameAs: "other" }), "news/2026/other.md": OTHER_STORY },
      good: { [STORY]: news({ sameStoryAs: "other" }), "news/2026/other.md": OTHER_STORY },
    },
    {
      name: "denied by the other side",
      bad: { [STORY]: news({ sameStoryAs: "other" }), "news/2026/other.md": `${OTHER_STORY}\nnotSameAs: story` },
      good: { [STORY]: news({ notSameAs: "other" }), "news/2026/other.md": `${OTHER_STORY}\nnotSameAs: story` },
    },
    {
      name: "the same through a third",
      bad: {
        [STORY]: news({ sameStoryAs: "[other]", notSameAs: "[third]" }),
        "news/2026/other.md": OTHER_STORY,
        "news/2026/third.md": news({ link: "https://acme.example/third", sameStoryAs: "other" }),
      },
      good: {
        [STORY]: news({ sameStoryAs: "[other]" }),
        "news/2026/other.md": OTHER_STORY,
        "news/2026/third.md": news({ link: "https://acme.example/third", sameStoryAs: "other" }),
      },
    },
  ],
  "lifecycle-fields": [
    {
      name: "successor of what goes on",
      bad: { [OFFERING]: offering("successor: next"), "offerings/next.md": offering("") },
      good: { [OFFERING]: offering("status: retired\nsuccessor: next"), "offerings/next.md": offering("") },
    },
    {
      name: "name of a successor, without a status",
      bad: { [OFFERING]: offering("successorName: Next") },
      good: { [OFFERING]: offering("status: renamed\nstatusDate: 2026-01\nsuccessorName: Next") },
    },
    {
      name: "day of nothing",
      bad: { [OFFERING]: offering("status: active\nstatusDate: 2026-01") },
      good: { [OFFERING]: offering("status: active\nstatusNote: It goes on.") },
    },
  ],
  "featured-offering": [
    {
      name: "listed twice",
      bad: { "topics/hl7-fhir.md": topic("HL7: FHIR", "featured: [acme-server, acme-server]") },
      good: { "topics/hl7-fhir.md": topic("HL7: FHIR", "featured: [acme-server]") },
    },
    {
      name: "of another topic",
      bad: { "topics/hl7-v2.md": topic("HL7: v2", "featured: [acme-server]") },
      good: {
        "topics/hl7-v2.md": topic("HL7: v2", "featured: [acme-server]"),
        "topics/symplur-v2.md": topic("Symplur: v2", "sameAs: ['HL7: v2', 'HL7: FHIR']"),
      },
    },
  ],
  "empty-item": [
    {
      name: "no text at all",
      bad: { [STORY]: `---\n${news()}\n---\n<p> </p>\n` },
      good: { [STORY]: `---\n${news({ summary: "It happened." })}\n---\n` },
    },
    {
      name: "only words that no page shows",
      bad: {
        [STORY]: `---\n${news({ insights: "'[^1]: A note'" })}\n---\n<!-- a -->\n\n[Words]: https://a.example/ "and more"\n`,
      },
      good: { [STORY]: `---\n${news({ insights: "I think so." })}\n---\n` },
    },
  ],
  "section-off": [
    {
      name: "a site without news",
      sectionsOff: ["news"],
      bad: {},
      good: { [STORY]: news({ draft: "true" }) },
    },
  ],
  "required-here": [
    {
      name: "a site that asks for a summary",
      required: ["summary"],
      bad: { [STORY]: `---\n${news({ insights: "I think so." })}\n---\n` },
      good: { [STORY]: news({ summary: "Words." }) },
    },
    {
      name: "a site that asks for who wrote it",
      required: ["author"],
      bad: { [STORY]: news() },
      good: { [STORY]: news({ author: "Ann Lee" }) },
    },
  ],
  "few-own-words": [
    {
      name: "a summary of ten words",
      indexing: "original",
      bad: { [STORY]: news({ summary: "One rule says that patients may read what is written." }) },
      good: { [STORY]: news({ summary: "word ".repeat(40) }) },
    },
    {
      name: "an excerpt alone",
      indexing: "original",
      bad: { [STORY]: `---\n${news()}\n---\n${"quoted ".repeat(90)}\n` },
      good: { [STORY]: news({ summary: "word ".repeat(39), insights: "More" }) },
    },
    {
      name: "words that no page shows",
      indexing: "original",
      bad: { [STORY]: news({ insights: JSON.stringify(`Some.\n\n<!-- ${"word ".repeat(40)} -->`) }) },
      good: { [STORY]: news({ insights: "word ".repeat(40) }) },
    },
  ],
  "filler-phrase": [
    {
      name: "of topics; what a story says is no phrase of ours",
      bad: { [OFFERING]: "name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: A server, tagged for claims." },
      good: { [OFFERING]: "name: Acme Server\nvendor: acme\nkind: fhir-server\nsummary: It tags what is filed in it." },
    },
  ],
  "fact-without-source": [
    {
      name: "a plain value",
      bad: { [OFFERING]: `${SERVER}\npricing: free` },
      good: { [OFFERING]: `${SERVER}\npricing:\n  value: free\n  source: https://acme.example/prices` },
    },
    {
      name: "a list with a note",
      bad: { [OFFERING]: `${SERVER}\ndata:\n  value: claims\n  note: Of members.` },
      good: {
        [OFFERING]: `${SERVER}\ndata:\n  value: [claims]\n  source: [https://acme.example/, https://b.example/]`,
      },
    },
  ],
  "thin-offering": [
    {
      name: "only a name and words that no page shows",
      bad: { [OFFERING]: "---\nname: Acme Server\nvendor: acme\nkind: fhir-server\n---\n[a]: https://a.example/\n" },
      good: { [OFFERING]: "---\nname: Acme Server\nvendor: acme\nkind: fhir-server\n---\nA server.\n" },
    },
    {
      name: "only a name",
      bad: { [OFFERING]: "---\nname: Acme Server\nvendor: acme\nkind: fhir-server\n---\n" },
      good: {
        [OFFERING]: "---\nname: Acme Server\nvendor: acme\nkind: fhir-server\nhomepage: https://acme.example\n---\n",
      },
    },
  ],
  "future-date": [
    {
      name: "of the curation",
      bad: { [STORY]: news({ date: "2026-11-23" }) },
      good: { [STORY]: news({ date: "2026-11-22" }) },
    },
    {
      name: "of the source",
      bad: { [STORY]: news({ published: "2026-12" }) },
      good: { [STORY]: news({ published: "2026-11" }) },
    },
    {
      name: "on which a fact was seen",
      bad: { [OFFERING]: `${SERVER}\nlimits: {value: Few., source: https://acme.example/, seen: 2027}` },
      good: { [OFFERING]: `${SERVER}\nlimits: {value: Few., source: https://acme.example/, seen: 2026-11}` },
    },
    {
      name: "on which an offering was added",
      bad: { [OFFERING]: `${SERVER}\nadded: 2026-11-23` },
      good: { [OFFERING]: `${SERVER}\nadded: 2026-11-22` },
    },
    {
      name: "on which an interface was read",
      bad: { [RECORD]: fhirRecord({ seen: "2099-01-01" }) },
      good: { [RECORD]: fhirRecord({ seen: "2026-11-22" }) },
    },
    {
      name: "of a change of an interface",
      bad: { [RECORD]: fhirRecord({ changes: [{ day: "2026-11-23", field: "software.version" }] }) },
      good: { [RECORD]: fhirRecord({ changes: [{ day: "2026-11-22", field: "software.version" }] }) },
    },
  ],
  "wrong-news-folder": [
    {
      name: "another year",
      bad: { [STORY]: news({ date: "2025-12-31" }) },
      good: { [STORY]: news({ date: "2026-01-01", published: "2025-12-31" }) },
    },
    {
      name: "no folder",
      bad: { "news/another.md": second() },
      good: { "news/2026/more/another.md": second() },
    },
    {
      name: "another month",
      bad: { "news/2026/02/another.md": second() },
      good: { "news/2026/01/another.md": second() },
    },
  ],
  "crowded-folder": [
    {
      name: "by year",
      bad: many(MOST_FILES_LISTED, "2026"),
      good: { ...many(MOST_FILES_LISTED - 1, "2026"), ...many(1, "2026/01") },
    },
  ],
  "missing-image": [
    {
      name: "with a text",
      bad: { [STORY]: news({ featuredImage: "{ href: gone.png, alt: x }" }) },
      good: { [STORY]: news({ featuredImage: "{ href: here.png, alt: x }" }) },
    },
    {
      name: "of an import, which did not fetch it",
      bad: { [STORY]: news({ featuredImage: "gone.png" }) },
      good: { [STORY]: news({ featuredImage: "gone.png", id: "8280" }) },
    },
    {
      name: "icon of the source",
      bad: { [STORY]: news({ favIconImage: "gone.png" }) },
      good: { [STORY]: news({ favIconImage: "/images/here.png" }) },
    },
  ],
  "missing-document": [
    {
      name: "that is not there",
      bad: { [STORY]: news({ featuredPdf: "gone.pdf" }) },
      good: { [STORY]: news({ featuredPdf: "public/documents/here.pdf" }) },
    },
    {
      name: "of an import, that is no PDF",
      bad: { [STORY]: news({ featuredPdf: "{ href: page.pdf }", id: "8280" }) },
      good: { [STORY]: news({ featuredPdf: "{ href: here.pdf }", id: "8280" }) },
    },
  ],
  "withheld-story": [
    {
      name: "in any case",
      bad: { [STORY]: news({ status: "REJECTED" }) },
      good: { [STORY]: news({ status: "Rejected", draft: "true" }) },
    },
    {
      name: "with hyphens",
      bad: { [STORY]: news({ status: "on-hold" }) },
      good: { [STORY]: news({ status: "Held in Boston" }) },
    },
  ],
  "derived-drift": [
    {
      name: "categorySlug",
      bad: { [STORY]: news({ categorySlug: "['hl7: v2']" }) },
      good: { [STORY]: news({ categorySlug: "['hl7: fhir']", categoryUrl: "topic/hl7-fhir", categoryLabel: "FHIR" }) },
    },
    {
      name: "categoryUrl",
      bad: { [STORY]: news({ categoryUrl: "[topic/hl7-fhir, topic/hl7-v2]" }) },
      good: { [STORY]: news({ categorySlug: "hl7-fhir" }) },
    },
    {
      name: "categoryLabel",
      bad: { [STORY]: news({ categoryLabel: "HL7" }) },
      good: { [STORY]: news({ categoryLabel: "[FHIR]" }) },
    },
    {
      name: "topics of the work package",
      bad: { [STORY]: news({ openProjectCustomFields: "{ medigyTopics: ['HL7: v2'] }" }) },
      good: { [STORY]: news({ openProjectCustomFields: "{ medigyTopics: ['HL7: FHIR'] }" }) },
    },
    {
      name: "copy of the link",
      bad: { [STORY]: news({ openProjectCustomFields: "{ cleanUrl: 'https://acme.example/other' }" }) },
      good: { [STORY]: news({ href: "'http://acme.example/story/#.YWhSbhrMJPY'" }) },
    },
  ],
  "offering-drift": [
    {
      name: "label",
      bad: { [STORY]: copy("Acme Serve") },
      good: { [OFFERING]: offering("formerly: Acme Serve"), [STORY]: copy("Acme Serve") },
    },
    {
      name: "number",
      bad: { [OFFERING]: offering("offeringId: 7"), [STORY]: copy("Acme Server", ", offeringId: 8") },
      good: { [STORY]: copy("Acme Server", ", offeringId: 8") },
    },
    {
      name: "topics",
      bad: { [STORY]: copy("Acme Server", ", categories: ['HL7: FHIR', 'HL7: v2', 'HL7: v3']") },
      good: { [STORY]: copy("Acme Server", ", categories: []") },
    },
    {
      name: "label of the one that the story is about",
      bad: { [STORY]: news({ offering: "{ label: Acme Serve, permalink: /offering/acme-server }" }) },
      good: { [STORY]: news({ offering: "{ label: Acme Server, permalink: /offering/acme-server }" }) },
    },
  ],
  "institution-drift": [
    {
      name: "label",
      bad: { [STORY]: news({ institution: "{ label: Acne, permalink: /institution/acme }" }) },
      good: {
        "organizations/acme.md": "name: Acme\ntype: vendor\nhosts: [acme.example]\nalsoKnownAs: Acne",
        [STORY]: news({ institution: "{ label: Acne, permalink: /organization/acme/ }" }),
      },
    },
  ],
  "topic-slug": [
    {
      name: "file with another name",
      bad: { "topics/v2.md": topic("HL7: v2") },
      good: { "topics/v2.md": topic("HL7: v2", "aliases: /topic/hl7-v2/") },
    },
    {
      name: "two names that make one address",
      bad: { "topics/c-plus-plus.md": topic("Acme: C++"), "topics/c-sharp.md": topic("Acme: C#") },
      good: {
        "topics/acme-c.md": topic("Acme: C++"),
        "topics/acme-c-sharp.md": topic("Acme: C#"),
        "topics/acme-c-2.md": topic("Acme: C"),
      },
    },
  ],
};

test("every rule has a case, and every case a rule", () => {
  assert.deepEqual(Object.keys(CASES).sort(), Object.keys(rules).sort());
  assert.ok(Object.values(CASES).every((cases) => cases.length > 0));
});

test("the healthy files have no diagnostics", () => {
  assert.deepEqual(diagnosticsOf(healthy(), { facts: FACTS, images: IMAGES }), []);
});

for (const [rule, cases] of Object.entries(CASES)) {
  for (const { name, bad, good, indexing, required, sectionsOff, also = [] } of cases) {
    test(`${rule}: ${name}`, (t) => {
      const beside = {
        facts: FACTS,
        images: IMAGES,
        documents: DOCUMENTS,
        siteUrl: SITE,
        ...(indexing && { indexing }),
        ...(required && { required }),
        ...(sectionsOff && { sectionsOff }),
      };
      const found = diagnosticsOf(healthy(bad), beside);
      assert.deepEqual(
        found.map((diagnostic) => diagnostic.rule),
        [rule, ...also],
        JSON.stringify(found),
      );
      t.assert.snapshot(found[0]);
      assert.deepEqual(
        diagnosticsOf(healthy(good), beside).filter((it) => it.rule === rule),
        [],
      );
    });
  }
}

test("where every story may be found, none is asked for words of its own", () => {
  const short = { [STORY]: news({ summary: "Short." }) };
  assert.deepEqual(diagnosticsOf(healthy(short)), []);
  assert.deepEqual(diagnosticsOf(healthy(short), { indexing: "always" }), []);
});

test("what is to be written for a reference that leads nowhere can be written", () => {
  const fixes = (files: Files) => diagnosticsOf(healthy(files), { facts: FACTS, images: IMAGES }).map(({ fix }) => fix);
  assert.deepEqual(fixes({ [STORY]: news({ categories: "['Zulu: C++', 'Zulu: C#', 'Zulu: C++', 'Zulu: Ç']" }) }), [
    "Write content/topics/zulu-c.md",
    "Write content/topics/zulu-c-2.md",
    "Write content/topics/zulu-c.md",
    "Write content/topics/zulu-c-3.md",
  ]);
  const long = `Acme: ${"long ".repeat(40)}`.trim();
  const topics = {
    "topics/zulu.md": topic("Zulu: C", "slug: acme-c"),
    [STORY]: news({ categories: "['Acme: Ç#!?']" }),
  };
  assert.ok(fixes(topics).includes("Write content/topics/acme-c-2.md"), fixes(topics).join("\n"));
  assert.match(fixes({ [STORY]: news({ categories: `['${long}']` }) })[0] ?? "", /topics\/acme(?:-long){1,30}\.md$/);
  const moved = {
    "offerings/zulu.md": offering("slug: another-one").replace("Acme Server", "Zulu"),
    [STORY]: news({ relatedOfferings: "[zulu]" }),
  };
  assert.deepEqual(fixes(moved), ["Write 'another-one', which is the slug of offerings/zulu.md"]);
  const permalink = (path: string) =>
    news({ relatedOfferings: `[{ label: Zulu One, permalink: '/offering/${path}' }]` });
  assert.deepEqual(fixes({ [STORY]: permalink("Zulu One") }), [
    "Correct the reference: 'Zulu One' can be no slug, 'zulu-one' could",
  ]);
  assert.deepEqual(fixes({ [STORY]: permalink("kind") }), [
    "Correct the reference: 'kind' can be no slug, 'zulu-one' could",
  ]);
});

test("a list of names makes two authors one, or one two", () => {
  const files = healthy({ [STORY]: news({ author: "[Jane Döe, Jane Doe, Jane Q. Doe]" }) });
  const found = (authorNames: Readonly<Record<string, string[]>>) =>
    diagnosticsOf(files, { facts: FACTS, images: IMAGES, authorNames }).map(({ rule, path }) => [rule, ...path]);
  assert.deepEqual(found({ "jane-doe": ["Jane Doe", "jane döe", "Jane Q. Doe"] }), []);
  assert.deepEqual(found({ "jane-doe": ["Jane Doe"], "jane-doee": ["Jane Döe"] }), []);
  assert.deepEqual(found({ "jane-doe-2": ["Jane Doe"] }), []);
  assert.deepEqual(found({ "jane-doe": ["Jane Doe"] }), [["same-author", "author", 1]]);
});

test("slugs that differ by case alone are reported as such", () => {
  const found = diagnosticsOf(healthy({ "news/2026/Story.md": second() }));
  assert.deepEqual(
    found.map(({ rule, file }) => `${file} ${rule}`),
    ["news/2026/Story.md slug-shape", "news/2026/Story.md duplicate-slug"],
  );
  assert.match(found[1]?.message ?? "", /differs only by case from the slug of news\/2026\/story\.md/);
});

test("a name that is missed often has the same suggestions each time, but never the entry itself", () => {
  const missing = "['HL7: FHIRR']";
  const found = diagnosticsOf(
    healthy({
      [STORY]: news({ categories: missing }),
      "news/2026/another.md": second({ categories: missing }),
      "topics/hl7-fhir.md": topic("HL7: FHIR", `related: ${missing}`),
      "topics/hl7-fhir2.md": topic("HL7: FHIR2"),
    }),
  );
  const fixes = new Map(found.map(({ file, fix }) => [file, fix]));
  assert.equal(found.length, 3);
  assert.equal(fixes.get(STORY), "Did you mean 'HL7: FHIR', 'HL7: FHIR2'?");
  assert.equal(fixes.get("news/2026/another.md"), fixes.get(STORY));
  assert.equal(fixes.get("topics/hl7-fhir.md"), "Did you mean 'HL7: FHIR2'?");
});
