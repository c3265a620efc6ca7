import { UserError } from "../../lib/user-error.ts";

/** A document that no facts can be read from. The message is the end of a sentence that begins with its name. */
export class DocumentError extends UserError {
  override readonly name = "DocumentError";
}
