import { isSitePath, toAddress } from "./base-path.ts";

/**
 * Creates an element in the browser; text is always text, never markup. A link to a path of the site gets the base of
 * the site. A property that is undefined is not set.
 */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  properties: { readonly [P in keyof HTMLElementTagNameMap[K]]?: HTMLElementTagNameMap[K][P] | undefined },
  ...children: (string | Node)[]
): HTMLElementTagNameMap[K] {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(properties)) if (value !== undefined) Reflect.set(node, key, value);
  if (node instanceof HTMLAnchorElement && "href" in properties && isSitePath(String(properties.href)))
    node.href = toAddress(String(properties.href));
  node.append(...children);
  return node;
}

export function plainButton(text: string, onClick: () => void): HTMLButtonElement {
  const button = element("button", { type: "button", className: "plain" }, text);
  button.addEventListener("click", onClick);
  return button;
}

/** An equal text is not set again: that would cause a new layout, and a status would be announced again. */
export function setText(node: Element, text: string): void {
  if (node.textContent !== text) node.textContent = text;
}

/** What a page must have. */
export function get<E extends HTMLElement = HTMLElement>(root: ParentNode, selector: string): E {
  const found = root.querySelector<E>(selector);
  if (!found) throw new Error(`The page has no ${selector}`);
  return found;
}
