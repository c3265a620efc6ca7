/** One content security policy that allows what any page's own policy allows, for the header. */

/** What only a header can say; a policy in a page is read without it. */
const HEADER_ONLY = "frame-ancestors 'none'";

/** Directives in the order of their first appearance, sources sorted, so that the order of pages does not show. */
export function mergePolicies(policies: Iterable<string>): string {
  const merged = new Map<string, Set<string>>();
  for (const policy of [...policies, HEADER_ONLY]) {
    for (const [name, sources] of readPolicy(policy)) {
      const known = merged.get(name) ?? new Set();
      merged.set(name, known);
      for (const source of sources) known.add(source);
    }
  }
  return [...merged].map(([name, sources]) => [name, ...[...sources].sort()].join(" ")).join("; ");
}

/** Sources by directive; of a directive that stands twice the first counts, as in a browser. */
export function readPolicy(policy: string): Map<string, readonly string[]> {
  const directives = new Map<string, readonly string[]>();
  for (const part of policy.split(";")) {
    const [name = "", ...sources] = part.trim().split(/\s+/);
    const key = name.toLowerCase();
    if (key !== "" && !directives.has(key)) directives.set(key, sources);
  }
  return directives;
}
