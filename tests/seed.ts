/** Property tests draw the same examples in every run, so that a run can be repeated; `CURALOG_SEED` draws others. */
import fc from "fast-check";

fc.configureGlobal({ seed: Number(process.env["CURALOG_SEED"] ?? 1) });
