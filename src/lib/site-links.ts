/** What a page links to, loads or sends to on its own site, as a browser must find it. */
import { Tokenizer } from "htmlparser2";
import { addBase, isSitePath } from "./base-path.ts";

/** Attributes that hold one address. */
const ADDRESSES: ReadonlySet<string> = new Set(["action", "formaction", "href", "poster", "src"]);

interface SiteLinks {
  readonly base: string;
  /** True for a path that has the base already, as the bundler writes those of its files. */
  readonly isComplete: (path: string) => boolean;
  /** False for a path that the site leaves out; a link to it loses its address. */
  readonly isPublished: (path: string) => boolean;
}

/** Adds the base to paths of the site, and takes the attribute away where the site has nothing at the path. */
export function toSiteLinks(html: string, { base, isComplete, isPublished }: SiteLinks): string {
  const pieces: string[] = [];
  let done = 0;
  let name = { text: "", start: 0 };
  /** Where an attribute that goes begins. */
  let goes: number | undefined;
  const ignore = () => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onattribname(start, end) {
        name = { text: html.slice(start, end).toLowerCase(), start };
      },
      onattribdata(start, end) {
        const address = html.slice(start, end);
        if (!ADDRESSES.has(name.text) || !isSitePath(address) || isComplete(address)) return;
        if (!isPublished(address)) {
          goes = name.start;
          return;
        }
        pieces.push(html.slice(done, start), addBase(base, address));
        done = end;
      },
      onattribend(_quote, end) {
        if (goes === undefined) return;
        pieces.push(html.slice(done, goes).trimEnd());
        // Behind its closing quote, where it has one.
        done = /["']/.test(html[end] ?? "") ? end + 1 : end;
        goes = undefined;
      },
      onattribentity: ignore,
      oncdata: ignore,
      onclosetag: ignore,
      oncomment: ignore,
      ondeclaration: ignore,
      onend: ignore,
      onopentagend: ignore,
      onopentagname: ignore,
      onprocessinginstruction: ignore,
      onselfclosingtag: ignore,
      ontext: ignore,
      ontextentity: ignore,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
  return pieces.join("") + html.slice(done);
}
