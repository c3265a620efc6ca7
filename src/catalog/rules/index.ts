/** The table of all rules that look at more than one field; each diagnostic carries the name of its rule. */
import type { Diagnostic } from "../../ingest/diagnostic.ts";
import {
  aliasConflict,
  duplicateHost,
  duplicateId,
  duplicateSlug,
  duplicateSource,
  duplicateTopic,
} from "./duplicates.ts";
import {
  derivedDrift,
  emptyItem,
  fewOwnWords,
  futureDate,
  missingImage,
  offeringDrift,
  thinOffering,
  topicSlug,
  wrongYearFolder,
} from "./fields.ts";
import { unknownProduct, unknownPublisher, unknownReference } from "./references.ts";
import { cycle, lifecycleFields } from "./relations.ts";
import type { Rule, RuleContext } from "./rule.ts";

export const rules: readonly Rule[] = [
  unknownReference,
  unknownProduct,
  unknownPublisher,
  duplicateSlug,
  duplicateTopic,
  duplicateId,
  duplicateSource,
  duplicateHost,
  aliasConflict,
  cycle,
  lifecycleFields,
  emptyItem,
  fewOwnWords,
  thinOffering,
  futureDate,
  wrongYearFolder,
  missingImage,
  derivedDrift,
  offeringDrift,
  topicSlug,
];

/** All that is wrong with content: what reading it yielded, then what the rules yield. */
export function diagnose(context: RuleContext): Diagnostic[] {
  const byRules = rules.flatMap(({ name, check }) =>
    Array.from(check(context), (diagnostic) => ({ rule: name, ...diagnostic })),
  );
  return [...context.diagnostics, ...byRules];
}
