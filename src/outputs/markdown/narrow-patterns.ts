/** Makes the library that writes Markdown try only the patterns that could match a text; the output stays the same. */
import { defaultHandlers, type Handle, type SafeConfig, type State, type Unsafe } from "mdast-util-to-markdown";

/**
 * The handler of the root, since that is the first to meet the state of one
 * run. Of some hundred patterns a text in a sentence can match about three, and
 * trying the others is most of what writing costs.
 * https://github.com/syntax-tree/mdast-util-to-markdown/blob/2.2.3/lib/util/safe.js
 */
export const narrowedRoot: Handle = (node, parent, state, info) => {
  const { safe, unsafe } = state;
  const find = finderFor(unsafe);
  state.safe = (input, config) => {
    const text = input ?? "";
    const fitting = find(text, config, state.stack);
    if (fitting.length === 0 && !text.includes("\\")) return text;
    state.unsafe = fitting;
    const result = safe.call(state, text, config);
    state.unsafe = unsafe;
    return result;
  };
  return defaultHandlers.root(node, parent, state, info);
};

type Find = (text: string, around: SafeConfig, stack: State["stack"]) => State["unsafe"];

/** Shared by all texts: each has a list of its own of the same patterns. */
let known: { readonly patterns: State["unsafe"]; readonly find: Find } | undefined;

function finderFor(patterns: State["unsafe"]): Find {
  const isKnown = known?.patterns.length === patterns.length && known.patterns.every((one, at) => one === patterns[at]);
  if (!known || !isKnown) known = { patterns, find: openFinder(patterns) };
  return known.find;
}

/** The patterns whose character stands in a text or beside it, in their order; those of line ends or of a construct only where there is one. */
function openFinder(patterns: State["unsafe"]): Find {
  const numbers = patterns.map(({ character }) => character.charCodeAt(0));
  const characters = [...new Set(numbers)];
  /** For each ASCII character, its place among these characters, from 1; 0 for the others. */
  const places = new Uint8Array(128);
  for (const [place, number] of characters.entries()) places[number] = place + 1;
  const isSeen = new Uint8Array(characters.length + 1);
  return (text, { before, after }, stack) => {
    isSeen.fill(0);
    let hasLineEnd = false;
    for (const part of [before, text, after])
      for (let at = 0; at < part.length; at += 1) {
        const number = part.charCodeAt(at);
        if (number < 128) isSeen[places[number] ?? 0] = 1;
        hasLineEnd ||= number === 10 || number === 13;
      }
    return patterns.filter(
      (pattern, at) =>
        isSeen[places[numbers[at] ?? 0] ?? 0] === 1 &&
        (hasLineEnd || !needsLineEnd(pattern)) &&
        isInside(stack, pattern),
    );
  };
}

function isInside(stack: State["stack"], { inConstruct }: Unsafe): boolean {
  if (!inConstruct || inConstruct.length === 0) return true;
  return typeof inConstruct === "string" ? stack.includes(inConstruct) : inConstruct.some((one) => stack.includes(one));
}

const LINE_ENDS: readonly (string | null | undefined)[] = ["[\\r\\n]", "\\r", "\\n"];

function needsLineEnd({ atBreak, before, after }: Unsafe): boolean {
  return atBreak === true || LINE_ENDS.includes(before) || LINE_ENDS.includes(after);
}
