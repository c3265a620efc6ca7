/** What the compiled site offers to whoever writes its files; types only, so that both sides can name them. */

/** One file of the site, not yet made. */
export interface RenderTask {
  /** Path below the site's folder, decoded, with `/`. */
  readonly file: string;
  /** The file of its route: `src/pages/news/[slug].astro`. */
  readonly route: string;
  /**
   * Decides the bytes, together with the code: two prints of a file with the
   * same key are the same. Undefined where nothing cheaper than the bytes
   * themselves tells.
   */
  readonly key: () => string | undefined;
  /** The bytes, or a stream of them for what need not be in memory at once. */
  readonly print: () => Promise<Uint8Array | ReadableStream<Uint8Array>>;
}

/** Files in their order. */
export interface RenderTaskList {
  readonly length: number;
  readonly at: (index: number) => RenderTask;
}

/** Files of one route, or of many. */
export interface Batch {
  /** True: listing the files is most of the work, so one thread does it all. Else each lists them and takes a part. */
  readonly isWhole: boolean;
  readonly list: () => Promise<RenderTaskList>;
}

export interface SiteSettings {
  /** Where the content is kept that the build has read and found good, and what stands for it; see `refreshContent`. */
  readonly store: string;
  readonly fingerprint: string;
  /** Digest of the code that the site was compiled from; what was made by another is not used again. */
  readonly code: string;
  /** Leaves out what is made for programs: feeds, data, Markdown, cards, search records. */
  readonly isPagesOnly: boolean;
}

/** What the compiled site exports. */
export interface CompiledSite {
  readonly listBatches: (settings: SiteSettings) => Promise<readonly Batch[]>;
}
