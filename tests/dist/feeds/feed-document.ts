/** A feed independent of its format, for the rules that hold for all formats. */
import type { FeedFormat } from "../../../src/vocab/feed-format.ts";

export interface FeedDocument {
  readonly format: FeedFormat;
  /** Path of the file below the site's folder. */
  readonly file: string;
  /** The address that it names as its own. */
  readonly self: string | undefined;
  /** The address of the page that it follows. */
  readonly home: string | undefined;
  /** Path of the style sheet for a browser; undefined for a format that is no XML. */
  readonly style?: string | undefined;
  readonly items: readonly FeedDocumentItem[];
  /** What feedsmith reads in it; the ids of the items in their order. */
  readonly library: { readonly title: string | undefined; readonly ids: readonly (string | undefined)[] };
}

export interface FeedDocumentItem {
  readonly id: string | undefined;
  readonly link: string | undefined;
  readonly title: string | undefined;
  /** HTML. */
  readonly content: string | undefined;
  readonly enclosures: readonly FeedEnclosure[];
}

export interface FeedEnclosure {
  readonly url: string | undefined;
  readonly type: string | undefined;
  readonly length: string | undefined;
}
