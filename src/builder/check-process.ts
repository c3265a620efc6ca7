/** A process that reads and checks the content for a build, and ends with it: see check-content.ts. */
import { useCompileCache } from "../lib/compile-cache.ts";

useCompileCache();
const { answerBuild } = await import("./answer-build.ts");
await answerBuild();
