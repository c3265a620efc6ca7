/** The time on the reader's device, in milliseconds: visits are theirs, and no build knows of them. */
export function now(): number {
  return Date.now();
}
