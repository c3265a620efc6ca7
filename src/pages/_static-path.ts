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
