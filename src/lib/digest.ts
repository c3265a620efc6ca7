import { createHash } from "node:crypto";

/** The first ten hexadecimal digits of the SHA-256 of a text: enough to name files by their content. */
export function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}
