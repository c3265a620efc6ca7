/** Text that a regular expression takes literally; the same text in JavaScript, PCRE and RE2, unlike that of `RegExp.escape`. */
export function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&");
}
