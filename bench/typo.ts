/** One slip of the keyboard in a word: a letter replaced, left out, added, or swapped with its neighbour. */
import { between, pick, type Random } from "./random.ts";

const LETTERS = "abcdefghijklmnopqrstuvwxyz".split("");

/** Every kind and place of slip is equally likely. One edit away from `word`, which must have two different letters. */
export function misspell(random: Random, word: string): string {
  const slip = pick(random, [replace, leaveOut, add, swap]);
  let slipped = word;
  // A letter may have been replaced by itself, and two equal neighbours swapped.
  while (slipped === word) slipped = slip(random, word);
  return slipped;
}

function replace(random: Random, word: string): string {
  const at = between(random, 0, word.length - 1);
  return word.slice(0, at) + pick(random, LETTERS) + word.slice(at + 1);
}

function leaveOut(random: Random, word: string): string {
  const at = between(random, 0, word.length - 1);
  return word.slice(0, at) + word.slice(at + 1);
}

function add(random: Random, word: string): string {
  const at = between(random, 0, word.length);
  return word.slice(0, at) + pick(random, LETTERS) + word.slice(at);
}

function swap(random: Random, word: string): string {
  const at = between(random, 0, word.length - 2);
  return word.slice(0, at) + word.charAt(at + 1) + word.charAt(at) + word.slice(at + 2);
}
