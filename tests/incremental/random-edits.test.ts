/**
 * Edits of chance, one build after each, never give another site than a clean
 * build. `CURALOG_SEED` draws others; a failure names the seed and the edits.
 */
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { applyAnyEdit } from "./edits.ts";
import { buildBoth, createSandbox, isLong, mustBuild } from "./sandbox.ts";

const SEED = Number(process.env["CURALOG_SEED"] ?? 1);
const EDITS = isLong ? 100 : 4;
/** After how many edits the site is held against a clean build. */
const COMPARED_EVERY = isLong ? 1 : 2;

const sandbox = createSandbox(SEED);
after(() => sandbox.close());

test(`${EDITS} edits drawn from the seed ${SEED}`, async (t) => {
  await mustBuild(sandbox);
  const made: string[] = [];
  let compared = 0;
  try {
    while (made.length < EDITS) {
      made.push(await applyAnyEdit(sandbox));
      if (made.length % COMPARED_EVERY !== 0) await mustBuild(sandbox);
      else {
        await buildBoth(sandbox, `after ${made.length} edits`, t.diagnostic.bind(t));
        compared += 1;
      }
    }
  } catch (error) {
    const list = made.map((edit, index) => `  ${index + 1}. ${edit}`).join("\n");
    throw new Error(`Seed ${SEED}, edits so far:\n${list}\n${error}`, { cause: error });
  }
  for (const edit of made) t.diagnostic(edit);
  assert.equal(compared, EDITS / COMPARED_EVERY);
});
