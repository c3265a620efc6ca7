/** Rows as lines of plain text. Behind the first column, one that has numbers is aligned to the right. */
export function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const columns = (rows[0] ?? []).map((_, at) => {
    const cells = rows.map((row) => row[at] ?? "");
    return { width: Math.max(...cells.map(({ length }) => length)), isNumber: at > 0 && cells.some(startsWithDigit) };
  });
  const pad = (cell: string, at: number) => {
    const { width = 0, isNumber = false } = columns[at] ?? {};
    return isNumber ? cell.padStart(width) : cell.padEnd(width);
  };
  return rows.map((row) => row.map(pad).join("  ").trimEnd());
}

function startsWithDigit(text: string): boolean {
  return /^\d/.test(text);
}
