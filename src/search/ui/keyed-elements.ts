/** Elements that are created anew or updated in place, known by a key. */

/** Marks an element by a key, so that its successor can get the focus when it is created anew. */
export function keyed<T extends HTMLElement>(node: T, key: string): T {
  node.dataset["key"] = key;
  return node;
}

/** One child for each item, in the same order; a child that already has the key of an item is reused and not moved without need. */
export function fillKeyed<T, E extends HTMLElement>(
  parent: HTMLElement,
  items: readonly T[],
  keyOf: (item: T) => string,
  make: (item: T) => E,
  update: (child: E, item: T) => void,
): void {
  const before = new Map([...parent.children].map((child) => [(child as E).dataset["item"], child as E]));
  const children = items.map((item) => {
    const key = keyOf(item);
    const child = before.get(key) ?? make(item);
    child.dataset["item"] = key;
    update(child, item);
    return child;
  });
  const reused = new Set<Element>(children);
  for (const child of before.values()) if (!reused.has(child)) child.remove();
  for (const [index, child] of children.entries()) {
    if (parent.children[index] !== child) parent.insertBefore(child, parent.children[index] ?? null);
  }
}
