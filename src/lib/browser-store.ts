/**
 * What a page keeps in its reader's browser, as text by key. A type alone: the line that reads `localStorage` stands in
 * each module that needs it, since one that they share would be a file more for pages to fetch.
 */
export type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;
