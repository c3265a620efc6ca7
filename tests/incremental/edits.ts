/** Every kind of edit that the tests of incremental builds make. */
import { pick } from "../../bench/random.ts";
import { codeEdits } from "./code-edits.ts";
import type { Edit, State } from "./edit.ts";
import { entryEdits } from "./entry-edits.ts";
import { fieldEdits } from "./field-edits.ts";
import { fileEdits } from "./file-edits.ts";

export const contentEdits: readonly Edit[] = [...fieldEdits, ...entryEdits, ...fileEdits];
export const edits: readonly Edit[] = [...contentEdits, ...codeEdits];

/** Edits made before the first build, without which others have nothing to edit: each touches a file of its own. */
export const PREPARATIONS: readonly string[] = [
  ...Array(3).fill("image added"),
  "document added",
  ...Array(3).fill("file in public added"),
  "alias added",
];

const CODE_SHARE = 0.2;

/** Makes the edit of a kind and says what it was; throws when there is no such kind, or nothing to edit. */
export async function applyEdit(state: State, kind: string): Promise<string> {
  const edit = edits.find((one) => one.kind === kind);
  if (edit === undefined) throw new Error(`'${kind}' is no kind of edit`);
  const done = await edit.apply(state);
  if (done === undefined) throw new Error(`The project has nothing for the edit '${kind}'`);
  return `${kind} (${done})`;
}

/** Makes a random edit. Most are of content: after one of code little is left that could be reused. */
export async function applyAnyEdit(state: State): Promise<string> {
  for (;;) {
    const edit = pick(state.random, state.random() < CODE_SHARE ? codeEdits : contentEdits);
    const done = await edit.apply(state);
    if (done !== undefined) return `${edit.kind} (${done})`;
  }
}
