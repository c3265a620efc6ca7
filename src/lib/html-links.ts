import { Parser } from "htmlparser2";
import type { SafeHtml } from "./html.ts";

/** The addresses that a text links to, as a page has them, each once. */
export function linksOf(html: SafeHtml): string[] {
  if (!html.includes("<a ")) return [];
  const links = new Set<string>();
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name === "a" && href !== undefined) links.add(href);
    },
  });
  parser.end(html);
  return [...links];
}
