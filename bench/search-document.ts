/** A record as every peer gets it: the words that the project's own search looks in, in three fields. */
import type { SearchRecord } from "../src/search/index/search-record.ts";
import { brandOf } from "./search-queries.ts";

export interface SearchDocument {
  /** Address of the record. */
  readonly id: string;
  readonly title: string;
  readonly brand: string;
  /** Its topics, and what an offering states: standards, licence, status. */
  readonly topics: string;
}

export function toDocument(record: SearchRecord): SearchDocument {
  const { topic = [], standard = [], licence = [], status = [] } = record.fields;
  return {
    id: record.href,
    title: record.title,
    // What has no brand is under its title by the authority or the type that it has.
    brand: brandOf(record) || record.detail,
    topics: [...topic, ...standard, ...licence, ...status].join(", "),
  };
}
