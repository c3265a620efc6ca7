/**
 * Cuts `items` into runs of at most `maxItems`, whose sizes come to at most `maxSize` together; order is kept. An item
 * that is larger by itself stands alone.
 */
export function chunksOf<T>(
  items: Iterable<T>,
  sizeOf: (item: T) => number,
  { maxItems, maxSize }: { readonly maxItems: number; readonly maxSize: number },
): T[][] {
  const chunks: T[][] = [];
  let current: T[] = [];
  let size = 0;
  for (const item of items) {
    const more = sizeOf(item);
    if (current.length > 0 && (current.length === maxItems || size + more > maxSize)) {
      chunks.push(current);
      current = [];
      size = 0;
    }
    current.push(item);
    size += more;
  }
  return current.length > 0 ? [...chunks, current] : chunks;
}
