/** Entry of the child process that `compile-site.ts` starts. */
import { useCompileCache } from "../lib/compile-cache.ts";
import { endWithBuild, receive, send } from "./child.ts";
import type { CompileOptions } from "./compile-into.ts";

endWithBuild();
// Listens before the slow import below: a message without a listener is lost.
const options = receive<CompileOptions>();
useCompileCache();
const { compileInto } = await import("./compile-into.ts");
await compileInto(await options);
await send({});
process.disconnect();
