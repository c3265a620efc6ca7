/** Freezes a value and everything that can be reached from it through properties; circles are fine. The entries of maps stay writable. */
export function deepFreeze<T>(root: T): T {
  const stack: unknown[] = [root];
  for (let value = stack.pop(); value !== undefined; value = stack.pop()) {
    if (typeof value !== "object" || value === null || Object.isFrozen(value)) continue;
    Object.freeze(value);
    stack.push(...Object.values(value).filter((item) => typeof item === "object" && item !== null));
  }
  return root;
}
