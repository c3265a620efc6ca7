/** The files in which the facts of interfaces are kept, a folder for each offering. */
import { join } from "node:path";
import { InputError } from "../../cli/command.ts";
import { readIfPresent } from "../../ingest/read-content.ts";
import { parseJson } from "../../lib/parse-json.ts";
import { type InterfaceFacts, InterfaceFactsSchema } from "../../schemas/interface-facts.ts";

/** The record in a file; undefined where there is none. Throws an `InputError` for a file that is none. */
export async function readRecord(contentRoot: string, file: string): Promise<InterfaceFacts | undefined> {
  const bytes = await readIfPresent(join(contentRoot, file));
  if (bytes === undefined) return undefined;
  const { data } = InterfaceFactsSchema.safeParse(parseJson(bytes.toString()));
  if (data) return data;
  throw new InputError(`${file} is no record of an interface. Put its last version back, or delete it.`);
}

/** A line for each fact and each resource type, so that a difference shows what changed. */
export function formatRecord(record: InterfaceFacts): string {
  const lines = Object.entries(record).flatMap(([key, value]) =>
    value === undefined ? [] : `  ${JSON.stringify(key)}: ${formatValue(value)}`,
  );
  return `{\n${lines.join(",\n")}\n}\n`;
}

function formatValue(value: unknown): string {
  const isListOfObjects = Array.isArray(value) && typeof value[0] === "object";
  if (!isListOfObjects) return JSON.stringify(value);
  return `[\n${value.map((one) => `    ${JSON.stringify(one)}`).join(",\n")}\n  ]`;
}
