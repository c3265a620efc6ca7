/** Where a build caches parts of outputs: records that several files are made of, and images that outlive other code. */
import type { Cache } from "../lib/cache.ts";
import { digestOf } from "../lib/digest.ts";

let cache: Cache | undefined;
let code = "";

/** Called by a build; without it nothing is cached. `codeDigest` is that of all code that outputs are made by. */
export function setOutputCache(buildCache: Cache, codeDigest: string): void {
  cache = buildCache;
  code = codeDigest;
}

/** The bytes cached under a key that alone decides them; made and cached where there are none. */
export async function cachedBytes(key: string, make: () => Promise<Uint8Array>): Promise<Uint8Array> {
  const cached = cache?.get(key);
  if (cached) return cached;
  const bytes = await make();
  cache?.set(key, bytes);
  return bytes;
}

/** The text that a key decides together with the code. `kind` tells apart what may have the same key. */
export async function cachedText(kind: string, key: string, make: () => Promise<string>): Promise<string> {
  const bytes = await cachedBytes(digestOf(`${kind} ${code} ${key}`), async () => Buffer.from(await make()));
  return new TextDecoder().decode(bytes);
}
