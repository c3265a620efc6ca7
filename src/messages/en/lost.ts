/** What stands at an address without a page, and at a former address of one. */
import type { Around } from "../around.ts";

export const lost = {
  title: "Page not found",
  description: "There is no page at this address.",
  heading: "There is no page at this address",
  text: "Addresses here do not change, so it was probably mistyped. Search for what you wanted, or start from one of these.",
  moved: "This page has moved",
  /** Before and behind the new address. */
  newAddress: ["It is now at ", "."] satisfies Around,
};
