/** How long exports of made-up records take, and how much memory; each is a process of its own. */
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { engineNames } from "../src/config/search-engine.ts";
import { formatCount } from "../src/lib/text.ts";
import { measureProcess } from "./measure-process.ts";

const MINUTES = 30;
const MB = 1_000_000;

/** Prints a row for each size and engine. */
export async function benchExports(sizes: readonly number[]): Promise<void> {
  console.log("| records | engine | seconds | CPU s | memory MB | files | MB |\n|---:|---|---:|---:|---:|---:|---:|");
  for (const size of sizes) {
    for (const engine of ["none", ...engineNames]) {
      const folder = mkdtempSync(join(tmpdir(), "curalog-export-"));
      try {
        const args = [join(import.meta.dirname, "export-run.ts"), engine, String(size), folder];
        const { wall, cpu, memory } = await measureProcess({ file: process.execPath, args }, MINUTES);
        const files = readdirSync(folder);
        const bytes = files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0);
        const cells = [wall.toFixed(1), cpu.toFixed(1), Math.round(memory / MB), files.length, (bytes / MB).toFixed(1)];
        console.log(`| ${formatCount(size)} | ${engine} | ${cells.join(" | ")} |`);
      } finally {
        rmSync(folder, { recursive: true });
      }
    }
  }
}
