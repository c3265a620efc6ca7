/** `npm run quick`: lint, types, and the unit tests that the changes since `main` can reach. */
import { execFileSync, spawnSync } from "node:child_process";
import { findTests, listChanged } from "../tests/reached-tests.ts";

const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" });
const tests = findTests(process.cwd(), listChanged(git));
console.log(`${tests.length} test files can be reached by what has changed.`);

const steps = [
  ["npm", "run", "--silent", "lint"],
  ["npm", "run", "--silent", "types"],
  ["node", "--import", "./tests/seed.ts", "--test", "--test-concurrency=2", "--test-reporter=dot", ...tests],
] as const;
for (const [command, ...args] of tests.length === 0 ? steps.slice(0, 2) : steps) {
  const { status } = spawnSync(command, args, { stdio: "inherit" });
  if (status !== 0) process.exit(1);
}
