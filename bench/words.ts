/** Words for made-up records: those of the project's content with their frequencies, and invented names. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { getConfig } from "../src/config/config.ts";
import { parseContentFile } from "../src/ingest/front-matter.ts";
import { byText } from "../src/lib/order.ts";
import { capitalize } from "../src/lib/text.ts";
import { pick, type Random } from "./random.ts";

export interface RealWord {
  /** As it is mostly written: `FHIR`, `health`. */
  readonly word: string;
  readonly count: number;
}

export interface ContentWords {
  /** The most frequent first; each once, however it is written. */
  readonly words: readonly RealWord[];
  /** Full names of the topics, `<Authority>: <Label>`. */
  readonly topics: readonly string[];
}

/** Words that stand in every headline and that nobody searches for. */
export const stopWords: ReadonlySet<string> = new Set(
  (
    "a about after all also an and any are as at be been but by can do for from had has have how if in into is it " +
    "its may more most new no not now of on one only or our out over says so than that the their them then there " +
    "these they this those through to under up us was we were what when where which while who why will with you your"
  ).split(" "),
);

/** The words of titles, names, summaries and descriptions. */
export function readContentWords(): ContentWords {
  const { contentRoot } = getConfig();
  const files = readdirSync(contentRoot, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".md"))
    .sort(byText);
  const spellings = new Map<string, Map<string, number>>();
  const topics: string[] = [];
  for (const file of files) {
    const parsed = parseContentFile(readFileSync(join(contentRoot, file)), file);
    if (!parsed.ok) continue;
    const { title, name, summary, description } = parsed.value.data;
    for (const text of [title, name, summary, description]) {
      if (typeof text === "string") for (const word of wordsOf(text)) add(spellings, word);
    }
    if (file.startsWith("topics") && typeof name === "string") topics.push(name);
  }
  const words = [...spellings.values()].map(toWord);
  return { words: words.sort((a, b) => b.count - a.count || byText(a.word, b.word)), topics: topics.sort(byText) };
}

/** Runs of letters and digits, without `'s`; single characters other than the article are parts of something longer. */
function wordsOf(text: string): string[] {
  const words = text.match(/[\p{L}\p{N}]+(?:['’]\p{L}+)?/gu) ?? [];
  return words.map((word) => word.replace(/['’].*$/u, "")).filter((word) => word.length > 1 || /^a$/i.test(word));
}

function add(spellings: Map<string, Map<string, number>>, word: string): void {
  const key = word.toLowerCase();
  const counts = spellings.get(key) ?? new Map<string, number>();
  spellings.set(key, counts.set(word, (counts.get(word) ?? 0) + 1));
}

function toWord(counts: ReadonlyMap<string, number>): RealWord {
  const [[word] = [""]] = [...counts].sort((a, b) => b[1] - a[1] || byText(a[0], b[0]));
  return { word, count: [...counts.values()].reduce((sum, count) => sum + count, 0) };
}

const ONSETS = "b br c ch cl d dr f fl g gl h j k l m n p ph pl pr qu r s sc sk sp st t tr v w x y z".split(" ");
const VOWELS = "a a a e e e i i i o o o u u ai ea ia io oo y".split(" ");
const CODAS = ["", "", "", "", "l", "m", "n", "n", "r", "r", "s", "t", "x", "nt", "rd", "ck"];
const ENDINGS = "a ia io is ix on ora era ity ium ly o os ent al ar ex iq us way care dox gen link med path soft".split(
  " ",
);

/** Names that can be spoken and look like those of products and firms: `Medivora`, `Clintrex`. Never one of `taken`. */
export function* inventNames(random: Random, taken: Iterable<string>): Generator<string, never> {
  const used = new Set([...taken].map((word) => word.toLowerCase()));
  for (;;) {
    const syllables = random() < 0.45 ? 1 : 2;
    let stem = "";
    for (let count = 0; count < syllables; count += 1) stem += pick(random, ONSETS) + pick(random, VOWELS);
    const name = stem + pick(random, CODAS) + pick(random, random() < 0.75 ? ENDINGS : CODAS);
    if (name.length < 4 || name.length > 12 || /[aeiouy]{3}/.test(name) || used.has(name)) continue;
    used.add(name);
    yield capitalize(name);
  }
}
