import { typeOfFile } from "./file-types.ts";
import type { HeaderTable } from "./header-table.ts";
import { isMatch } from "./path-pattern.ts";

/** What a server sends with the file at a path, `/topic/hl7-fhir/` or `/feed.xml`, by lower-case name. */
export function headersFor(table: HeaderTable, path: string): Map<string, string> {
  const file = path.endsWith("/") ? `${path}index.html` : path;
  const headers = new Map(table.everywhere.map(([name, value]) => [name.toLowerCase(), value]));
  for (const { name, choices, otherwise } of table.byPath) {
    const value = choices.find(({ paths }) => paths.some((pattern) => isMatch(pattern, file)))?.value ?? otherwise;
    if (value !== undefined) headers.set(name.toLowerCase(), value);
  }
  const type = typeOfFile(file);
  if (type !== undefined) headers.set("content-type", type);
  return headers;
}
