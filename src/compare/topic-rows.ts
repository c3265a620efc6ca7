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
  /** Days of curation. */
  readonly curated: readonly string[];
  /** Places in `topicSlugs`, of each story. */
  readonly topics: readonly (readonly number[])[];
  readonly topicSlugs: readonly string[];
  /** Places in `sourceNames`. */
  readonly sources: readonly number[];
  /** Publishers, with their slugs, and hosts without a publisher that is known. */
  readonly sourceNames: readonly { readonly label: string; readonly publisher?: string }[];
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
