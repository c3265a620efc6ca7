/**
 * The words of stories as numbers, so that two stories are compared without a text being looked at, and how telling each
 * word is: the fewer stories have it, the more.
 */

/** They tell no event from another. */
const STOP_WORDS = new Set(
  (
    "a about after again against all also amid among an and any are as at be been before being between both but by can " +
    "could did do does down during each for from further had has have he her here his how i if in into is it its just " +
    "me might more most must my new no nor not now of off on once one only or other our out over own part per s said " +
    "same say says she should so some such than that the their them then there these they this those through to too " +
    "under until up upon us was we were what when where which while who whom whose why will with within without would " +
    "you your"
  ).split(" "),
);

/** In a small catalog every word would be rare. */
const LEAST_STORIES = 1000;
const EVERYDAY_SHARE = 0.3;

const NO_WORD = -1;

/** Numbers of words, each once, in ascending order. */
export type Words = readonly number[];

/** By the number of a word, the square of how telling it is. */
export type Weights = Float64Array;

/** The words of stories. Each has a number, its index in the lists below. */
export class StoryWords {
  /** By the word as it is written and by its stem. */
  readonly #numbers = new Map<string, number>();
  readonly #isEveryday: boolean[] = [];
  readonly #everyday: ReadonlySet<string>;
  /** How many stories have it. */
  readonly #counts: number[] = [];
  /** The last story that has it, as a number from 1 on. */
  readonly #last: number[] = [];
  #stories = 0;

  /** `everyday` are words that many stories share which have nothing else in common. */
  constructor(everyday: readonly string[]) {
    this.#everyday = new Set(everyday.map(stem));
  }

  /** To be called once for each story, with its folded texts. */
  read(title: string, rest: string): { titleWords: Words; words: Words } {
    this.#stories += 1;
    const words: number[] = [];
    this.#addTelling(title, words);
    const titleWords = words.slice();
    this.#addTelling(rest, words);
    return { titleWords: titleWords.sort(ascending), words: words.sort(ascending) };
  }

  /** Those that this story has not had before. */
  #addTelling(text: string, words: number[]): void {
    for (const word of text.split(" ")) {
      const number = this.#number(word);
      if (number === NO_WORD || this.#last[number] === this.#stories) continue;
      this.#last[number] = this.#stories;
      this.#counts[number] = (this.#counts[number] ?? 0) + 1;
      words.push(number);
    }
  }

  /** Those of these words that stories have, each once. */
  find(words: readonly string[]): readonly number[] {
    const numbers = new Set(words.map((word) => this.#numbers.get(word) ?? this.#numbers.get(stem(word)) ?? NO_WORD));
    numbers.delete(NO_WORD);
    return [...numbers];
  }

  isEveryday(word: number): boolean {
    return this.#isEveryday[word] ?? false;
  }

  /** How telling a word is goes from 0 to 1: the fewer stories have it, the more. */
  toWeights(): Weights {
    const all = Math.max(LEAST_STORIES, this.#stories);
    return Float64Array.from(this.#counts, (count, word) => {
      const share = Math.log(all / count) / Math.log(all);
      return (this.isEveryday(word) ? share * EVERYDAY_SHARE : share) ** 2;
    });
  }

  #number(word: string): number {
    const known = this.#numbers.get(word);
    if (known !== undefined) return known;
    const root = stem(word);
    const number = root === word ? this.#add(word) : this.#number(root);
    this.#numbers.set(word, number);
    return number;
  }

  #add(word: string): number {
    if (word.length < 2 || STOP_WORDS.has(word)) return NO_WORD;
    this.#counts.push(0);
    this.#last.push(0);
    return this.#isEveryday.push(this.#everyday.has(word)) - 1;
  }
}

/** Plural and singular are one word here: `hospitals`, `releases`. */
function stem(word: string): string {
  if (word.length < 4 || !word.endsWith("s") || /(?:ss|us|is)$/.test(word)) return word;
  if (word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  return /(?:ch|sh|x|ss|z)es$/.test(word) ? word.slice(0, -2) : word.slice(0, -1);
}

function ascending(a: number, b: number): number {
  return a - b;
}
