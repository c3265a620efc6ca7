/** Child process of `compile-site.ts`: compiles the site with the options in its first argument, and ends early when the build does. */
import { useCompileCache } from "../lib/compile-cache.ts";

process.once("disconnect", () => process.exit());
useCompileCache();
const { compileInto } = await import("./compile-into.ts");
await compileInto(JSON.parse(process.argv[2] ?? ""));
process.disconnect();
