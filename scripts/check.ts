/** `npm run check [-- <files> --fix --strict --format=text|json|github|sarif]`: validates all content without building the site. */
import { useCompileCache } from "../src/lib/compile-cache.ts";

useCompileCache();
const { runCheck } = await import("../src/authoring/check/run-check.ts");
await runCheck();
