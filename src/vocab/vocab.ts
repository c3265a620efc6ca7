/** One term of a closed list: the key stands in content files, the label on pages, the slug in URLs. */
export interface Term {
  readonly label: string;
  readonly slug: string;
}

/** The keys of a closed list in display order, typed as a non-empty tuple for `z.enum`. */
export function keysOf<K extends string>(terms: Readonly<Record<K, Term>>): [K, ...K[]] {
  return Object.keys(terms) as [K, ...K[]];
}

/** The labels of a closed list by its keys. */
export function labelsOf<K extends string>(terms: Readonly<Record<K, Term>>): Readonly<Record<K, string>> {
  return Object.fromEntries(keysOf(terms).map((key) => [key, terms[key].label])) as Record<K, string>;
}

/** The terms of a closed list under other labels. */
export function withLabels<K extends string>(
  terms: Readonly<Record<K, Term>>,
  labels: Readonly<Record<K, string>>,
): Readonly<Record<K, Term>> {
  const entries = keysOf(terms).map((key) => [key, { ...terms[key], label: labels[key] }]);
  return Object.fromEntries(entries) as Record<K, Term>;
}
