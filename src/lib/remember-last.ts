/** `compute`, but once while the arguments are those of the call before: what is made of one thing after the other is made of one answer. */
export function rememberLast<A extends readonly unknown[], V>(compute: (...args: A) => V): (...args: A) => V {
  let last: { readonly args: A; readonly value: V } | undefined;
  return (...args) => {
    if (last?.args.length !== args.length || args.some((arg, at) => arg !== last?.args[at]))
      last = { args, value: compute(...args) };
    return last.value;
  };
}
