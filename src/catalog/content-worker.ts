/** A thread that brings shards up to date, one after the other, until none is left. */
import { parentPort, workerData } from "node:worker_threads";
import { claim, type Refresh, refreshPartition } from "./content-refresh.ts";

const { refresh, taken } = workerData as { readonly refresh: Refresh; readonly taken: Int32Array };

for (let number = claim(taken); number < refresh.shards.length; number = claim(taken)) {
  parentPort?.postMessage({ number, shard: await refreshPartition(refresh, number) });
}
