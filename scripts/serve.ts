/** `npm start` after its build: serves `dist/` at http://localhost:4321, or at the port in `PORT`. */
import { serveSite } from "../src/desk/serve.ts";
import { siteFolder } from "../src/site.config.ts";

const port = Number(process.env["PORT"] ?? 4321);
try {
  await serveSite(siteFolder, port);
  console.log(`The site is at http://localhost:${port}/ (stop with Ctrl+C)`);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  console.error(`The site cannot be served: ${reason}. Run 'npm run build' first, or set another PORT.`);
  process.exitCode = 1;
}
