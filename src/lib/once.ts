/** Computes a value when it is first asked for, and never again. */
export function once<V>(compute: () => V): () => V {
  let result: { readonly value: V } | undefined;
  return () => {
    result ??= { value: compute() };
    return result.value;
  };
}
