/** `npm run dev`: serves the site from the content as it is edited, at http://localhost:4321 or the port in `PORT`. */
import { dev } from "astro";
import { watchContent } from "../src/builder/watch-content.ts";
import { getConfig, getPort } from "../src/config/config.ts";
import { projectRoot } from "../src/lib/project-root.ts";
import { formatError } from "../src/lib/user-error.ts";

process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
try {
  const { contentRoot, imageRoot, documentRoot } = getConfig();
  await dev({
    root: projectRoot(),
    server: { port: getPort() },
    integrations: [watchContent([contentRoot, imageRoot, documentRoot])],
  });
} catch (error) {
  console.error(formatError(error));
  process.exitCode = 1;
}
