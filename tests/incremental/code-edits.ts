/** Edits of what the site is made with: its code, its packages and its settings. Each goes back to what was before when it is made again. */
import { cpSync, lstatSync, realpathSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { PROJECT } from "../project-copy.ts";
import { type Edit, readText, type State, writeTo } from "./edit.ts";

export const codeEdits: readonly Edit[] = [
  swap(
    "template of a topic",
    "src/components/topic/TopicFacts.astro",
    "<h2>{topic.related}</h2>",
    "<h3>{topic.related}</h3>",
  ),
  swap("template of every page", "src/layouts/Base.astro", 'class="skip" href', 'class="skip" rel="bookmark" href'),
  swap("route", "src/pages/topic/index.astro", 'class="stack sections"', 'class="sections stack"'),
  swap("style", "src/styles/lists.css", "", "\n.edited-by-a-test { color: red; }\n"),
  swap("style of a page for programs", "src/styles/feed.css", "", "\n.edited-by-a-test { color: red; }\n"),
  swap("view", "src/views/topic-page.ts", "title: site.sections.topic", "title: site.sections.news"),
  swap("view of the list of stories", "src/views/news-list-page.ts", "STORIES_A_PAGE = 25", "STORIES_A_PAGE = 20"),
  swap("schema", "src/schemas/topic.ts", "raw.name.slice(colon + 2)", "raw.name.slice(colon + 2).toUpperCase()"),
  swap("vocabulary", "content/vocabulary/kinds.yaml", "fhir-server: FHIR server", "fhir-server: Server of FHIR"),
  swap("graph", "src/catalog/related.ts", "OFFERING_WEIGHT = 3", "OFFERING_WEIGHT = 0.01"),
  swap("order", "src/catalog/queries.ts", "byText(a.slug, b.slug);\n}", "byText(b.slug, a.slug);\n}"),
  swap("function", "src/lib/text.ts", 'slice(0, -1).join(", ")} and', 'slice(0, -1).join(", ")}, and'),
  swap("feed", "src/outputs/feeds/parts.ts", "times: 4", "times: 5"),
  swap("data", "src/outputs/api/list-shapes.ts", "PAGE_SIZE = 100", "PAGE_SIZE = 90"),
  swap("social image", "src/outputs/social-images/draw-image.ts", "BAND = 14", "BAND = 15"),
  swap("search records", "src/search/index/search-records.ts", "TEXT_LENGTH = 200", "TEXT_LENGTH = 190"),
  swap("header of hosts", "src/outputs/hosts/header-table.ts", "max-age=900", "max-age=901"),
  swap("text of a page", "src/messages/en/topic.ts", '"Related topics"', '"Near it"'),
  swap("text of a script", "src/messages/browser/en/search.ts", "Fetching the search records", "Fetching the records"),
  swap("settings of the site", "curalog.config.yaml", "healthcare APIs, curated", "curated healthcare APIs"),
  swap("configuration of Astro", "astro.config.mjs", "compressHTML: true", "compressHTML: false"),
  {
    kind: "version of a dependency",
    apply: (state) =>
      swapPackage(
        state,
        "sanitize-html",
        "index.js",
        (code) =>
          `${code}\nmodule.exports = Object.assign((...args) => sanitizeHtml(...args).replaceAll("<p>", '<p lang="en">'), sanitizeHtml);\n`,
      ),
  },
  {
    kind: "version of a dependency of the browser",
    apply: (state) =>
      swapPackage(state, "fuse.js", "dist/fuse.mjs", (code) => `${code}\nglobalThis.editedByATest = true;\n`),
  },
  swapSetting("CURALOG_URL", "https://other.example/"),
  swapSetting("CURALOG_INDEXING", "original"),
  swapSetting("CURALOG_BUILD_DATE", "2026-12-05"),
  swapSetting("CURALOG_NEWS_SITEMAP", "on"),
  swapSetting("CURALOG_REPOSITORY", "https://git.example/content"),
  swapSetting("CURALOG_CMS", "owner/name"),
  swapSetting("CURALOG_COMMIT", "0123456789abcdef"),
  swapSetting("CURALOG_INDEXNOW_KEY", "a-key-of-a-test"),
];

/** One text in place of the other, whichever is there. With an empty first text, the second is added at the end. */
function swap(kind: string, file: string, before: string, after: string): Edit {
  return {
    kind,
    apply: ({ project }) => {
      const text = readText(project, file);
      const isAfter = text.includes(after);
      const [from, to] = isAfter ? [after, before] : [before, after];
      if (!text.includes(from)) throw new Error(`${file} has neither '${before}' nor '${after}'; mend this table`);
      writeTo(project, file, from === "" ? text + to : text.replace(from, () => to));
      return `${file}: '${to.trim()}'`;
    },
  };
}

/** A package gets another version with other code, or is the project's own again. */
function swapPackage({ project }: State, name: string, file: string, change: (code: string) => string): string {
  const folder = join(project, "node_modules", name);
  const isOwn = lstatSync(folder).isSymbolicLink();
  rmSync(folder, { recursive: true });
  const origin = join(PROJECT, "node_modules", name);
  if (!isOwn) {
    symlinkSync(origin, folder);
    return `${name} is what it was`;
  }
  cpSync(realpathSync(origin), folder, { recursive: true });
  const manifest = JSON.parse(readText(folder, "package.json"));
  writeTo(folder, "package.json", JSON.stringify({ ...manifest, version: "99.0.0" }));
  const code = readText(folder, file);
  const changed = change(code);
  if (changed === code) throw new Error(`${name}/${file} is not what it was; mend this table`);
  writeTo(folder, file, changed);
  return `${name} is 99.0.0`;
}

function swapSetting(name: string, value: string): Edit {
  return {
    kind: name,
    apply: ({ settings }) => {
      const isSet = settings[name] === value;
      if (isSet) delete settings[name];
      else settings[name] = value;
      return isSet ? `${name} is not set` : `${name} is ${value}`;
    },
  };
}
