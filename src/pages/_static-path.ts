/** What the paths of routes are made with; no route itself. */
import { getConfig } from "../config/config.ts";

/** The paths of a route for programs: none where only pages are built. */
export function unlessPagesOnly<T>(listPaths: () => Promise<readonly T[]>): () => Promise<T[]> {
  return async () => (getConfig().isPagesOnly ? [] : [...(await listPaths())]);
}

/**
 * A path of a route as Astro documents it, with a key that is made when it is read: development and most rendering
 * threads list paths whose key nobody reads. The getter is that of a class, since one in each object would triple the
 * memory that a path takes.
 */
export class StaticPath<Params extends Readonly<Record<string, string | undefined>>, Props extends object> {
  readonly params: Params;
  readonly props: Props;
  readonly #toKey: (props: NoInfer<Props>) => string | undefined;

  constructor(params: Params, props: Props, toKey: (props: NoInfer<Props>) => string | undefined) {
    this.params = params;
    this.props = props;
    this.#toKey = toKey;
  }

  get cacheKey(): string | undefined {
    return this.#toKey(this.props);
  }
}

/**
 * What an address of the site, `/author/%E6%9D%8E/` or `/author/%E6%9D%8E/index.md`, has for a parameter of several
 * segments such as `[...page]`, without `ending`. Astro names the file after it and expects it decoded, as hosts look
 * for it, and undefined for the root.
 */
export function toParam(address: string, ending = "/"): string | undefined {
  return decodeURIComponent(address.slice(1, -ending.length)) || undefined;
}
