/** Caches the last result, for callers that ask several times in a row with the same arguments. */
export function memoizeLast<A extends readonly unknown[], V>(compute: (...args: A) => V): (...args: A) => V {
  let last: { readonly args: A; readonly value: V } | undefined;
  return (...args) => {
    if (last?.args.length !== args.length || args.some((arg, at) => arg !== last?.args[at]))
      last = { args, value: compute(...args) };
    return last.value;
  };
}
