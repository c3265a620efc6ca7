/** Prefix of every name under which the site keeps something in a browser; each site of a domain has its own. */
export const storagePrefix: string =
  (import.meta.env?.BASE_URL ?? "/") === "/" ? "curalog" : `curalog${import.meta.env.BASE_URL}`;
