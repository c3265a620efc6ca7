import { once } from "../../../lib/once.ts";
import { createCounted } from "../../plural.ts";

const counts = once(() => new Intl.NumberFormat("de"));

export function formatCount(count: number): string {
  return counts().format(count);
}

export const counted = createCounted("de", formatCount);
