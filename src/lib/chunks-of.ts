/**
 * Cuts `items`, in their order, into chunks of at most `maxItems` whose sizes add up to at most `maxSize`. A larger item
 * is a chunk of its own.
 */
export function* chunksOf<T>(
  items: Iterable<T>,
  sizeOf: (item: T) => number,
  { maxItems, maxSize }: { readonly maxItems: number; readonly maxSize: number },
): Generator<T[]> {
  let current: T[] = [];
  let size = 0;
  for (const item of items) {
    const more = sizeOf(item);
    if (current.length > 0 && (current.length === maxItems || size + more > maxSize)) {
      yield current;
      current = [];
      size = 0;
    }
    current.push(item);
    size += more;
  }
  if (current.length > 0) yield current;
}
