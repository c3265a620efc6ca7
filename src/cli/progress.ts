/** A progress bar on standard error for what takes longer than a second; none where nobody is looking. */
import type { WriteStream } from "node:tty";
import type { SingleBar } from "cli-progress";
import { formatCount } from "../lib/text.ts";

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
  let [done, shown, isStopped] = [0, text, false];
  let bar: SingleBar | undefined;
  const timer = setTimeout(async () => {
    // Imported when there is something to show.
    const { Presets, SingleBar } = await import("cli-progress");
    if (isStopped) return;
    const format = "{bar} {value}/{total} {text}";
    bar = new SingleBar({ format, hideCursor: true, clearOnComplete: true, stream }, Presets.shades_classic);
    bar.start(total, done, { text: shown });
  }, PATIENCE);
  return {
    step(text = "") {
      done += 1;
      shown = text;
      bar?.update(done, { text });
    },
    stop() {
      isStopped = true;
      clearTimeout(timer);
      bar?.stop();
    },
  };
}

/** Phases of a longer task on standard error: one line that is rewritten on a terminal, a line for each phase elsewhere. */
export interface Phases {
  begin(text: string): void;
  /** How much of the phase is done. */
  update(done: number, total: number): void;
  stop(): void;
}

export function startPhases(stream: Pick<WriteStream, "isTTY"> & NodeJS.WritableStream = process.stderr): Phases {
  let phase = "";
  const show = (text: string) => stream.write(`\r\x1b[K${text}`);
  return {
    begin(text) {
      phase = text;
      if (stream.isTTY) show(text);
      else stream.write(`${text}\n`);
    },
    update(done, total) {
      const isNextPercent = Math.floor((done * 100) / total) > Math.floor(((done - 1) * 100) / total);
      if (stream.isTTY && isNextPercent) show(`${phase}: ${formatCount(done)} of ${formatCount(total)}`);
    },
    stop() {
      if (stream.isTTY) show("");
    },
  };
}
