/** The table of all rules that look at more than one field; each diagnostic carries the name of its rule. */
import type { Diagnostic } from "../../ingest/diagnostic.ts";
import { sameAuthor } from "./authors.ts";
import {
  aliasConflict,
  duplicateHost,
  duplicateId,
  duplicateSlug,
  duplicateSource,
  duplicateTopic,
} from "./duplicates.ts";
import {
  crowdedFolder,
  derivedDrift,
  emptyItem,
  factWithoutSource,
  fewOwnWords,
  futureDate,
  institutionDrift,
  missingDocument,
  missingImage,
  offeringDrift,
  requiredHere,
  sectionOff,
  thinOffering,
  topicSlug,
  withheldStory,
  wrongNewsFolder,
} from "./fields.ts";
import { brokenLink } from "./links.ts";
import {
  unknownDeveloper,
  unknownInterface,
  unknownProduct,
  unknownPublisher,
  unknownReference,
} from "./references.ts";
import { cycle, featuredOffering, lifecycleFields, storyConflict } from "./relations.ts";
import type { Rule, RuleContext } from "./rule.ts";
import { fillerPhrase, htmlEntity, invisibleCharacter, markdownInSummary } from "./texts.ts";

export const rules: Readonly<Record<string, Rule>> = {
  "unknown-reference": unknownReference,
  "unknown-product": unknownProduct,
  "unknown-interface": unknownInterface,
  "unknown-developer": unknownDeveloper,
  "unknown-publisher": unknownPublisher,
  "duplicate-slug": duplicateSlug,
  "duplicate-topic": duplicateTopic,
  "duplicate-id": duplicateId,
  "duplicate-source": duplicateSource,
  "duplicate-host": duplicateHost,
  "same-author": sameAuthor,
  "alias-conflict": aliasConflict,
  "broken-link": brokenLink,
  cycle: cycle,
  "story-conflict": storyConflict,
  "lifecycle-fields": lifecycleFields,
  "featured-offering": featuredOffering,
  "empty-item": emptyItem,
  "section-off": sectionOff,
  "required-here": requiredHere,
  "few-own-words": fewOwnWords,
  "thin-offering": thinOffering,
  "fact-without-source": factWithoutSource,
  "future-date": futureDate,
  "wrong-news-folder": wrongNewsFolder,
  "crowded-folder": crowdedFolder,
  "missing-image": missingImage,
  "missing-document": missingDocument,
  "withheld-story": withheldStory,
  "derived-drift": derivedDrift,
  "offering-drift": offeringDrift,
  "institution-drift": institutionDrift,
  "topic-slug": topicSlug,
  "invisible-character": invisibleCharacter,
  "html-entity": htmlEntity,
  "markdown-in-summary": markdownInSummary,
  "filler-phrase": fillerPhrase,
};

/** All that is wrong with content: what reading it yielded, then what the rules yield. */
export function diagnose(context: RuleContext): Diagnostic[] {
  const byRules = Object.entries(rules).flatMap(([rule, check]) =>
    Array.from(check(context), (diagnostic) => ({ rule, ...diagnostic })),
  );
  return [...context.diagnostics, ...byRules];
}
