import { keysOf, type Term } from "./vocab.ts";

/** Where an offering stands in its life, in display order. */
export const lifecycleStatuses = {
  active: { label: "Active", slug: "active" },
  renamed: { label: "Renamed", slug: "renamed" },
  retired: { label: "Retired", slug: "retired" },
} as const satisfies Record<string, Term>;

export type LifecycleStatus = keyof typeof lifecycleStatuses;
export const lifecycleStatusKeys = keysOf(lifecycleStatuses);
