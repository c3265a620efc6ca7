/** Midnight UTC of a day, as RFC 3339 has it: `2026-01-02T00:00:00Z`. Its readers want a time and a zone, and a day is all that is known. */
export function midnightOf(day: string): string {
  return `${day}T00:00:00Z`;
}
