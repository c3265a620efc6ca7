/** Lists count from one, and the breadcrumbs are those that the page shows. */
import { type GraphNode, type GraphPage, isNode, nodesOf, quote, toList, typeOf } from "./graph-page.ts";
import type { Crumb } from "./shown.ts";

export function listViolationsOf(page: GraphPage): string[] {
  const lists = nodesOf(page).filter((node) => node["itemListElement"] !== undefined);
  const trails = lists.filter((node) => typeOf(node) === "BreadcrumbList");
  return [...lists.flatMap(orderFaults), ...trailFaults(trails, page)];
}

function itemsOf(list: GraphNode): GraphNode[] {
  return toList(list["itemListElement"]).filter(isNode);
}

function orderFaults(list: GraphNode): string[] {
  const type = typeOf(list) ?? "";
  const items = itemsOf(list);
  const total = list["numberOfItems"];
  const violations: string[] = [];
  if (items.some(({ position }, index) => position !== index + 1)) violations.push(`${type} does not count from 1`);
  if (typeof total === "number" && total < items.length) violations.push(`${type} has more items than ${total}`);
  return violations;
}

function trailFaults(trails: readonly GraphNode[], { shown, canonical }: GraphPage): string[] {
  if (trails.length === 0) return shown.breadcrumbs.length === 0 ? [] : ["the breadcrumbs are not told"];
  const [trail] = trails;
  if (trails.length > 1 || !trail) return [`${trails.length} BreadcrumbLists`];
  const items = itemsOf(trail);
  const violations = items.length < 2 ? ["the breadcrumbs have fewer than two items"] : [];
  if (items.slice(0, -1).some(({ item }) => item === undefined))
    violations.push("a breadcrumb before the last has no item");
  const told = items.map(({ name, item }) =>
    toText({ label: String(name), href: item as string | undefined }, canonical),
  );
  const seen = shown.breadcrumbs.map((crumb) => toText(crumb, canonical));
  if (JSON.stringify(told) !== JSON.stringify(seen))
    violations.push(`the breadcrumbs are told as ${quote(told.join(" > "))} and shown as ${quote(seen.join(" > "))}`);
  return violations;
}

function toText({ label, href }: Crumb, base: string): string {
  return href === undefined ? label.trim() : `${label.trim()} (${URL.parse(href, base)?.href})`;
}
