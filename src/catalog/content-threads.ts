/** All shards are brought up to date, by worker threads too where the work is worth their start. */
import { existsSync } from "node:fs";
import { setImmediate } from "node:timers/promises";
import { Worker } from "node:worker_threads";
import { withCompileCache } from "../lib/compile-cache.ts";
import { claim, type Refresh, refreshPartition } from "./content-refresh.ts";

/** From so many files on a second thread saves more than its start costs: where each must be parsed, and where a store knows them. */
const WORTH_A_THREAD = { unknown: 2500, known: 20_000 } as const;

/** Calls `take` with every shard as it lies in the store, in no order. */
export async function refreshPartitions(
  refresh: Refresh,
  threads: number,
  take: (number: number, shard: Buffer) => void,
): Promise<void> {
  const taken = new Int32Array(new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT));
  const files = refresh.shards.reduce((sum, { length }) => sum + length, 0);
  const isKnown = refresh.store !== undefined && existsSync(refresh.store);
  const helpers = files < WORTH_A_THREAD[isKnown ? "known" : "unknown"] ? 0 : threads - 1;
  const others = Array.from({ length: helpers }, () => runWorker(refresh, taken, take));
  // Looked at below; until then a failure of one of them is not unheard.
  const all = Promise.all(others);
  all.catch(() => undefined);
  for (let number = claim(taken); number < refresh.shards.length; number = claim(taken)) {
    take(number, await refreshPartition(refresh, number));
    // What the others have done is taken in between, and who watches may draw.
    await setImmediate();
  }
  await all;
}

function toBuffer({ buffer, byteOffset, byteLength }: Message["shard"]): Buffer {
  return Buffer.from(buffer, byteOffset, byteLength);
}

interface Message {
  readonly number: number;
  readonly shard: Uint8Array<ArrayBuffer>;
}

function runWorker(refresh: Refresh, taken: Int32Array, take: (number: number, shard: Buffer) => void): Promise<void> {
  const worker = new Worker(new URL("./content-worker.ts", import.meta.url), {
    workerData: { refresh, taken },
    env: withCompileCache(),
  });
  return new Promise((resolve, reject) => {
    // Bytes arrive as bytes, without the methods of a buffer.
    worker.on("message", ({ number, shard }: Message) => take(number, toBuffer(shard)));
    worker.once("error", reject);
    worker.once("exit", () => resolve());
  });
}
