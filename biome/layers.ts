/**
 * The layers of `src/`, and which others each may import from. Types, styles and packages are not restricted here.
 * `npm run docs` writes `layers.json`, the rules of the linter, from this table; `lint-rules.test.ts` tries every pair.
 */

/** Know nothing of the entries: functions without a domain, closed lists, settings. */
const common = ["lib", "vocab", "config"];

export const layers: Readonly<Record<string, readonly string[]>> = {
  // From content files to pages: each layer sees the ones before it.
  lib: [],
  ingest: ["lib"],
  config: ["lib", "ingest"],
  vocab: ["lib", "ingest", "config"],
  messages: ["lib", "vocab", "config"],
  schemas: ["lib", "vocab"],
  catalog: [...common, "ingest", "schemas"],
  compare: ["lib", "messages", "vocab"],
  offline: ["lib", "messages"],
  following: ["lib", "messages", "vocab"],
  views: [...common, "messages", "schemas", "catalog", "compare", "offline"],
  outputs: [...common, "messages", "schemas", "catalog", "views"],
  "search/index": [...common, "messages", "catalog", "views"],
  "search/engine": ["lib", "messages", "vocab", "search/index"],
  "search/engines": ["lib", "config", "vocab", "search/index", "search/engine"],
  "search/ui": ["lib", "config", "messages", "vocab", "compare", "search/index", "search/engine", "search/engines"],
  components: [...common, "messages", "compare", "following", "views", "search/ui"],
  layouts: [...common, "messages", "views", "components", "styles"],
  pages: [
    ...common,
    "messages",
    "ingest",
    "schemas",
    "catalog",
    "views",
    "outputs",
    "compare",
    "offline",
    "following",
    "search/index",
    "search/engines",
    "search/ui",
    "components",
    "layouts",
    "styles",
  ],

  // Commands beside them, which no page imports.
  cli: common,
  http: common,
  codegen: [...common, "schemas", "catalog"],
  cms: [...common, "schemas", "codegen"],
  "built-site": common,
  announce: [...common, "built-site", "http", "cli"],
  builder: [...common, "ingest", "catalog", "offline", "outputs", "search/engines", "cms", "cli"],
  authoring: [...common, "ingest", "schemas", "catalog", "codegen", "http", "cli"],
  "search/export": [...common, "search/index", "search/engine", "search/engines", "http", "cli"],
  importers: [...common, "ingest", "schemas", "catalog", "http", "cli", "authoring"],
};

const MESSAGE = "Data flows one way; biome/layers.ts says which layer may import which.";
const ASTRO_CONTENT =
  "Content is read by src/ingest and src/catalog, not by Astro; pages get it from catalog/get-catalog.ts.";

/** What Biome must refuse in the files of one layer, as patterns of import specifiers. */
export function forbiddenIn(layer: string): string[] {
  const allowed = new Set([layer, ...(layers[layer] ?? [])]);
  const patterns = Object.keys(layers)
    .filter((other) => !allowed.has(other))
    .flatMap((other) => {
      if (other.endsWith(".ts")) return [`**/${other}`];
      // From a folder beside it, a folder inside another is named without its parent.
      const [parent, child] = other.split("/");
      return child && layer.startsWith(`${parent}/`) ? [`**/${other}/**`, `../${child}/**`] : [`**/${other}/**`];
    });
  const isForBrowsers = ["compare", "following", "offline", "search/engine", "search/engines", "search/ui"].includes(
    layer,
  );
  const forNode = [
    "node:*",
    "**/config/config.ts",
    "**/config/settings.ts",
    "**/search-records.ts",
    "**/vocabulary.ts",
    "**/vocabulary-files.ts",
    "**/write-index.ts",
  ];
  return isForBrowsers ? [...patterns, ...forNode] : patterns;
}

/** The overrides of the linter's configuration that hold the table. */
export function buildLayerRules(): { overrides: object[] } {
  return {
    overrides: Object.keys(layers).map((layer) => ({
      includes: [layer.endsWith(".ts") ? `src/${layer}` : `src/${layer}/**`],
      linter: {
        rules: {
          style: {
            noRestrictedImports: {
              level: "error",
              options: {
                paths: { "astro:content": ASTRO_CONTENT },
                patterns: [{ group: forbiddenIn(layer), message: MESSAGE }],
              },
            },
          },
        },
      },
    })),
  };
}
