/** A store in memory, for tests. */
import type { Store } from "./browser-store.ts";

export function memoryStore(entries: Readonly<Record<string, string>> = {}): Store & { values: Map<string, string> } {
  const values = new Map(Object.entries(entries));
  return {
    values,
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
    removeItem: (key) => void values.delete(key),
  };
}
