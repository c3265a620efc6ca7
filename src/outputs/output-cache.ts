/** Where a build caches parts of outputs, such as records, that several files are made of. */
import type { Cache } from "../lib/cache.ts";
import { digestOf } from "../lib/digest.ts";

let cache: Cache | undefined;
let code = "";

/** Called by a build; without it nothing is cached. `codeDigest` is that of the code that makes the parts. */
export function setOutputCache(buildCache: Cache, codeDigest: string): void {
  cache = buildCache;
  code = codeDigest;
}

/** The text that is cached under a key, or else made and cached. `kind` tells apart what may have the same key. */
export async function cachedText(kind: string, key: string, make: () => Promise<string>): Promise<string> {
  const fullKey = digestOf(`${kind} ${code} ${key}`);
  const cached = cache?.get(fullKey);
  if (cached) return new TextDecoder().decode(cached);
  const text = await make();
  cache?.set(fullKey, Buffer.from(text));
  return text;
}
