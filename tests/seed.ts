/**
 * Property tests draw the same examples in every run, so that a run can be repeated; `CURALOG_SEED` draws others.
 * `CURALOG_TEST=long` draws more of them. A test that says a number of its own has slow examples.
 */
import fc from "fast-check";

fc.configureGlobal({
  seed: Number(process.env["CURALOG_SEED"] ?? 1),
  numRuns: process.env["CURALOG_TEST"] === "long" ? 1000 : 100,
});
