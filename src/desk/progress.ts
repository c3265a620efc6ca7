/** Promise: a progress bar on standard error for what takes longer than a second; none where nobody is looking. */
import { Presets, SingleBar } from "cli-progress";

export interface Progress {
  /** One more is done; `text` says which. */
  step(text?: string): void;
  stop(): void;
}

/** Work that is done within a second shows nothing. */
const PATIENCE = 1000;

export function startProgress(total: number): Progress {
  if (!process.stderr.isTTY) return { step() {}, stop() {} };
  const bar = new SingleBar(
    { format: "{bar} {value}/{total} {text}", hideCursor: true, clearOnComplete: true, stream: process.stderr },
    Presets.shades_classic,
  );
  let done = 0;
  const timer = setTimeout(() => bar.start(total, done, { text: "" }), PATIENCE);
  return {
    step(text = "") {
      done += 1;
      if (bar.isActive) bar.update(done, { text });
    },
    stop() {
      clearTimeout(timer);
      bar.stop();
    },
  };
}
