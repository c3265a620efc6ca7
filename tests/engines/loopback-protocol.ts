/** What the loopback engines have in common: what they hold, and what they are asked. */
import type { EngineDocument } from "../../src/search/engines/document.ts";
import type { SentRequest } from "./description.ts";

export interface EngineAnswer {
  readonly status: number;
  /** Sent as JSON, unless it is text. */
  readonly body: unknown;
}

/** What an engine has, by the name of an index or collection. */
export type Indexes = Map<string, LoopbackIndex>;

export interface LoopbackIndex {
  /** The body of the request that made it, or its settings. */
  settings: object;
  readonly documents: Map<string, EngineDocument>;
}

export type Protocol = (request: SentRequest) => EngineAnswer | Promise<EngineAnswer>;

export interface State {
  readonly indexes: Indexes;
  /** The index that an alias leads to. */
  readonly aliases: Map<string, string>;
  /** Sets of synonyms by name, where an engine has them apart. */
  readonly synonyms: Map<string, unknown>;
}

/** The values of lines of JSON. */
export function toValues(lines: string): unknown[] {
  return lines.split("\n").flatMap((line): unknown[] => (line.trim() === "" ? [] : [JSON.parse(line)]));
}
