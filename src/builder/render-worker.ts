/** Entry of the rendering threads. */
import { parentPort, workerData } from "node:worker_threads";
import { renderBatch } from "./render-batch.ts";

parentPort?.postMessage(await renderBatch(workerData));
