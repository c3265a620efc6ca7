/** Lists count from one, and the breadcrumbs are those of the page. */
import { type GraphNode, type GraphPage, isNode, nodesOf, quote, toList, typeOf } from "./graph-page.ts";
import type { Crumb } from "./shown.ts";

export function listViolationsOf(page: GraphPage): string[] {
  const lists = nodesOf(page).filter((node) => node["itemListElement"] !== undefined);
  const breadcrumbs = lists.filter((node) => typeOf(node) === "BreadcrumbList");
  return [...lists.flatMap(orderViolations), ...breadcrumbViolations(breadcrumbs, page)];
}

function itemsOf(list: GraphNode): GraphNode[] {
  return toList(list["itemListElement"]).filter(isNode);
}

function orderViolations(list: GraphNode): string[] {
  const type = typeOf(list) ?? "";
  const items = itemsOf(list);
  const total = list["numberOfItems"];
  const violations: string[] = [];
  if (items.some(({ position }, index) => position !== index + 1)) violations.push(`${type} does not count from 1`);
  if (typeof total === "number" && total < items.length) violations.push(`${type} has more items than ${total}`);
  return violations;
}

function breadcrumbViolations(lists: readonly GraphNode[], { shown, canonical }: GraphPage): string[] {
  const [list] = lists;
  if (!list) return shown.breadcrumbs.length === 0 ? [] : ["the graph lacks the breadcrumbs"];
  if (lists.length > 1) return [`${lists.length} BreadcrumbLists`];
  const items = itemsOf(list);
  const violations = items.length < 2 ? ["the breadcrumbs have fewer than two items"] : [];
  if (items.slice(0, -1).some(({ item }) => item === undefined))
    violations.push("a breadcrumb before the last has no item");
  const stated = items.map(({ name, item }) =>
    toText({ label: String(name), href: item as string | undefined }, canonical),
  );
  const seen = shown.breadcrumbs.map((crumb) => toText(crumb, canonical));
  if (JSON.stringify(stated) !== JSON.stringify(seen))
    violations.push(
      `the breadcrumbs are stated as ${quote(stated.join(" > "))} and shown as ${quote(seen.join(" > "))}`,
    );
  return violations;
}

function toText({ label, href }: Crumb, base: string): string {
  return href === undefined ? label.trim() : `${label.trim()} (${URL.parse(href, base)?.href})`;
}
