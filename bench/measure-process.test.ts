import assert from "node:assert/strict";
import { test } from "node:test";
import { measureProcess, RunError, toSeconds } from "./measure-process.ts";

const node = (script: string) => ({ file: process.execPath, args: ["-e", script] });

test("what the children took is the second line of what the shell says", () => {
  assert.equal(toSeconds("0m0.01s 0m0.02s\n1m2.50s 0m0.25s\n"), 62.75);
  assert.equal(toSeconds("0m0,01s 0m0,02s\n0m1,50s 0m0,50s\n"), 2);
});

test("the memory of a grandchild counts", { skip: process.platform !== "linux" }, async () => {
  const hold = "const held = Buffer.alloc(200e6, 1); setTimeout(() => held, 400)";
  const { memory, cpu, wall } = await measureProcess(
    node(`require("node:child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(hold)}])`),
    1,
  );
  assert.ok(memory > 200e6 && memory < 1e9, `${memory} bytes`);
  assert.ok(cpu > 0 && wall > 0);
});

test("a command that fails is told with its code and the end of its output", async () => {
  await assert.rejects(measureProcess(node("console.error('no such page'); process.exit(3)"), 1), (error: Error) => {
    assert.ok(error instanceof RunError);
    assert.match(error.message, /code 3:\nno such page/);
    return true;
  });
});

test("a command that takes too long is ended with all that it started", async () => {
  await assert.rejects(measureProcess(node("setInterval(() => {}, 1000)"), 0.005), /not done in 0.005 minutes/);
});
