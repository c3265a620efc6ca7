/** A long list as pages that follow one another: which there are, and the links between them. */

export type Pagination = ReturnType<typeof paginate>;

/** Which pages a list has. An empty list has one page, which says so. */
export function countPages(items: number, itemsAPage: number): number {
  return Math.max(1, Math.ceil(items / itemsAPage));
}

/** The items of one page, from 1. */
export function itemsOfPage<T>(items: readonly T[], page: number, itemsAPage: number): readonly T[] {
  return items.slice((page - 1) * itemsAPage, page * itemsAPage);
}

/** `urlOf` is the address of a page, from 1. */
export function paginate(page: number, pages: number, urlOf: (page: number) => string) {
  const wanted = [...new Set([1, page - 1, page, page + 1, pages])]
    .filter((one) => one >= 1 && one <= pages)
    .sort((a, b) => a - b);
  return {
    page,
    pages,
    previous: page > 1 ? urlOf(page - 1) : undefined,
    next: page < pages ? urlOf(page + 1) : undefined,
    /** First, last and the pages around this one; undefined is a gap. */
    links: wanted.flatMap((one, index) => {
      const link = { page: one, href: urlOf(one) };
      return index > 0 && one - (wanted[index - 1] ?? one) > 1 ? [undefined, link] : [link];
    }),
  };
}
