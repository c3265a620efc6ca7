/** What the script of every page says itself: as little as can be, since every page carries it. */

export const notFetched = "This could not be fetched. Try again.";
