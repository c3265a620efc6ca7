import assert from "node:assert/strict";
import { PassThrough } from "node:stream";
import { type TestContext, test } from "node:test";
import { setImmediate } from "node:timers/promises";
import { startPhases, startProgress } from "./progress.ts";

/** A stream that says whether it is a terminal, and what was written to it. */
function terminal(isTTY: boolean) {
  let written = "";
  const stream = Object.assign(new PassThrough(), { isTTY, columns: 100 });
  stream.on("data", (bytes) => {
    written += bytes;
  });
  return { stream, written: () => written };
}

function mockTime(t: TestContext) {
  t.mock.timers.enable({ apis: ["setTimeout", "Date"] });
  return (milliseconds: number) => t.mock.timers.tick(milliseconds);
}

test("a bar appears after a second, with what is waited for, and follows", async (t) => {
  const pass = mockTime(t);
  const { stream, written } = terminal(true);
  const progress = startProgress(3, "reading", stream);
  pass(999);
  assert.equal(written(), "");
  pass(1);
  while (written() === "") await setImmediate();
  assert.match(written(), /0\/3 reading/);
  progress.step("a.example");
  pass(1000);
  progress.stop();
  assert.match(written(), /1\/3 a\.example/);
});

test("what is done within a second shows nothing, and neither does what nobody watches", (t) => {
  const pass = mockTime(t);
  for (const [isTTY, wait] of [
    [true, 900],
    [false, 5000],
  ] as const) {
    const { stream, written } = terminal(isTTY);
    const progress = startProgress(1, "reading", stream);
    pass(wait);
    progress.step();
    progress.stop();
    pass(5000);
    assert.equal(written(), "");
  }
});

test("phases are rewritten in one line at a terminal, with every percent that is done, and are lines elsewhere", () => {
  for (const [isTTY, expected] of [
    [true, ["", "reading", "rendering", "rendering: 10 of 1,000", "rendering: 1,000 of 1,000", ""].join("\r\x1b[K")],
    [false, "reading\nrendering\n"],
  ] as const) {
    const { stream, written } = terminal(isTTY);
    const phases = startPhases(stream);
    phases.begin("reading");
    phases.begin("rendering");
    for (const done of [9, 10, 11, 1000]) phases.update(done, 1000);
    phases.stop();
    assert.equal(written(), expected);
  }
});
