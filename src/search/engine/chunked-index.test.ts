import assert from "node:assert/strict";
import { test } from "node:test";
import { writeIndex } from "../index/write-index.ts";
import { corpusWords, fakeHost, makeRecords, randomFrom } from "../testing.ts";
import { searchIndex } from "./engine.ts";
import { loadIndex } from "./load-index.ts";
import type { SearchAnswer, SearchRequest } from "./search-answer.ts";
import type { SearchIndex } from "./search-index.ts";

const SYNONYMS = [
  ["ehr", ["electronic record", "emr"]],
  ["emr", ["ehr", "electronic record"]],
  ["pa", ["prior authorization"]],
  ["prior authorization", ["pa"]],
] as const;

/** More than one file of words, of postings and of records. */
const records = makeRecords(700, 5);
const corpus = { records, synonyms: SYNONYMS };
const wholeIndex = await open(writeIndex(corpus));
const chunkedIndex = await open(writeIndex(corpus, 0));
await chunkedIndex.facets(true);

async function open({ entry, files }: ReturnType<typeof writeIndex>): Promise<SearchIndex> {
  return loadIndex(entry, fakeHost(files).load);
}

/** What a chunked index looks at: 24 hits to rank, the 12 most frequent words that begin as typed. */
const RANKED = 24;
const BEGUN = 12;

const random = randomFrom(7);
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)] as T;
const times = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make);
const all = await wholeIndex.wordsWithPrefix("");

function misspell(word: string): string {
  const at = Math.floor(random() * (word.length - 1));
  const [before, here, next, after] = [word.slice(0, at), word.charAt(at), word.charAt(at + 1), word.slice(at + 2)];
  return pick([
    before + next + here + after,
    before + next + after,
    `${before}e${next}${after}`,
    `${before}${here}o${next}${after}`,
  ]);
}

const queries = [
  ...corpusWords,
  ...times(30, () => pick(all)),
  ...times(30, () => misspell(pick(all))),
  ...times(60, () => `${pick(corpusWords)} ${pick(corpusWords)}`),
  ...times(30, () => `${misspell(pick(corpusWords))} ${pick(corpusWords)}`),
  ...times(30, () => times(4, () => pick(corpusWords)).join(" ")),
  ...times(30, () => `${pick(all).slice(0, 4)} ${pick(corpusWords).slice(0, 3)}`),
  ...times(20, () => `${pick(all)} ${pick(corpusWords)} zzzzqqq`),
  ...times(20, () => pick(records).title),
  ..."a|m|s|ba|1|the|of the|emr vendor|prior authorization|health lake|icd11|x12270|zzzzqqq|__proto__|2026 fhir".split(
    "|",
  ),
];
/** What both answer, and whether more words begin as typed than a chunked index reads. */
const answers: { query: string; few: SearchAnswer; many: SearchAnswer; isCut: boolean }[] = [];
for (const query of queries) {
  const begun = await Promise.all(query.split(" ").map((word) => wholeIndex.wordsWithPrefix(word)));
  const isCut = begun.some((words) => words.length > BEGUN);
  answers.push({
    query,
    few: await searchIndex(chunkedIndex, { query }),
    many: await searchIndex(wholeIndex, { query }),
    isCut,
  });
}

test("the corpus has several files of everything", () => {
  const { files } = writeIndex(corpus, 0);
  for (const piece of ["records-20", "words-1", "postings-0-1", "postings-1-0"])
    assert.ok(
      [...files.keys()].some((file) => file.startsWith(`${piece}.`)),
      piece,
    );
});

test("where its limits are not reached, a chunked index answers what a whole one answers, to the letter", () => {
  const compared = answers.filter(({ many, isCut }) => !isCut && many.total <= RANKED);
  for (const { query, few, many } of compared) assert.deepEqual(few, many, query);
  assert.ok(compared.length > 100, `only ${compared.length} of ${queries.length} could be compared`);
});

test("of more hits than it ranks it has the same numbers and filters", () => {
  const numbers = ({ total, count, dropped, facets, groups }: SearchAnswer) => ({
    total,
    count,
    dropped,
    facets,
    groups: new Map(groups.map((group) => [group.kind, group.count])),
  });
  const compared = answers.filter(({ many, isCut }) => !isCut && many.total > RANKED);
  for (const { query, few, many } of compared) assert.deepEqual(numbers(few), numbers(many), query);
  assert.ok(compared.length > 50, `only ${compared.length} of ${queries.length} could be compared`);
});

test("filters and the order by date are the same", async () => {
  const expanded = new Set(["news", "offering"] as const);
  for (const query of ["fhir", "health data", "interoperabilty", "emr", "azure", "zzzzqqq fhir"]) {
    for (const selection of [
      new Map([["kind", new Set(["news"])]]),
      new Map([
        ["topic", new Set(["HL7: fhir", "HL7: data"])],
        ["year", new Set(["2026", "2025"])],
      ]),
      new Map([["publisher", new Set(["nobody"])]]),
    ]) {
      const byDate: SearchRequest = { query, selection, sort: "date", expanded };
      const [few, many] = await Promise.all([searchIndex(chunkedIndex, byDate), searchIndex(wholeIndex, byDate)]);
      const news = ({ hits, groups }: SearchAnswer) => [hits, groups.find(({ kind }) => kind === "news")];
      assert.deepEqual(news(few), news(many), query);
      assert.deepEqual([few.total, few.count, few.facets], [many.total, many.count, many.facets]);
    }
  }
});

test("its limits are all that tells it from a whole index", async () => {
  const limited: SearchIndex = {
    ...wholeIndex,
    maxRanked: RANKED,
    async wordsWithPrefix(prefix) {
      const words = await wholeIndex.wordsWithPrefix(prefix);
      const counts = (await wholeIndex.postings(words)).map(({ length }) => length);
      const count = (word: string) => (word === prefix ? Number.POSITIVE_INFINITY : (counts[words.indexOf(word)] ?? 0));
      return words.toSorted((a, b) => count(b) - count(a)).slice(0, BEGUN);
    },
  };
  for (const { query, few, many } of answers) {
    assert.deepEqual(few, await searchIndex(limited, { query }), query);
    assert.ok(few.total <= many.total, query);
  }
  assert.ok(
    answers.some(({ few, many }) => few.total < many.total),
    "no query had more words than are read",
  );
});

test("a word is read to the letter, however many others begin with it", async () => {
  for (const [title, query, word] of [
    ["m", "m", "m"],
    ["B&A", "ba", "ba_"],
  ] as const) {
    const rare = { ...records[0], title, href: "/offering/m/" } as (typeof records)[number];
    const index = await open(writeIndex({ records: [...records, rare], synonyms: [] }, 0));
    const answer = await searchIndex(index, { query });
    assert.equal(answer.hits[0]?.record.href, "/offering/m/");
    const begun = await index.wordsWithPrefix(query);
    assert.equal(begun.length, BEGUN);
    assert.equal(begun[0], word);
  }
});

/** One record of 9,000 words in five files: `w1000` to `w9999`. */
const words = Array.from({ length: 9000 }, (_, number) => `w${1000 + number}`);
const wordy = writeIndex({ records: [{ ...(records[0] ?? assert.fail()), text: words.join(" ") }], synonyms: [] }, 0);

test("a beginning is found where its words lie across files", async () => {
  const index = await open(wordy);
  for (const prefix of new Set(words.map((word) => word.slice(0, -1)))) {
    const begun = await index.wordsWithPrefix(prefix);
    assert.deepEqual(
      begun.toSorted(),
      words.filter((word) => word.startsWith(prefix)),
    );
  }
  assert.deepEqual(await index.wordsWithPrefix("w9999"), ["w9999"]);
  for (const unknown of ["0", "w0", "w99999", "zz", "\uFFDC"])
    assert.deepEqual(await index.wordsWithPrefix(unknown), [], unknown);
});

test("of a beginning that lies across many files three are read", async () => {
  const host = fakeHost(wordy.files);
  const index = await loadIndex(wordy.entry, host.load);
  assert.equal((await index.wordsWithPrefix("w")).length, BEGUN);
  assert.deepEqual(
    host.asked.slice(1).map((file) => file.split(".")[0]),
    ["words-0", "words-1", "words-2"],
  );
});

test("each word is known by itself, the first and the last of a file too", async () => {
  const index = await open(wordy);
  for (const word of [...words, "acme"].filter((_, number) => number % 7 === 0))
    assert.equal(await index.has(word), true, word);
  assert.deepEqual(
    (await index.postings(words)).map(({ length }) => length),
    words.map(() => 1),
  );
  for (const word of ["", "a", "w", "w10000", "zz", "__proto__"]) assert.equal(await index.has(word), false, word);
  assert.deepEqual(await index.postings(["w", "w1000", "zz"]), [[], [0], []]);
});
