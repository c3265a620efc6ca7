/** A topic is a term of its vocabulary, the same as terms of others, and what the list of its page is about. */
import type { Catalog, Topic } from "../../catalog/graph.ts";
import { absoluteUrl, entityUrl } from "../urls.ts";
import { type ListNode, refer, type TermNode, type TermSetNode, vocabularyId } from "./node.ts";
import type { Statement } from "./page-graph.ts";
import { toTermReference } from "./references.ts";

/** `list` are the stories that the page shows; without any, the term is what the page is there for. */
export function toTopicStatement(topic: Topic, list: ListNode | undefined): Statement {
  const set = toSet(topic.authority);
  const term: TermNode = {
    ...toTermReference(topic),
    description: topic.description,
    inDefinedTermSet: refer(set),
    // The range of `sameAs` is an address, so it names the page, not the id of the term.
    ...(topic.sameAs.length > 0 && { sameAs: topic.sameAs.map((other) => absoluteUrl(entityUrl(other))) }),
  };
  return list
    ? { type: "CollectionPage", mainEntity: list, about: term, besides: [set] }
    : { mainEntity: term, besides: [set] };
}

/** Every vocabulary with its terms; `list` are the same terms as the page shows them. */
export function toVocabularyStatement({ topics }: Catalog, list: ListNode | undefined): Statement {
  const sets = [...Map.groupBy(topics, ({ authority }) => authority)];
  return {
    type: "CollectionPage",
    mainEntity: list,
    besides: [
      ...sets.map(([authority, terms]) => ({
        ...toSet(authority),
        hasDefinedTerm: terms.map((topic) => refer(toTermReference(topic))),
      })),
      ...topics.map(toTermReference),
    ],
  };
}

function toSet(authority: string): TermSetNode {
  return { "@type": "DefinedTermSet", "@id": vocabularyId(authority), name: authority };
}
