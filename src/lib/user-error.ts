/** A failure that the person at the terminal can put right: commands print its message, without a stack. */
export class UserError extends Error {
  override readonly name: string = "UserError";
  /** Survives where a class does not: an error of a worker thread, or of the copy of this module in the compiled site. */
  readonly isForUser = true;
}

export function formatError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return "isForUser" in error ? error.message : (error.stack ?? error.message);
}

/** Of an error of the system: `ENOENT`. */
export function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : undefined;
}
