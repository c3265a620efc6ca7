/** `npm run build [-- --compress --pages-only --force]`: builds the site; it takes the place of the last one only when it is whole. */
import { runBuild } from "../src/builder/run-build.ts";

await runBuild();
