import { UserError } from "../lib/user-error.ts";

/** A setting has a value that cannot be used; the message is for whoever set it. */
export class SettingError extends UserError {
  override readonly name = "SettingError";
}
