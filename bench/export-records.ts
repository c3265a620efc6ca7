/** As many search records as wanted, one after another and never in memory together; the same each time they are read. */
import { cutSlug, slugify } from "../src/lib/slugify.ts";
import { capitalize } from "../src/lib/text.ts";
import type { RecordKind, SearchRecord } from "../src/search/index/search-record.ts";
import { entityUrl } from "../src/views/urls.ts";
import { between, drawer, pick, randomFrom, zipf } from "./random.ts";
import { inventNames, readContentWords } from "./words.ts";

const SEED = 1;
/** Of every so many records one is an offering, the others are stories. */
const OFFERING_EVERY = 8;
const BRANDS = 5000;
const YEARS = 12;
const LAST_YEAR = 2026;

/** Words of the content with their frequencies; a story has a summary as long as a real record's text. */
export function streamRecords(size: number): Iterable<SearchRecord> {
  const { words, topics } = readContentWords();
  return { [Symbol.iterator]: () => draw(size, words, topics) };
}

function* draw(
  size: number,
  words: readonly { readonly word: string; readonly count: number }[],
  topics: readonly string[],
): Generator<SearchRecord> {
  const random = randomFrom(SEED);
  const names = inventNames(
    random,
    words.map(({ word }) => word),
  );
  const brands = Array.from({ length: BRANDS }, () => names.next().value);
  const [drawBrand, drawTopic] = [drawer(random, brands, zipf), drawer(random, topics, zipf)];
  const drawWord = drawer(random, words, ({ count }) => count);
  const write = (count: number) => capitalize(Array.from({ length: count }, () => drawWord().word).join(" "));
  for (let number = 0; number < size; number += 1) {
    const kind: RecordKind = number % OFFERING_EVERY === 0 ? "offering" : "news";
    const title = write(between(random, 4, 10));
    const brand = drawBrand();
    const year = LAST_YEAR - Math.floor((number * YEARS) / size);
    const topic = [...new Set([drawTopic(), drawTopic()])];
    const fields = kind === "news" ? { publisher: [brand], topic } : { vendor: [brand], topic, standard: ["FHIR R4"] };
    yield {
      kind,
      title,
      href: entityUrl({ kind, slug: `${cutSlug(slugify(title))}-${number}` }),
      detail: brand,
      text: write(between(random, 15, 30)),
      date: kind === "news" ? `${year}-${pick(random, ["03", "06", "09"])}` : "",
      fields,
    };
  }
}
