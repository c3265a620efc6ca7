/** The topics that are one subject, by full name: `sameAs` holds in both directions and along chains. */
import type { Entry } from "./entries.ts";

export function toSubjects(entries: readonly Entry<"topic">[]): ReadonlyMap<string, ReadonlySet<string>> {
  const subjects = new Map(entries.map(({ data }) => [data.name, new Set([data.name])]));
  for (const { data } of entries) {
    for (const name of data.sameAs) {
      const merged = new Set([...(subjects.get(data.name) ?? []), ...(subjects.get(name) ?? [])]);
      for (const member of merged) subjects.set(member, merged);
    }
  }
  return subjects;
}
