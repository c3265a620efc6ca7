/** Every node has what Google requires and recommends for its type, and claims nothing that nobody stated. */
import { type GoogleRule, googleRules, invented, obsolete } from "./google-rules.ts";
import { type GraphNode, type GraphPage, idOf, isReference, nodesOf, typeOf } from "./graph-page.ts";
import { isA } from "./schema-org.ts";

/** A node that another page is about needs only what is required here. */
export function googleViolations(page: GraphPage): string[] {
  const nodes = nodesOf(page).filter((node) => !isReference(node));
  return nodes.flatMap((node) => {
    const type = typeOf(node) ?? "";
    const rule = ruleOf(type);
    return [
      ...invented
        .filter((name) => node[name] !== undefined)
        .map((name) => `${type} claims ${name}, which nobody stated`),
      ...(obsolete.includes(type) ? [`${type} is no longer shown by anybody`] : []),
      ...(rule ? missing(node, rule, isOwn(node, page)) : []),
      ...(isA(type, "Article") ? articleViolations(node, page) : []),
    ];
  });
}

/** A rule of the type itself goes before one of a type above it. */
function ruleOf(type: string): GoogleRule | undefined {
  return googleRules.find((rule) => rule.type === type) ?? googleRules.find((rule) => isA(type, rule.type));
}

function missing(node: GraphNode, rule: GoogleRule, isWhole: boolean): string[] {
  const lacks = (property: string) => node[property] === undefined;
  const required = rule.required.filter(lacks).map((property) => `${property}, which Google requires`);
  const recommended = isWhole ? rule.recommended.filter(lacks) : [];
  return [...required, ...recommended.map((property) => `${property}, which Google recommends`)].map(
    (what) => `${typeOf(node)} has no ${what}`,
  );
}

/** Our own article says by whom and when, with time and zone, and was not changed before it was published. */
function articleViolations(node: GraphNode, page: GraphPage): string[] {
  if (!isOwn(node, page)) return [];
  const { author, datePublished, dateModified } = node;
  const violations: string[] = [];
  if (author === undefined) violations.push("our own Article has no author");
  for (const [name, date] of Object.entries({ datePublished, dateModified }))
    if (!/T.*(Z|[+-]\d{2}:\d{2})$/.test(String(date))) violations.push(`Article.${name} has no time with a zone`);
  if (String(dateModified) < String(datePublished)) violations.push("Article was changed before it was published");
  return violations;
}

/** True for what this page is about, false for what another is. */
function isOwn(node: GraphNode, { canonical }: GraphPage): boolean {
  return idOf(node)?.startsWith(`${canonical}#`) === true;
}
