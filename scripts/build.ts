/** `npm run build`: builds the site into a folder of its own and puts it in place of `dist/` only when it is whole. */
import { resolve } from "node:path";
import { buildSite } from "../src/desk/build-site.ts";
import { toReport } from "../src/desk/to-report.ts";

try {
  // Imported here, since a setting that cannot be used throws on import.
  const { buildDate, cmsBackend, contentRoot, imageRoot, site, siteFolder } = await import("../src/site.config.ts");
  const project = resolve(import.meta.dirname, "..");
  const cms = cmsBackend && { ...cmsBackend, siteName: site.name, siteUrl: site.url };
  console.log(
    await buildSite({
      project,
      siteFolder,
      siteName: site.name,
      indexing: site.indexing,
      contentRoot,
      imageRoot,
      buildDate,
      cms,
    }),
  );
} catch (error) {
  console.error(toReport(error));
  console.error("\nNothing was built; the last good site is as it was.");
  process.exitCode = 1;
}
