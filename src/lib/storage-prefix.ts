/** What the names of all that the site keeps in a browser begin with; sites of one domain have one each. */
export const storagePrefix: string =
  (import.meta.env?.BASE_URL ?? "/") === "/" ? "curalog" : `curalog${import.meta.env.BASE_URL}`;
