/**
 * JSON that may stand in a `script` element as it is: no text in it can end the
 * element or open a comment, and every parser of JSON or of script reads the
 * same value from it.
 */
export function toJsonScript(value: object): string {
  return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, toEscape);
}

function toEscape(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
