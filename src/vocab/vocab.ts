/** One term of a closed list: the key stands in content files, the label on pages, the slug in URLs. */
export interface Term {
  readonly label: string;
  readonly slug: string;
}

/** The keys of a closed list in display order, typed as a non-empty tuple for `z.enum`. */
export function keysOf<K extends string>(terms: Readonly<Record<K, Term>>): [K, ...K[]] {
  return Object.keys(terms) as [K, ...K[]];
}
