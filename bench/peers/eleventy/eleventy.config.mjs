/** The site as the bench builds it with Eleventy, out of a folder that holds this one and the content. */
import { buildIndex } from "./lib/site-index.mjs";

const RIVER_PAGE = 25;

const sections = [
  { folder: "news", layout: "story.11ty.mjs", path: "news" },
  { folder: "topic", layout: "topic.11ty.mjs", path: "topic" },
  { folder: "offerings", layout: "offering.11ty.mjs", path: "offering" },
  { folder: "organizations", layout: "organization.11ty.mjs", path: "organization" },
];

export default function configure(config) {
  // Bodies hold no template language.
  config.addPreprocessor("section", "md", (data) => {
    const section = sections.find(({ folder }) => data.page.inputPath.startsWith(`./${folder}/`));
    if (section === undefined) return false;
    data.layout = section.layout;
    data.permalink = `/${section.path}/${data.page.inputPath.split("/").at(-1).replace(/\.md$/, "")}/`;
  });

  // One index for all collections, which are asked for one after another.
  let index;
  const of = (pick) => (api) => {
    index ??= buildIndex(api.getAll());
    return pick(index);
  };
  config.on("eleventy.before", () => {
    index = undefined;
  });
  config.addCollection(
    "site",
    of((site) => [site]),
  );
  config.addCollection(
    "storyList",
    of(({ stories }) => chunk(stories, RIVER_PAGE)),
  );
  for (const name of ["years", "facets", "authors", "aliases"])
    config.addCollection(
      name,
      of((site) => site[name]),
    );
  let markdown;
  config.amendLibrary("md", (library) => {
    markdown = library;
  });
  config.addFilter("renderMarkdown", (text) => markdown.render(text));
  config.addPassthroughCopy({ static: "/" });
  return { markdownTemplateEngine: false, htmlTemplateEngine: false };
}

function chunk(items, size) {
  return Array.from({ length: Math.ceil(items.length / size) }, (_, at) => items.slice(at * size, (at + 1) * size));
}
