/** The headlines of a page, and where it leads by itself, from its beginning. */
import { Parser } from "htmlparser2";

export interface Page {
  /** The title, the first heading, and all the text where that is short. */
  readonly headlines: readonly string[];
  /** Where it leads by itself within seconds. */
  readonly refresh: string | undefined;
}

const MAX_HEADLINE = 200;
const MAX_REFRESH_SECONDS = 10;
const UNSEEN: readonly string[] = ["script", "style", "noscript", "template", "svg"];

export function readPage(html: string): Page {
  const texts = { title: "", h1: "", h2: "", body: "" };
  /** How many of each are open: a page may nest without end. */
  const open = new Map<string, number>();
  const count = (name: string, change: number) => open.set(name, (open.get(name) ?? 0) + change);
  const isIn = (name: string) => (open.get(name) ?? 0) > 0;
  const closed = new Set<string>();
  let refresh: string | undefined;
  const parser = new Parser({
    onopentag(name, { "http-equiv": equiv = "", content = "" }) {
      count(name, 1);
      if (name === "meta" && equiv.toLowerCase() === "refresh" && !isIn("noscript")) refresh ??= toRefresh(content);
    },
    ontext(text) {
      if (UNSEEN.some(isIn)) return;
      for (const name of ["title", "h1", "h2"] as const)
        if (isIn(name) && !closed.has(name) && texts[name].length <= MAX_HEADLINE) texts[name] += text;
      if (!isIn("head") && !isIn("title") && texts.body.length <= MAX_HEADLINE) texts.body += text;
    },
    onclosetag(name) {
      count(name, -1);
      closed.add(name);
    },
  });
  parser.end(html);
  const headlines = [texts.title, texts.h1 || texts.h2, texts.body];
  return { headlines: headlines.filter((text) => text.length <= MAX_HEADLINE), refresh };
}

/** The address in `0; url=/`. */
function toRefresh(content: string): string | undefined {
  const [, seconds, address] = /^\s*(\d{1,4})[\d.]*\s*[;,]\s*(?:url\s*=\s*)?["']?([^"']+)/i.exec(content) ?? [];
  return Number(seconds) <= MAX_REFRESH_SECONDS ? address?.trim() : undefined;
}
