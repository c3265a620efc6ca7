/** What stands before and behind a link, or other markup, in a sentence. */
export type Around = readonly [before: string, behind: string];
