import { Parser } from "htmlparser2";
import { markdownToHtml } from "satteri";

/** The addresses that a Markdown text links to, as a page would have them. */
export function linksOf(markdown: string): string[] {
  if (!/[[<]/.test(markdown)) return [];
  const links: string[] = [];
  const parser = new Parser({
    onopentag(name, { href }) {
      if (name === "a" && href !== undefined) links.push(href);
    },
  });
  parser.end(markdownToHtml(markdown, { features: { smartPunctuation: false, frontmatter: false } }).html);
  return links;
}
