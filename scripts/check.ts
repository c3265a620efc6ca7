/** `npm run check [-- <files> --fix --strict --format=text|json|github|sarif]`: validates all content without building the site. */
import { enableCompileCache } from "node:module";
import { join } from "node:path";

// Half of the time of a check went into compiling modules; what follows must be loaded after this.
enableCompileCache(join(import.meta.dirname, "../node_modules/.cache/compile"));
const { runCheck } = await import("../src/desk/check/run-check.ts");
await runCheck();
