/** What of a page is content, as one text: two pages with the same text say the same, however they are built and framed. */
import { Parser } from "htmlparser2";
import { type BuiltPage, canonicalOf, elementsOf, metaOf } from "../built-site/built-site.ts";
import { squeeze } from "../lib/text.ts";

/** Of an element in the main part: where it leads and what it shows; how it looks does not count. */
const TELLING = ["href", "src", "alt", "datetime", "lang", "dir"];

/** Files of the site whose names change with every byte of style or script; none of them is content. */
const BUILT_FILE = /^\/(?!\/)(?:.*\/)?(?:assets|_astro)\/[^/]+\.[\w-]+\.\w+$/;

const SILENT: ReadonlySet<string> = new Set(["script", "style", "noscript", "template"]);

/**
 * Title, description, robots, canonical address and structured data of the
 * head, and the main part without styles, scripts, classes, ids and white
 * space. Header, footer and breadcrumbs are the frame of every page: a change
 * there is no change of a page. What a list in the main part shows is content.
 */
export function contentOf(page: BuiltPage): string {
  const data = elementsOf(page, "script").filter(({ attributes }) => attributes["type"] === "application/ld+json");
  return [
    elementsOf(page, "title")[0]?.text.trim() ?? "",
    metaOf(page, "description") ?? "",
    metaOf(page, "robots") ?? "",
    canonicalOf(page) ?? "",
    ...data.map(({ text }) => sortedJson(text)),
    mainOf(page.html),
  ].join("\n");
}

/** The same for the same data, in whatever order its fields stand. */
function sortedJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), (_key, value: unknown) =>
      value !== null && typeof value === "object" && !Array.isArray(value)
        ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
        : value,
    );
  } catch {
    return text.trim();
  }
}

function mainOf(html: string): string {
  const pieces: string[] = [];
  let text = "";
  let depth = 0;
  let silent = 0;
  const flush = () => {
    const words = squeeze(text);
    if (words !== "") pieces.push(words);
    text = "";
  };
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "main" || depth > 0) depth += 1;
      if (depth === 0) return;
      if (SILENT.has(name)) silent += 1;
      if (silent > 0) return;
      const told = TELLING.flatMap((key) => {
        const value = attributes[key];
        return value === undefined || BUILT_FILE.test(value) ? [] : [`${key}=${value}`];
      });
      flush();
      pieces.push(`<${[name, ...told].join(" ")}>`);
    },
    ontext(data) {
      if (depth > 0 && silent === 0) text += data;
    },
    onclosetag(name) {
      if (depth === 0) return;
      if (silent === 0) flush();
      if (SILENT.has(name)) silent -= 1;
      depth -= 1;
    },
  });
  parser.end(html);
  return pieces.join("\n");
}
