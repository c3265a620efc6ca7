const DAY = 86_400_000;

/** How many days lie between two days, YYYY-MM-DD; negative when `to` comes first. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY);
}
