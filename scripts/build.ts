/** `npm run build [-- --compress --pages-only --force]`: builds the site; it takes the place of the last one only when it is whole. */
import { useCompileCache } from "../src/lib/compile-cache.ts";

useCompileCache();
const { runBuild } = await import("../src/builder/run-build.ts");
await runBuild();
