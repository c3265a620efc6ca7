/** Relations that must make sense: no circles, no successor of what is still active, nothing featured on another topic. */
import type { EntityKind } from "../../vocab/entity-kind.ts";
import { getVocabulary, isChange } from "../../vocab/vocabulary.ts";
import type { Entry } from "../entries.ts";
import { toSubjects } from "../subjects.ts";
import { entriesOf, error, type RuleContext, warning } from "./rule.ts";

export function* cycle(context: RuleContext) {
  const { topicsByName, bySlug } = context;
  yield* circlesOf(context, "topic", "broader", {
    next: ({ data }) => (data.broader === undefined ? undefined : topicsByName.get(data.broader)),
    nameOf: ({ data }) => data.name,
    meaning: "The topic is broader than itself",
  });
  yield* circlesOf(context, "offering", "successor", {
    next: ({ data }) => (data.successor === undefined ? undefined : bySlug.offering.get(data.successor)),
    nameOf: ({ slug }) => slug,
    meaning: "The offering takes its own place in the end",
  });
  yield* circlesOf(context, "offering", "product", {
    next: ({ data }) => (data.product === undefined ? undefined : bySlug.offering.get(data.product)),
    nameOf: ({ slug }) => slug,
    meaning: "The offering is the interface of itself",
  });
}

interface Relation<K extends EntityKind> {
  readonly next: (entry: Entry<K>) => Entry<K> | undefined;
  readonly nameOf: (entry: Entry<K>) => string;
  readonly meaning: string;
}

/** One diagnostic a circle, at its first entry. An entry that refers to itself has a diagnostic already. */
function* circlesOf<K extends EntityKind>(
  { entries }: RuleContext,
  kind: K,
  field: string,
  { next, nameOf, meaning }: Relation<K>,
) {
  const done = new Set<Entry<K>>();
  for (const start of entriesOf(entries, kind)) {
    const chain = new Set<Entry<K>>();
    let entry: Entry<K> | undefined = start;
    while (entry && !done.has(entry)) {
      done.add(entry);
      chain.add(entry);
      entry = next(entry);
    }
    if (!entry || !chain.has(entry)) continue;
    const circle = [...chain].slice([...chain].indexOf(entry));
    if (circle.length < 2) continue;
    yield error(entry, [field], {
      message: `${meaning}: ${[...circle, entry].map((one) => `'${nameOf(one)}'`).join(" -> ")}`,
      fix: `Remove '${field}' from one of them`,
    });
  }
}

/** Featured offerings must be on the topic or on the same subject in another vocabulary, and each is listed once. */
export function* featuredOffering({ entries, bySlug }: RuleContext) {
  const topics = entriesOf(entries, "topic");
  const featuring = topics.filter(({ data }) => data.featured.length > 0);
  if (featuring.length === 0) return;
  const subjects = toSubjects(topics);
  for (const entry of featuring) {
    const { name, featured } = entry.data;
    for (const [index, slug] of featured.entries()) {
      const first = featured.indexOf(slug);
      const offering = bySlug.offering.get(slug);
      if (first < index) {
        yield error(entry, ["featured", index], {
          message: `The offering '${slug}' is listed twice`,
          fix: "Remove it here",
        });
      } else if (offering && !offering.data.topics.some((topic) => subjects.get(name)?.has(topic))) {
        yield error(entry, ["featured", index], {
          message: `The offering '${slug}' is not on this topic, nor on the same subject in another vocabulary`,
          fix: `Add '${name}' to the topics of ${offering.file}, or remove the offering here`,
        });
      }
    }
  }
}

/** A denial holds along chains too: no story may deny sharing an event with one that it is linked to through others. */
export function* storyConflict({ entries, bySlug }: RuleContext) {
  const stating = entriesOf(entries, "news").filter(({ data }) => data.sameStoryAs.length > 0);
  if (stating.length === 0) return;
  const groups = new Map<Entry, Set<Entry>>();
  for (const entry of stating) {
    for (const slug of entry.data.sameStoryAs) {
      const other = bySlug.news.get(slug);
      if (!other) continue;
      const group = new Set([...(groups.get(entry) ?? [entry]), ...(groups.get(other) ?? [other])]);
      for (const member of group) groups.set(member, group);
    }
  }
  for (const entry of entriesOf(entries, "news")) {
    for (const [index, slug] of entry.data.notSameAs.entries()) {
      const other = bySlug.news.get(slug);
      if (!other || other === entry || !groups.get(entry)?.has(other)) continue;
      const isDirect = entry.data.sameStoryAs.includes(slug) || other.data.sameStoryAs.includes(entry.slug);
      yield error(entry, ["notSameAs", index], {
        message: `The story '${slug}' is stated to be on the same event${isDirect ? "" : ", through others,"} and not to be`,
        fix: "Remove it here, or from 'sameStoryAs'",
      });
    }
  }
}

export function* lifecycleFields({ entries }: RuleContext) {
  for (const entry of entriesOf(entries, "offering")) {
    const { status, statusDate, successor, successorName } = entry.data;
    if (status !== undefined && isChange(status)) continue;
    for (const [field, value] of Object.entries({ statusDate, successor, successorName })) {
      if (value === undefined) continue;
      const changes = [...getVocabulary().statuses.keys()].filter(isChange).map((key) => `'status: ${key}'`);
      yield warning(entry, [field], {
        message: `The offering has a '${field}', and no status that is a change`,
        fix: changes.length > 0 ? `Write ${changes.join(" or ")}, or remove the field` : "Remove the field",
      });
    }
  }
}
