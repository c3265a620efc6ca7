/** Every engine that is compared, by the name that the command line takes; the project's own comes first. */
import type { Engine } from "../engine.ts";

/** Read only when they are wanted, so that no engine's code is in the memory of another's process. */
const imports = {
  curalog: async () => (await import("./curalog.ts")).curalog,
  minisearch: async () => (await import("./minisearch.ts")).minisearch,
  "minisearch-wide": async () => (await import("./minisearch.ts")).minisearchWide,
  ufuzzy: async () => (await import("./ufuzzy.ts")).ufuzzy,
  orama: async () => (await import("./orama.ts")).orama,
  fuse: async () => (await import("./fuse.ts")).fuse,
  pagefind: async () => (await import("./pagefind.ts")).pagefind,
} as const satisfies Record<string, () => Promise<Engine>>;

export type EngineKey = keyof typeof imports;
export const engineKeys = Object.keys(imports) as EngineKey[];

export function importEngine(key: EngineKey): Promise<Engine> {
  return imports[key]();
}
