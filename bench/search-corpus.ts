/** As many search records as wanted, shaped like those of a grown site, the same for a seed and a content. */

import { byLabel, byText } from "../src/lib/order.ts";
import { startOf } from "../src/lib/partial-date.ts";
import { cutSlug, slugify } from "../src/lib/slugify.ts";
import { capitalize } from "../src/lib/text.ts";
import type { RecordKind, SearchRecord } from "../src/search/index/search-record.ts";
import { entityUrl } from "../src/views/urls.ts";
import { getStatus, getVocabulary } from "../src/vocab/vocabulary.ts";
import { between, drawer, pick, type Random, randomFrom, shuffle, zipf } from "./random.ts";
import { type ContentWords, inventNames, readContentWords, stopWords } from "./words.ts";

const NEWS_SHARE = 0.85;
const OFFERING_SHARE = 0.12;
const TOPICS = 300;
const RECORDS_PER_BRAND = 25;
const YEARS = 12;
const LAST_DAY = Date.UTC(2026, 10, 22);
const DAY = 24 * 60 * 60 * 1000;

/** About how many words a record has in its title, its brand and the labels of its topics together. */
const WORDS_PER_RECORD = 12;

/** Heaps' law: how many different words a text of so many words has. */
const vocabularySize = (tokens: number) => Math.round(30 * Math.sqrt(tokens));

const SECOND_WORDS =
  "Health Labs Systems Cloud Media News Journal Today Group Data Care Software Digital Research".split(" ");

/** In the order in which a site has its records: offerings, topics, organizations, and news with the newest first. */
export function buildCorpus(size: number, seed: number): SearchRecord[] {
  const random = randomFrom(seed);
  const content = readContentWords();
  const names = inventNames(
    random,
    content.words.map(({ word }) => word),
  );
  const brands = Array.from(
    { length: Math.max(1, Math.round(size / RECORDS_PER_BRAND)) },
    () => names.next().value,
  ).map((name) => (random() < 0.5 ? name : `${name} ${pick(random, SECOND_WORDS)}`));
  const topics = inventTopics(random, content);
  const counts = { offering: Math.round(size * OFFERING_SHARE), news: Math.round(size * NEWS_SHARE) };
  const rest = size - counts.offering - counts.news;
  const topicCount = Math.min(TOPICS, Math.ceil(rest / 2));

  const titles = writeTitles(random, content, brands, names, size, counts.offering + counts.news);
  const drawBrand = drawer(random, brands, zipf);
  const drawTopic = drawer(random, topics, zipf);
  const drawTopics = () => Array.from(new Set(Array.from({ length: between(random, 1, 4) }, drawTopic)));

  const { standards, licences } = getVocabulary();
  const offerings = titles.slice(0, counts.offering).map((title) => {
    const vendor = drawBrand();
    return draft("offering", title, vendor, "", {
      vendor: [vendor],
      topic: drawTopics(),
      standard: random() < 0.6 ? [pick(random, [...standards.keys()])] : [],
      licence: [pick(random, [...licences.values()]).label],
      status: [getStatus(random() < 0.9 ? "active" : "retired").label],
    });
  });
  const news = titles.slice(counts.offering).map((title) => {
    const publisher = drawBrand();
    return draft("news", title, publisher, drawDate(random), { publisher: [publisher], topic: drawTopics() });
  });
  const topicRecords = topics.slice(0, topicCount).map((name) => {
    const [authority = "", label = ""] = name.split(": ");
    return draft("topic", label, authority, "", {});
  });
  const organizations = Array.from({ length: rest - topicCount }, (_, index) =>
    draft("organization", brands[index] ?? names.next().value, "Vendor", "", {}),
  );

  return withAddresses([
    ...offerings.sort((a, b) => byLabel(a.title, b.title)),
    ...topicRecords.sort((a, b) => byLabel(a.detail, b.detail) || byLabel(a.title, b.title)),
    ...organizations.sort((a, b) => byLabel(a.title, b.title)),
    ...news.sort((a, b) => byText(startOf(b.date), startOf(a.date)) || byText(a.title, b.title)),
  ]);
}

/** Titles of 4 to 10 words: every word of the vocabulary once, and further ones as often as Zipf says. */
function writeTitles(
  random: Random,
  { words }: ContentWords,
  brands: readonly string[],
  names: Iterator<string, never>,
  size: number,
  count: number,
): string[] {
  // Headlines name firms, too; less often than the real words, whose last ones stand once in the content.
  const vocabulary = words.map(({ word }) => word);
  for (const [name = ""] of brands.map((brand) => brand.split(" "))) vocabulary.push(name);
  const wanted = vocabularySize(size * WORDS_PER_RECORD);
  while (vocabulary.length < wanted) vocabulary.push(names.next().value);
  // Where a vocabulary grows with the square root of the text, frequency falls with the square of rank in its tail.
  const draw = drawer(random, vocabulary, (_, rank) => words[rank]?.count ?? (words.length / (rank + 1)) ** 2);

  const lengths = Array.from({ length: count }, () => between(random, 2, 5) + between(random, 2, 5));
  const tokens = lengths.reduce((sum, length) => sum + length, 0);
  const once = vocabulary.slice(0, wanted);
  const pool = shuffle(random, [...once, ...Array.from({ length: Math.max(0, tokens - once.length) }, draw)]);
  return lengths.map((length) => {
    const title = new Set<string>();
    while (title.size < length) title.add(pool.pop() ?? draw());
    return capitalize([...title].join(" "));
  });
}

/** The content's own topics, then labels of one to three of its words under the same authorities. */
function inventTopics(random: Random, { words, topics }: ContentWords): string[] {
  const authorities = [...new Set(topics.map((name) => name.split(": ")[0] ?? ""))];
  const labels = drawer(
    random,
    words.map(({ word }) => word).filter((word) => /^\p{L}{4,}$/u.test(word) && !stopWords.has(word.toLowerCase())),
    zipf,
  );
  const names = new Set(topics);
  while (names.size < TOPICS) {
    const label = Array.from(new Set(Array.from({ length: between(random, 1, 3) }, labels)), capitalize).join(" ");
    names.add(`${pick(random, authorities)}: ${label}`);
  }
  return shuffle(random, [...names]);
}

/** Mostly a day; now and then only the month or the year is known. */
function drawDate(random: Random): string {
  const day = new Date(LAST_DAY - between(random, 0, YEARS * 365) * DAY).toISOString().slice(0, 10);
  const known = random();
  return known < 0.93 ? day : known < 0.98 ? day.slice(0, 7) : day.slice(0, 4);
}

type Draft = Omit<SearchRecord, "href">;

function draft(kind: RecordKind, title: string, detail: string, date: string, fields: SearchRecord["fields"]): Draft {
  return { kind, title, detail, text: "", date, fields };
}

/** The path of the title, with a number when another has it. */
function withAddresses(drafts: readonly Draft[]): SearchRecord[] {
  const taken = new Map<string, number>();
  return drafts.map((one) => {
    const slug = cutSlug(slugify(one.title));
    const count = (taken.get(`${one.kind} ${slug}`) ?? 0) + 1;
    taken.set(`${one.kind} ${slug}`, count);
    const href = entityUrl({ kind: one.kind, slug: count === 1 ? slug : `${slug}-${count}` });
    return { ...one, href };
  });
}
