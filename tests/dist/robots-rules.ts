/** What a robots.txt says, read as RFC 9309 has it, for the crawler that is treated worst. */
import { escapeRegExp } from "../../src/lib/escape-reg-exp.ts";

/** The sitemaps that it names. */
export function sitemapsIn(text: string): string[] {
  return fieldsOf(text).flatMap(([name, value]) => (name === "sitemap" ? [value] : []));
}

/** Whether any of its groups keeps a crawler from a path: the longest rule that fits decides, a tie allows. */
export function blocksIn(text: string): (path: string) => boolean {
  const groups: { isAllowed: boolean; length: number; fits: RegExp }[][] = [];
  let isAgent = false;
  for (const [name, value] of fieldsOf(text)) {
    if (name === "user-agent" && !isAgent) groups.push([]);
    isAgent = name === "user-agent";
    // An empty rule fits nothing.
    if ((name === "allow" || name === "disallow") && value !== "")
      groups.at(-1)?.push({ isAllowed: name === "allow", length: value.length, fits: toPattern(value) });
  }
  return (path) =>
    groups.some((rules) => {
      const fitting = rules.filter(({ fits }) => fits.test(path));
      const longest = Math.max(...fitting.map(({ length }) => length));
      const deciding = fitting.filter(({ length }) => length === longest);
      return deciding.length > 0 && deciding.every(({ isAllowed }) => !isAllowed);
    });
}

function fieldsOf(text: string): [name: string, value: string][] {
  return text.split(/\r\n?|\n/).flatMap((line) => {
    const [, name = "", value = ""] = /^\s*([\w-]+)\s*:\s*([^#]*)/.exec(line) ?? [];
    return name === "" ? [] : [[name.toLowerCase(), value.trim()] as [string, string]];
  });
}

/** `*` stands for anything, `$` at the end for the end. */
function toPattern(rule: string): RegExp {
  const source = rule.replace(/\$$/, "").split("*").map(escapeRegExp).join(".*");
  return new RegExp(`^${source}${rule.endsWith("$") ? "$" : ""}`);
}
