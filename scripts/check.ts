/** `npm run check [-- <files> --fix --strict --format=text|json|github|sarif]`: validates all content without building the site. */
import { runCheck } from "../src/authoring/check/run-check.ts";

await runCheck();
