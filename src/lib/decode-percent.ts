/** The characters that percent-encoding stands for; undefined where it stands for none, as in `100%`. */
export function decodePercent(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
