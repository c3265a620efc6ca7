/** `npm start` after its build: serves `dist/` at http://localhost:4321, or at the port in `PORT`. */
import type { AddressInfo } from "node:net";
import { serveSite } from "../src/builder/serve.ts";
import { getConfig, getPort } from "../src/config/config.ts";
import { SettingError } from "../src/config/setting-error.ts";

try {
  const { siteFolder, siteUrl } = getConfig();
  const server = await serveSite(siteFolder, getPort(), siteUrl.pathname);
  const { port } = server.address() as AddressInfo;
  console.log(`The site is at http://localhost:${port}${siteUrl.pathname} (stop with Ctrl+C)`);
} catch (error) {
  const reason = error instanceof Error ? error.message : String(error);
  const isSetting = error instanceof SettingError;
  console.error(
    isSetting ? reason : `The site cannot be served: ${reason}. Run 'npm run build' first, or set another PORT.`,
  );
  process.exitCode = 1;
}
