/** A progress bar on standard error for what takes longer than a second; none where nobody is looking. */
import type { WriteStream } from "node:tty";
import { Presets, SingleBar } from "cli-progress";

export interface Progress {
  /** One more is done; `text` says which. */
  step(text?: string): void;
  stop(): void;
}

/** Work that is done within a second shows nothing. */
const PATIENCE = 1000;

/** `text` says what is waited for until the first step. */
export function startProgress(
  total: number,
  text = "",
  stream: Pick<WriteStream, "isTTY"> & NodeJS.WritableStream = process.stderr,
): Progress {
  if (!stream.isTTY) return { step() {}, stop() {} };
  const bar = new SingleBar(
    { format: "{bar} {value}/{total} {text}", hideCursor: true, clearOnComplete: true, stream },
    Presets.shades_classic,
  );
  let [done, shown] = [0, text];
  const timer = setTimeout(() => bar.start(total, done, { text: shown }), PATIENCE);
  return {
    step(text = "") {
      done += 1;
      shown = text;
      if (bar.isActive) bar.update(done, { text });
    },
    stop() {
      clearTimeout(timer);
      bar.stop();
    },
  };
}
