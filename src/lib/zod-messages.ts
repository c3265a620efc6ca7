/**
 * What a schema finds wrong, in the words of an editor, for fields without a message of their own; each continues 'The
 * value'.
 */
import type { z } from "zod";
import { nearest } from "./nearest.ts";

const TYPES: Readonly<Record<string, string>> = {
  string: "text",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "a set of fields",
  record: "a set of fields",
};

/** Passed to every `safeParse` of content. */
export const messages: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case "invalid_type":
      return TYPES[issue.expected] && `must be ${TYPES[issue.expected]}`;
    case "invalid_value": {
      const values = issue.values.map(String);
      const near = typeof issue.input === "string" ? nearest(issue.input, values) : [];
      const [only, ...others] = near.length > 0 ? near : values;
      return others.length === 0 ? `must be '${only}'` : `must be one of: ${[only, ...others].join(", ")}`;
    }
    case "too_small":
      return issue.origin === "array" ? `must have at least ${issue.minimum} in the list` : undefined;
    case "unrecognized_keys":
      return `has what is not a field: ${issue.keys.join(", ")}`;
    case "invalid_key":
      return `has the key '${String(issue.path?.at(-1) ?? "")}', which does not fit`;
    default:
      return undefined;
  }
};
