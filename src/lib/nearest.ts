import { distance } from "fastest-levenshtein";
import { byText } from "./order.ts";

/**
 * The `limit` candidates closest to `wanted`, closest first. Names that share
 * nothing with it are left out: at most two edits in five letters, or the
 * wanted word standing whole inside the candidate.
 */
export function nearest(wanted: string, candidates: Iterable<string>, limit = 3): string[] {
  const target = wanted.toLowerCase();
  const scored: { name: string; score: number }[] = [];
  for (const name of candidates) {
    const other = name.toLowerCase();
    const edits = distance(target, other);
    const contained = target.length >= 3 && (other.includes(target) || target.includes(other));
    if (edits <= Math.max(2, Math.floor(target.length * 0.4)) || contained) {
      scored.push({ name, score: contained ? Math.min(edits, 2) : edits });
    }
  }
  return scored
    .sort((a, b) => a.score - b.score || byText(a.name, b.name))
    .slice(0, limit)
    .map(({ name }) => name);
}

/** `Did you mean 'a', 'b'?`; undefined when there is nothing to offer. */
export function didYouMean(names: readonly string[]): string | undefined {
  return names.length === 0 ? undefined : `Did you mean ${names.map((name) => `'${name}'`).join(", ")}?`;
}

/** True when `a` and `b` differ, by two edits at most. */
export function isSlip(a: string, b: string): boolean {
  return a !== b && distance(a.toLowerCase(), b.toLowerCase()) <= 2;
}
