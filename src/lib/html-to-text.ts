import { Parser } from "htmlparser2";
import { squeeze } from "./text.ts";

/** The words of an HTML text, without markup, white space collapsed. */
export function htmlToText(html: string): string {
  return squeeze(hasMarkup(html) ? collectText(html) : html);
}

/** True where a parser would find more than text. */
function hasMarkup(html: string): boolean {
  return html.includes("<") || html.includes("&");
}

/** Without building a tree, which would take twice the time and fail on deep nesting. */
function collectText(html: string): string {
  let text = "";
  // How many elements are open since the outermost one whose text is not shown.
  let hidden = 0;
  const parser = new Parser({
    onopentagname(name) {
      if (hidden > 0 || HIDDEN.has(name)) hidden += 1;
      else if (BLOCKS.has(name)) text += " ";
    },
    onclosetag(name) {
      if (hidden > 0) hidden -= 1;
      else if (BLOCKS.has(name)) text += " ";
    },
    oncdatastart: () => {
      hidden += 1;
    },
    oncdataend: () => {
      hidden -= 1;
    },
    ontext(data) {
      if (hidden === 0) text += data;
    },
  });
  parser.end(html);
  return text;
}

const HIDDEN: ReadonlySet<string> = new Set(["script", "style"]);

/** Elements whose text is apart from what stands before and after. */
export const BLOCKS: ReadonlySet<string> = new Set(
  "p div h1 h2 h3 h4 h5 h6 li ul ol dl dt dd blockquote pre table caption tr td th br hr figure figcaption".split(" "),
);
