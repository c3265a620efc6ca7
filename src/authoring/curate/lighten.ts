/** A saved page without the pictures and styles in it, which precede the story and may be most of the file. */

const HEAVY = /<(style|svg|noscript|script)\b([^<>]{0,2000})>/gi;
const CLOSING: Readonly<Record<string, RegExp>> = {
  style: /<\/style\s*>/gi,
  svg: /<\/svg\s*>/gi,
  noscript: /<\/noscript\s*>/gi,
  script: /<\/script\s*>/gi,
};
const DATA = /\bdata:[\w.+-]{1,40}\/[\w.+-]{1,80}(?:;[\w.=-]{1,60}){0,4},[\w+/=%.~!*():;@&$,?-]*/g;

/** At most `limit` characters of a page; one that fits stays as it is. */
export function lighten(html: string, limit: number): string {
  return html.length <= limit ? html : withoutHeavy(html).replace(DATA, "data:,").slice(0, limit);
}

/** Without elements that say nothing about the story. JSON-LD stays. */
function withoutHeavy(html: string): string {
  const kept: string[] = [];
  let from = 0;
  let read = 0;
  for (const { index, 0: tag, 1: name = "", 2: attributes = "" } of html.matchAll(HEAVY)) {
    const closing = CLOSING[name.toLowerCase()];
    if (index < read || closing === undefined) continue;
    closing.lastIndex = index + tag.length;
    // One that is never closed hides the rest of the page, from browsers too.
    if (!closing.test(html)) break;
    read = closing.lastIndex;
    // Its texts may have tags.
    if (/ld\+json/i.test(attributes)) continue;
    kept.push(html.slice(from, index));
    from = read;
  }
  return [...kept, html.slice(from)].join("");
}
