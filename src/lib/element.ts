import { isSitePath, toAddress } from "./base-path.ts";

/** Creates an element in the browser; text is always text, never markup. A link to a path of the site gets the base of the site. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: Partial<HTMLElementTagNameMap[K]>,
  ...children: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const node = Object.assign(document.createElement(name), properties);
  if (node instanceof HTMLAnchorElement && "href" in properties && isSitePath(String(properties.href)))
    node.href = toAddress(String(properties.href));
  node.append(...children);
  return node;
}

/** What a page must have. */
export function get<E extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}
