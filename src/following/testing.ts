/** Made-up lists for tests, the same in every run. */
import fc from "fast-check";
import { add, type Entry, emptyLists, type Lists, listNames, listRules, markRead, visit } from "./lists.ts";
import { toEntry } from "./parse-lists.ts";

/** Few enough that lists meet, in several scripts. */
const slugs = fc.constantFrom("hl7-fhir", "medplum", "a", "a-b", "2024", "医療-api", "शब्द", "واجهة");
const labels = fc.oneof(fc.string({ unit: "grapheme", maxLength: 40 }), fc.string({ unit: "binary", maxLength: 400 }));

const steps = fc.array(
  fc.constantFrom(...listNames).chain((list) =>
    fc.record({
      list: fc.constant(list),
      entry: fc
        .tuple(fc.constantFrom(...listRules[list].kinds), slugs, labels)
        .map(([kind, slug, label]): Entry => toEntry(kind, slug, label)),
    }),
  ),
  { maxLength: 30 },
);

/** Lists as a reader makes them. */
export const anyLists: fc.Arbitrary<Lists> = fc
  .tuple(steps, fc.array(slugs), fc.array(fc.nat({ max: 4e12 }), { maxLength: 3 }))
  .map(([made, read, times]) => {
    const filled = made.reduce((lists, { list, entry }) => add(lists, list, entry), emptyLists);
    return times.reduce(visit, read.reduce(markRead, filled));
  });

export const topic = (slug: string, label = slug): Entry => ({ kind: "topic", slug, label });
export const story = (slug: string, label = slug): Entry => ({ kind: "news", slug, label });
