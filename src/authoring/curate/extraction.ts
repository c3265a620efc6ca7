/** What is read from a page. */
import type { PartialDate } from "../../lib/partial-date.ts";

export interface Sourced<T> {
  readonly value: T;
  /** Where it was read: `JSON-LD headline`, `meta og:title`, `address`. */
  readonly source: string;
}

export interface PageFields {
  /** Cleaned; the page's own address for itself where that can be believed. */
  readonly url: Sourced<string>;
  readonly title?: Sourced<string> | undefined;
  readonly authors?: Sourced<readonly string[]> | undefined;
  /** At the precision known, and as the page states it. */
  readonly published?: (Sourced<PartialDate> & { readonly stated: string }) | undefined;
  readonly description?: Sourced<string> | undefined;
  readonly image?: Sourced<string> | undefined;
  readonly publisher?: Sourced<string> | undefined;
  /** Two or three letters. */
  readonly language?: Sourced<string> | undefined;
}

export interface Extraction {
  readonly fields: PageFields;
  /** Visible text of the story, without navigation and other boilerplate. */
  readonly text: string;
  /** Why nothing or not everything was read. */
  readonly problem?: string | undefined;
}
