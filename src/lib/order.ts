/** Compares by code point, the same on every machine; locale comparison is not. */
export function byText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares labels as a reader expects: case, accents and a leading `#` do not count; ties fall to code points. */
export function byLabel(a: string, b: string): number {
  return byText(sortKey(a), sortKey(b)) || byText(a, b);
}

/** The key that labels are ordered and grouped by. */
export function sortKey(label: string): string {
  return label
    .normalize("NFKD")
    .replace(/\p{M}|[^\p{L}\p{N} ]/gu, "")
    .trim()
    .toLowerCase();
}
