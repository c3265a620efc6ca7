/** Every node has what Google requires and recommends for its type, unless the list says why it cannot. */
import { type GoogleRule, googleRules, invented, obsolete, type Unstated, unstated } from "./google-rules.ts";
import { type GraphNode, type GraphPage, idOf, isNode, isReference, nodesOf, toList, typeOf } from "./graph-page.ts";
import { isA } from "./schema-org.ts";

/** A node that another page is about needs only what is required here. */
export function googleViolations(page: GraphPage): string[] {
  const nodes = nodesOf(page).filter((node) => !isReference(node));
  return nodes.flatMap((node) => {
    const type = typeOf(node) ?? "";
    const rule = ruleOf(node, page);
    return [
      ...invented
        .filter((name) => node[name] !== undefined)
        .map((name) => `${type} claims ${name}, which nobody stated`),
      ...(obsolete.includes(type) ? [`${type} is no longer shown by anybody`] : []),
      ...stated(node),
      ...(rule ? missing(node, rule, isOwn(node, page)) : []),
      ...(isA(type, "Article") ? articleViolations(node, page) : []),
    ];
  });
}

function ruleOf(node: GraphNode, { nodes }: GraphPage): GoogleRule | undefined {
  const pageTypes = nodes
    .filter(({ mainEntity }) => toList(mainEntity).some((one) => isNode(one) && idOf(one) === idOf(node)))
    .map(typeOf);
  // A rule of the type itself goes before one of a type above it.
  const rules = googleRules.filter(
    ({ type, on }) => isA(typeOf(node) ?? "", type) && (on === undefined || pageTypes.includes(on)),
  );
  return rules.find(({ type }) => type === typeOf(node)) ?? rules[0];
}

function missing(node: GraphNode, rule: GoogleRule, isWhole: boolean): string[] {
  const type = typeOf(node) ?? "";
  const isExcused = (property: string) => exceptions(type, property).length > 0;
  const required = rule.required
    .filter((group) => !group.some((property) => node[property] !== undefined || isExcused(property)))
    .map((group) => `${type} has no ${group.join(" or ")}, which Google requires`);
  const recommended = rule.recommended
    .filter((property) => isWhole && node[property] === undefined && !isExcused(property))
    .map((property) => `${type} has no ${property}, which Google recommends`);
  return [...required, ...recommended];
}

/** The list of what cannot be stated must not outlive its reasons. */
function stated(node: GraphNode): string[] {
  const type = typeOf(node) ?? "";
  return Object.keys(node)
    .flatMap((property) => exceptions(type, property))
    .filter(({ is }) => is === "never")
    .map(({ property, why }) => `${type} states ${property}, which cannot be: ${why}`);
}

function exceptions(type: string, property: string): Unstated[] {
  return unstated.filter((one) => one.property === property && isA(type, one.type));
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
