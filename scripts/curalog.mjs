#!/usr/bin/env node
// The command `curalog`, by which a site in a folder of its own runs the commands of this project. Plain JavaScript, so
// that whatever Node a machine has can begin it; the command itself runs in the Node that the project installs.
import { spawn } from "node:child_process";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const { dirname: scripts } = import.meta;
/** Of the project itself, not of a site. */
const OWN = ["docs", "eval-curate", "quick", "submission"];
const commands = readdirSync(scripts)
  .filter((name) => name.endsWith(".ts") && !name.endsWith(".test.ts"))
  .map((name) => name.slice(0, -".ts".length))
  .filter((name) => !OWN.includes(name));

const [command, ...rest] = process.argv.slice(2);
if (!commands.includes(command)) {
  console.error(`Usage: curalog <command>, run in the folder of a site. The commands are ${commands.join(", ")}.`);
  process.exit(2);
}
const installed = join(scripts, "../node_modules/.bin/node");
if (!existsSync(installed)) {
  console.error(`Run 'npm ci' in ${join(scripts, "..")} first.`);
  process.exit(1);
}
const preload = pathToFileURL(join(scripts, "compile-cache.js")).href;
const child = spawn(installed, ["--import", preload, join(scripts, `${command}.ts`), ...rest], { stdio: "inherit" });
// A signal to this process is meant for the command.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
child.on("exit", (code, signal) => {
  process.exitCode = code ?? 1;
  if (signal) process.removeAllListeners(signal).kill(process.pid, signal);
});
