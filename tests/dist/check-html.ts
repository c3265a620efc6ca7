/** Every page is valid HTML: the parser of the standard has nothing to mend in it, and its elements are where they may be. */
import { once } from "node:events";
import { Worker } from "node:worker_threads";
import type { Check, Violation } from "./check.ts";

export const htmlCheck: Check = {
  name: "HTML",
  // By far the longest check, so that it has a thread beside the others.
  async run({ pages }) {
    const workerData = pages.map(({ path, html }) => ({ path, html }));
    const worker = new Worker(new URL("validate-html.ts", import.meta.url), { workerData });
    const [{ count, violations }] = (await once(worker, "message")) as [
      { readonly count: number; readonly violations: readonly Violation[] },
    ];
    return { counts: [{ what: "pages validated", count, least: pages.length }], violations };
  },
};
