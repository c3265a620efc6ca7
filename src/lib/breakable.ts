import { element } from "./element.ts";
import { partsOfAddress, splitAtHyphenated } from "./line-breaks.ts";

/** A host or an address in the browser, as pages have it. */
export function breakable(text: string): (string | Node)[] {
  return partsOfAddress(text).flatMap((part, index) => (index === 0 ? [part] : [element("wbr", {}), part]));
}

/** A text in the browser, as pages have it. */
export function wholeWords(text: string): (string | Node)[] {
  return splitAtHyphenated(text).map((piece, index) =>
    index % 2 === 1 ? element("span", { className: "whole" }, piece) : piece,
  );
}
