/** Adds the base of a site to what a page links to, loads or sends to, where that is said as a path of the site. */
import { Tokenizer } from "htmlparser2";
import { addBase, isSitePath } from "./base-path.ts";

/** Attributes that hold one address. */
const ADDRESSES: ReadonlySet<string> = new Set(["action", "formaction", "href", "poster", "src"]);

/** `isComplete` is true for a path that has the base already, as the bundler writes those of its files. */
export function addBaseToLinks(html: string, base: string, isComplete: (path: string) => boolean): string {
  const pieces: string[] = [];
  let done = 0;
  let name = "";
  const ignore = () => {};
  const tokenizer = new Tokenizer(
    { decodeEntities: false },
    {
      onattribname(start, end) {
        name = html.slice(start, end).toLowerCase();
      },
      onattribdata(start, end) {
        const address = html.slice(start, end);
        if (!ADDRESSES.has(name) || !isSitePath(address) || isComplete(address)) return;
        pieces.push(html.slice(done, start), addBase(base, address));
        done = end;
      },
      onattribentity: ignore,
      onattribend: ignore,
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
