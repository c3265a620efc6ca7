/** All stories and offerings of one topic, as the browser fetches them to narrow the lists of its page. */
import type { FilteredRow } from "./offering-row.ts";

export interface TopicRows {
  readonly stories: TopicStories;
  /** By name. */
  readonly offerings: readonly TopicOffering[];
}

/** In columns, each story at its place in reading order: ten thousand objects would repeat every name. */
export interface TopicStories {
  readonly titles: readonly string[];
  readonly slugs: readonly string[];
  /** Empty where nobody stated it. */
  readonly dates: readonly string[];
  /** Places in `hostNames`. */
  readonly hosts: readonly number[];
  readonly hostNames: readonly string[];
  /** Places in `publisherNames`; -1 without one. */
  readonly publishers: readonly number[];
  readonly publisherNames: readonly { readonly value: string; readonly label: string }[];
  /** Language and direction of titles that are not of the page's own, by place. */
  readonly wordings: Readonly<Record<number, { readonly lang?: string; readonly dir?: string }>>;
  /** Why a story is with the topic that is filed elsewhere, by place. */
  readonly reasons: Readonly<Record<number, string>>;
  /** Stories on one event, by their places, the lead first. */
  readonly clusters: readonly (readonly number[])[];
}

/** An offering in a list, with what the filters look at. */
export interface TopicOffering
  extends Pick<
    FilteredRow,
    "slug" | "href" | "label" | "badge" | "vendor" | "kind" | "standards" | "values" | "bases"
  > {
  readonly reason: string | undefined;
}
