/** What the parser of the HTML standard finds wrong with a page, or mends in silence. */
import { parse, type DefaultTreeAdapterTypes as Tree } from "parse5";

export interface ParseViolation {
  readonly message: string;
  /** Where it is in the text. */
  readonly offset: number;
}

export function parseViolations(html: string): ParseViolation[] {
  const violations: ParseViolation[] = [];
  const document = parse(html, {
    sourceCodeLocationInfo: true,
    // As a search engine reads it: without, what is in a noscript would be one text.
    scriptingEnabled: false,
    onParseError: ({ code, startOffset }) => violations.push({ message: code, offset: startOffset }),
  });
  return [...violations, ...displacedNodes(document, html)];
}

/**
 * The parser reports no error for a node that it moves: what follows `</body>` becomes the end of the body, and what no
 * table can hold comes before the table. In the tree such a node overlaps its neighbour or lies behind the end of its parent.
 */
function displacedNodes(parent: Tree.ParentNode, html: string): ParseViolation[] {
  const end = endOf(parent);
  let last = 0;
  return parent.childNodes.flatMap((node) => {
    const { sourceCodeLocation: place } = node;
    // Elements whose tags may be left out, such as `tbody`.
    if (!place) return "childNodes" in node ? displacedNodes(node, html) : [];
    const { startOffset, endOffset } = place;
    const isBehind = isText(node) ? !isSpace(html.slice(end, endOffset)) : startOffset > end;
    const isMoved = startOffset < last || isBehind;
    last = endOffset;
    const own = isMoved ? [{ message: `${node.nodeName} is not where it stands`, offset: startOffset }] : [];
    return "childNodes" in node ? [...own, ...displacedNodes(node, html)] : own;
  });
}

/** Where the end tag of a node begins; infinite where it has none. */
function endOf(node: Tree.ParentNode): number {
  return (node as Partial<Tree.Element>).sourceCodeLocation?.endTag?.startOffset ?? Number.POSITIVE_INFINITY;
}

function isText(node: Tree.ChildNode): boolean {
  return node.nodeName === "#text";
}

/** The space behind the end tags of a page, around comments too, belongs to the last text of its body. */
function isSpace(behind: string): boolean {
  return /^\s*$/.test(behind.replace(/<\/(?:body|html)>|<!--.*?-->/gs, ""));
}
