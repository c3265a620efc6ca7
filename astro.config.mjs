import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { defineConfig } from "astro/config";
import { replaceComponents } from "./src/builder/replace-components.ts";
import { buildThemeSheet, findFont, writeThemeSheet } from "./src/builder/theme-sheet.ts";
import { getConfig } from "./src/config/config.ts";
import { SettingError } from "./src/config/setting-error.ts";
import { getSettings } from "./src/config/settings.ts";
import { interfaceLanguage } from "./src/messages/languages.ts";
import { getMessages } from "./src/messages/messages.ts";

/**
 * Vite puts a helper around every dynamic import, which would be the larger half of the script of every page. What is
 * imported late here has no style sheet to wait for: naming its other files, so that all come at once, is enough.
 * Each importer gets a copy of its own: one shared by several pages would be a file of its own, fetched on every page.
 */
const PRELOAD_HELPER = "\0vite/preload-helper.js";
const slimImport = {
  name: "slim-import",
  enforce: "pre",
  resolveId: (source, importer) => (source === PRELOAD_HELPER ? `${source}?${importer}` : undefined),
  load: (id) => (id.startsWith(PRELOAD_HELPER) ? `export const __vitePreload = ${preload}` : undefined),
};

function preload(load, files = []) {
  for (const file of files) {
    document.head.append(
      Object.assign(document.createElement("link"), {
        rel: "modulepreload",
        href: `${import.meta.env.BASE_URL}${file}`,
      }),
    );
  }
  return load();
}

/**
 * In development Astro writes every style sheet that a page imports into the page. Of one that is imported as an address
 * that would be the text of the module that exports the address, in a style element, which the policy refuses. A module
 * whose name does not end as that of a style sheet is left alone.
 */
const sheetAddress = {
  name: "sheet-address",
  apply: "serve",
  enforce: "pre",
  async resolveId(source, importer) {
    if (!source.endsWith(".css?url")) return undefined;
    const sheet = await this.resolve(source.slice(0, -"?url".length), importer);
    return sheet && `\0${sheet.id}.url`;
  },
  load(id) {
    if (!id.endsWith(".css.url")) return undefined;
    return `export default ${JSON.stringify(id.slice(1 + import.meta.dirname.length, -".url".length))}`;
  },
};

/** A style sheet cannot ask for a message: `env(text-feed)` in it becomes the text. */
const styleTexts = {
  postcssPlugin: "style-texts",
  Declaration(declaration) {
    declaration.value = declaration.value.replace(/env\(text-(\w+)\)/g, (_, name) => {
      const text = getMessages().styles[name];
      if (text === undefined) throw declaration.error(`The messages have no styles.${name}`);
      return JSON.stringify(text);
    });
  },
};

/** In development an endpoint without a file ending answers with a slash behind it alone. */
const wellKnown = {
  name: "well-known",
  apply: "serve",
  configureServer({ middlewares }) {
    middlewares.use((request, _response, next) => {
      if (request.url === "/.well-known/api-catalog") request.url += "/";
      next();
    });
  },
};

const inProject = (...path) => resolve(import.meta.dirname, ...path);
const { site, theme, facts, customCss, components } = getSettings();
for (const file of [customCss && resolve(customCss), theme.logo && resolve(getConfig().publicFolder, theme.logo)]) {
  if (file && !existsSync(file)) throw new SettingError(`The settings name a file that is not there: ${file}`);
}
const [heading, text] = [theme.fonts.heading, theme.fonts.text].map((id) => findFont(id, resolve()));

export default defineConfig({
  site: getConfig().siteUrl.origin,
  base: getConfig().siteUrl.pathname,
  output: "static",
  publicDir: getConfig().publicFolder,
  trailingSlash: "always",
  build: { format: "directory", inlineStylesheets: "never", assets: "assets" },
  // The default, 'jsx', eats the space between inline elements.
  compressHTML: true,
  prerenderConflictBehavior: "error",
  devToolbar: { enabled: false },
  prefetch: false,
  // Bodies are rendered by lib/html.ts; the highlighter would write inline styles, which the policy of pages refuses.
  markdown: { syntaxHighlight: false },
  server: { port: 4321 },
  vite: {
    resolve: {
      alias: [
        // Texts of scripts; package.json resolves them to English where nothing is bundled.
        { find: "#messages", replacement: inProject("src/messages/browser", interfaceLanguage(site.language)) },
        // Facts that are off leave nothing in scripts; package.json has them on where nothing is bundled.
        ...Object.entries(facts).map(([name, onOrOff]) => ({
          find: `#facts/${name}.ts`,
          replacement: inProject(`src/lib/is-${onOrOff}.ts`),
        })),
        { find: "#site/theme.css", replacement: writeThemeSheet(buildThemeSheet(theme, heading, text)) },
        {
          find: "#site/custom.css",
          replacement: customCss ? resolve(customCss) : inProject("src/styles/no-custom.css"),
        },
        // As expressions, since they are imported with a query.
        { find: /^#site\/heading\.woff2/, replacement: heading.file },
        { find: /^#site\/text\.woff2/, replacement: text.file },
      ],
    },
    css: { postcss: { plugins: [styleTexts] } },
    build: {
      assetsInlineLimit: 0,
      // A constant is in the files that name it: one in a file of its own would be fetched on every page.
      rolldownOptions: { optimization: { inlineConst: { mode: "all" } } },
    },
    // The worker of the search imports the adapters of other engines where the site names one.
    worker: { format: "es" },
    plugins: [slimImport, sheetAddress, wellKnown, replaceComponents(components, resolve())],
  },
});
