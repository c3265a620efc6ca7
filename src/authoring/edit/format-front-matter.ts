import { dump } from "js-yaml";

/** The front matter of a new file. Text that YAML 1.1 or 1.2 would read as something else is quoted. */
export function formatFrontMatter(data: Readonly<Record<string, unknown>>): string {
  // The parser refuses the anchors and aliases that equal values would become.
  return `---\n${dump(data, { noRefs: true })}---\n`;
}
