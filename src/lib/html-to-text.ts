import { parseDocument } from "htmlparser2";
import { squeeze } from "./text.ts";

type ChildNode = ReturnType<typeof parseDocument>["children"][number];

/** The words of an HTML text, without markup, white space collapsed. */
export function htmlToText(html: string): string {
  let text = "";
  // A list of what is left to do instead of recursion, which deep nesting would exhaust.
  const rest: (ChildNode | " ")[] = parseDocument(html).children.toReversed();
  for (let node = rest.pop(); node !== undefined; node = rest.pop()) {
    if (node === " ") text += node;
    else if (node.type === "text") text += node.data;
    else if (node.type === "tag") {
      const space = isBlock(node.name) ? ([" "] as const) : [];
      rest.push(...space, ...node.children.toReversed(), ...space);
    }
  }
  return squeeze(text);
}

function isBlock(name: string): boolean {
  return /^(?:p|div|h[1-6]|li|ul|ol|dl|dt|dd|blockquote|pre|table|tr|td|th|br|hr|figure|figcaption)$/.test(name);
}
