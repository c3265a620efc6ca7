/** The values of a filter, each with the number of what it leaves. */
import type { Locator } from "playwright/test";
import { escapeRegExp } from "../../src/lib/escape-reg-exp.ts";

/** The accessible name of a value: its label, then the number. */
export function withNumber(label: string): RegExp {
  return new RegExp(`^${escapeRegExp(label)} [\\d,]+$`);
}

/** The number beside a check box of a list of filters. */
export async function numberBeside(list: Locator, label: string): Promise<number> {
  const box = list.page().getByRole("checkbox", { name: withNumber(label) });
  return lastNumber(list.getByRole("listitem").filter({ has: box }));
}

/** The number that ends a value, in an element of its own. */
export async function lastNumber(value: Locator): Promise<number> {
  return Number((await value.locator("span").last().textContent()) ?? Number.NaN);
}
