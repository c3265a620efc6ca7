/** A thread that prints its share and says what it printed. */
import { parentPort, workerData } from "node:worker_threads";
import { renderBatch } from "./render-batch.ts";

parentPort?.postMessage(await renderBatch(workerData));
