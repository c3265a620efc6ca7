/** Text in single quotes, where YAML reads every sign but the quote itself as text. A line end in it folds as it did without them. */
export function quote(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

const OPENING = "‘‚‛“„‟«‹»›";
const CLOSING = "’‘‛”“‟»›«‹";

/** The text within typographic quotes that stand around all of it, as word processors put them for straight ones. */
export function withoutTypographicQuotes(text: string): string | undefined {
  const first = text.charAt(0);
  const inner = text.slice(1, -1);
  const isEnclosed =
    text.length > 2 &&
    OPENING.includes(first) &&
    CLOSING.includes(text.charAt(text.length - 1)) &&
    !inner.includes(first);
  return isEnclosed ? inner.trim() : undefined;
}
