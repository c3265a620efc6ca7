/**
 * Edits drawn at random, one build after each, never give another site than a clean
 * build. `CURALOG_SEED` draws others; a failure names the seed and the edits.
 */
import { after, test } from "node:test";
import { applyAnyEdit } from "../edits.ts";
import { buildBoth, createSandbox, mustBuild } from "../sandbox.ts";

const SEED = Number(process.env["CURALOG_SEED"] ?? 1);
const EDITS = 100;

const sandbox = createSandbox(SEED);
after(() => sandbox.close());

test(`${EDITS} edits drawn from the seed ${SEED}`, async (t) => {
  await mustBuild(sandbox);
  const made: string[] = [];
  try {
    while (made.length < EDITS) {
      made.push(await applyAnyEdit(sandbox));
      await buildBoth(sandbox, `after ${made.length} edits`, t.diagnostic.bind(t));
    }
  } catch (error) {
    const list = made.map((edit, index) => `  ${index + 1}. ${edit}`).join("\n");
    throw new Error(`Seed ${SEED}, edits so far:\n${list}\n${error}`, { cause: error });
  }
  for (const edit of made) t.diagnostic(edit);
});
