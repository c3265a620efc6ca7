/** What is known of the way to an offering from its facts and its interfaces together. */
import type { sandboxes } from "../vocab/access.ts";
import type { Offering } from "./graph.ts";

/** A sandbox is there where it is stated, and where an interface on record is one. */
export function sandboxOf({ access, interfaces }: Offering): keyof typeof sandboxes | undefined {
  const isOnRecord = interfaces.some(({ facts }) => facts.environment === "sandbox");
  return isOnRecord ? "available" : access.sandbox?.value;
}
