/** Entry of the child process that `check-content.ts` starts. */
import { useCompileCache } from "../lib/compile-cache.ts";

useCompileCache();
const { serveBuild } = await import("./serve-build.ts");
await serveBuild();
