/** Interactions of FHIR that change what a server has. */
const WRITES = ["create", "update", "patch", "delete"] as const;

/** What one can do with resources of a type, by the interactions that a server declares. */
export function accessOf({ interactions }: { readonly interactions: readonly string[] }) {
  return {
    reads: interactions.includes("read") || interactions.includes("vread"),
    searches: interactions.includes("search-type"),
    writes: WRITES.filter((write) => interactions.includes(write)),
  };
}
