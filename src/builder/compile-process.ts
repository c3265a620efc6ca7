/** A process that compiles the site, and ends with it: see compile-site.ts. */
import { useCompileCache } from "../lib/compile-cache.ts";
import { endWithBuild, receive, send } from "./child.ts";
import type { CompileOptions } from "./compile-into.ts";

endWithBuild();
// A question that comes when nobody listens is lost.
const order = receive<CompileOptions>();
useCompileCache();
const { compileInto } = await import("./compile-into.ts");
await compileInto(await order);
await send({});
process.disconnect();
