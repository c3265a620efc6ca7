/**
 * What OpenProject had at the last import: the bases of the three-way merges.
 *
 * They are files in `content/.openproject/`, committed with the content, so
 * that every clone merges against the same base, and a branch or a revert takes
 * both along. Readers of content skip names that begin with a dot.
 */
import { join } from "node:path";
import { z } from "zod";
import { InputError } from "../../cli/command.ts";
import { readIfPresent } from "../../ingest/read-content.ts";
import { parseJson } from "../../lib/parse-json.ts";
import { writeFileAtomically } from "../../lib/write-file-atomically.ts";

const FOLDER = ".openproject";

const fileShape = z.object({
  /** File below the folder of its kind in public/. */
  href: z.string(),
  /** As the curated article has it: `JPEG`. */
  format: z.string(),
  /** Width and height of an image. */
  size: z.tuple([z.number(), z.number()]).optional(),
  attachment: z.object({ id: z.number(), fileName: z.string(), link: z.string() }),
  /** SHA-256 of the file, hexadecimal. */
  digest: z.string(),
});
/** A file of a story as its front matter describes it. */
export type ImportedFile = Readonly<z.output<typeof fileShape>>;

const baseShape = z.object({
  id: z.number().int(),
  /** The change of the work package that was imported; absent while a conflict is open, so that it is read again. */
  updatedAt: z.string().optional(),
  fields: z.record(z.string(), z.unknown()),
  /** SHA-256 of the body. */
  body: z.string(),
  /** True where the body was an attachment. */
  hasContentFile: z.boolean().optional(),
  image: fileShape.optional(),
  icon: fileShape.optional(),
  document: fileShape.optional(),
});
export type Base = z.output<typeof baseShape>;

const stateShape = z.object({
  /** The instance that the numbers of work packages belong to. */
  url: z.string(),
  /** By project: the time before which every change is imported and settled. */
  settled: z.record(z.string(), z.string()),
});
export type State = z.output<typeof stateShape>;

export type BaseStore = ReturnType<typeof createBaseStore>;

export function createBaseStore(contentRoot: string) {
  const folder = join(contentRoot, FOLDER);
  const find = async <T extends z.ZodType>(name: string, shape: T): Promise<z.output<T> | undefined> => {
    const bytes = await readIfPresent(join(folder, name));
    if (bytes === undefined) return undefined;
    const { success, data } = shape.safeParse(parseJson(bytes.toString()));
    if (success) return data;
    throw new InputError(`${FOLDER}/${name} cannot be read: restore it from version control`);
  };
  const write = async (name: string, value: unknown): Promise<void> => {
    const path = join(folder, name);
    const text = `${JSON.stringify(value, null, 2)}\n`;
    if ((await readIfPresent(path))?.toString() !== text) await writeFileAtomically(path, text);
  };
  return {
    findBase: (id: number) => find(`${id}.json`, baseShape),
    writeBase: (base: Base) => write(`${base.id}.json`, base),
    findState: () => find("state.json", stateShape),
    writeState: (state: State) => write("state.json", state),
  };
}
