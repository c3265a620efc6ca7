/** Words that tell records apart by nothing: a query with others in it is answered without them. */
export const stopWords: ReadonlySet<string> = new Set(
  "a an and are as at be by for from how in is it its of on or that the this to was what with".split(" "),
);
