/** The files of made-up stories, half in the long form of an import and half in the short form of an editor. */
import { dump } from "js-yaml";
import { cutSlug, slugify } from "../src/lib/slugify.ts";
import { entityPath } from "../src/vocab/paths.ts";
import { type CatalogOffering, type ContentFile, type DrawnCatalog, distinct } from "./corpus-catalog.ts";
import { buildProse, htmlFormat, markdownFormat, type Prose } from "./corpus-prose.ts";
import { between, drawer, type Random, zipf } from "./random.ts";
import type { ContentWords } from "./words.ts";

const YEARS = 12;
const LAST_DAY = Date.UTC(2026, 10, 22);
const DAY = 24 * 60 * 60 * 1000;
const BODY_WORDS = [200, 600] as const;
const WITH_INSIGHTS = 0.2;
const WITH_ALIASES = 0.02;
/** Shares of the curated article and of the real short ones. */
const LONG_WITH_AUTHOR = 0.7;
const SHORT_WITH_AUTHOR = 0.35;
/** The exporting system cuts descriptions here, in mid-word. */
const DESCRIPTION_LENGTH = 200;

/** What both forms state. */
interface Story {
  readonly number: number;
  readonly title: string;
  readonly slug: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  readonly published: string;
  readonly host: string;
  readonly url: string;
  readonly topics: readonly string[];
  readonly offerings: readonly CatalogOffering[];
  readonly authors: readonly string[];
  readonly aliases: readonly string[];
  readonly insights: string | undefined;
}

export function* toStoryFiles(
  random: Random,
  content: ContentWords,
  { topics, offerings, hosts, authors }: DrawnCatalog,
  count: number,
): Generator<ContentFile> {
  const prose = buildProse(random, content);
  const draw = {
    topic: drawer(random, topics, zipf),
    offering: drawer(random, offerings, zipf),
    host: drawer(random, hosts, zipf),
    author: drawer(random, authors, zipf),
  };
  const taken = new Set<string>();
  for (let number = 1; number <= count; number += 1) {
    const isLong = number % 2 === 1;
    const title = prose.phrase(5, 12);
    const host = draw.host();
    const name = cutSlug(slugify(`${host.split(".")[0]} ${title}`), 100);
    const slug = taken.has(name) ? `${name}-${number}` : name;
    taken.add(slug);
    const day = LAST_DAY - between(random, 0, YEARS * 365) * DAY;
    const story: Story = {
      number,
      title,
      slug,
      date: toDay(day),
      published: toDay(day - between(random, 0, 5) * DAY),
      host,
      url: `https://${host}/${new Date(day).getUTCFullYear()}/${slugify(title)}-${number}/`,
      topics: distinct(between(random, 1, 4), draw.topic),
      offerings: distinct(between(random, 0, 2), draw.offering),
      authors: random() < (isLong ? LONG_WITH_AUTHOR : SHORT_WITH_AUTHOR) ? distinct(1, draw.author) : [],
      aliases: random() < WITH_ALIASES ? [`/news/former-${number}`] : [],
      insights: random() < WITH_INSIGHTS ? [prose.text(30, 80), prose.text(30, 80)].join("\n\n") : undefined,
    };
    const data = isLong ? toLongForm(story, prose) : toShortForm(story, prose);
    const body = prose.body(between(random, ...BODY_WORDS), isLong ? htmlFormat : markdownFormat);
    yield {
      path: `news/${story.date.slice(0, 4)}/${slug}.md`,
      text: `---\n${dump(data, { noRefs: true })}---\n${body}`,
    };
  }
}

const toDay = (time: number) => new Date(time).toISOString().slice(0, 10);

function toShortForm(story: Story, prose: Prose) {
  const { title, date, url, published, authors, topics, offerings, insights, aliases } = story;
  return {
    title,
    date,
    link: url,
    published,
    publishedBasis: "page",
    ...(authors.length > 0 && { author: authors }),
    categories: topics,
    ...(offerings.length > 0 && { relatedOfferings: offerings.map(({ slug }) => slug) }),
    summary: prose.text(25, 45),
    ...(insights !== undefined && { insights }),
    ...(aliases.length > 0 && { aliases }),
  };
}

/** The keys of the curated article in its order. It has no image, since none is there that could be shown. */
function toLongForm(story: Story, prose: Prose) {
  const { number, title, slug, date, published, host, url, topics, offerings, authors, aliases, insights } = story;
  const excerpt = Array.from({ length: 3 }, () => prose.sentence(15, 22)).join(" ");
  const image = `https://${host}/wp-content/uploads/${date.slice(0, 4)}/${slug}.jpeg`;
  return {
    ...(aliases.length > 0 && { aliases: aliases[0] }),
    archetype: "curated-content",
    author: authors.length > 0 ? authors : null,
    basePath: "/news/",
    breadcrumbLinks: ["/", "/news/", ""],
    breadcrumbs: ["Home", "News", title],
    categories: topics,
    categorySlug: topics.map((name) => name.toLowerCase()),
    categoryUrl: topics.map((name) => entityPath("topic", slugify(name)).slice(1, -1)),
    categoryLabel: topics.map((name) => name.slice(name.indexOf(": ") + 2)),
    contentCategories: "netspective-medigy-news-curated-content",
    institution: null,
    offering: null,
    layOut: "single",
    date,
    description: excerpt.slice(0, DESCRIPTION_LENGTH).padEnd(DESCRIPTION_LENGTH, "s"),
    favIconImage: null,
    featuredImage: null,
    featuredPdf: null,
    htmlMetaData: {
      author: null,
      description: excerpt,
      generator: null,
      viewport: "width=device-width, initial-scale=1",
      articlemodified_time: `${published}T00:13:30+00:00`,
      articlepublished_time: `${published}T04:00:00+00:00`,
      "msvalidate.01": null,
      ogdescription: excerpt,
      ogimage: image,
      ogsite_name: null,
      ogtitle: title,
      ogtype: "article",
      ogupdated_time: null,
      ogurl: url,
      "yandex-verification": null,
      robots: "index, follow, max-image-preview:large, max-snippet:-1, max-video-preview:-1",
      fbapp_id: null,
      oglocale: "en_US",
      fbadmins: null,
      articlepublisher: `https://www.facebook.com/pages/${host}/${302_199_219_847_409 + number}`,
      "google-site-verification": "ZfA9TYzJhTo4Qq5hZKk2GVBYHj0-7Bu73PO0P5jbDaI",
      keywords: null,
    },
    id: 100_000 + number,
    identifier: "News",
    lastMod: `${date}T16:09:50.338728Z`,
    link: { brand: host, href: url, original: url },
    href: url,
    original: url,
    mastHead: "NEWS",
    mdName: `${slug}.md`,
    openGraphMetaData: {
      ogdescription: excerpt,
      ogtitle: title,
      ogurl: url,
      ogimage: image,
      ogsite_name: null,
      ogtype: "article",
      ogupdated_time: null,
      ogimageheight: "338",
    },
    openProjectCustomFields: { cleanUrl: url, medigyTopics: topics, sourceUrl: url },
    openProjectWorkPackageType: "Curated Content",
    searchCategory: "News",
    slug,
    source: "open-project-curations",
    status: "",
    sub: "brief",
    tags: ["News"],
    title,
    via: " ",
    insights_description: insights ?? null,
    insights_name: null,
    viaLink: null,
    relatedOfferings: offerings.map(({ slug: offering, name, topics: categories, offeringId }) => ({
      label: name,
      permalink: `/offering/${offering}`,
      categories: [...categories],
      ...(offeringId !== undefined && { offeringId }),
    })),
    twitterMetaData: {
      twittercard: "summary",
      twitterdescription: excerpt,
      twittertitle: title,
      twitterimage: null,
      twitterurl: null,
    },
  };
}
