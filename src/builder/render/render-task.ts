/** The interface between the build and the compiled site. Types only: the two are bundled apart. */

/** One file of the site, not rendered yet. */
export interface RenderTask {
  /** Path below the site's folder, decoded, with `/`. */
  readonly file: string;
  /** Source file of the route: `src/pages/news/[slug].astro`. */
  readonly route: string;
  /**
   * Determines the bytes together with the code: a file with the same key need
   * not be rendered again. Undefined where a key would cost more than rendering.
   */
  readonly getKey: () => string | undefined;
  /** The bytes, or a stream of them for large files. */
  readonly render: () => Promise<Uint8Array | ReadableStream<Uint8Array>>;
}

/** A lazy list: each task is created when it is read. */
export interface RenderTaskList {
  readonly length: number;
  readonly at: (index: number) => RenderTask;
}

/** Files of one route, or of several. */
export interface Batch {
  /** One thread renders the whole batch, because listing its files is most of the work. Otherwise all threads share it. */
  readonly singleThreaded: boolean;
  readonly list: () => Promise<RenderTaskList>;
}

export interface SiteSettings {
  /** Folder and digest of the parsed and validated content; see `refreshContent`. */
  readonly store: string;
  readonly fingerprint: string;
  /** Digest of the code that was compiled; cached outputs of other code are ignored. */
  readonly code: string;
  /** Leaves out feeds, data, Markdown, social images and the search index. */
  readonly isPagesOnly: boolean;
}

/** Exports of the compiled site. */
export interface CompiledSite {
  readonly listBatches: (settings: SiteSettings) => Promise<readonly Batch[]>;
}
