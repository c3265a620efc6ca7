/** Promise: the collections that Astro keeps between builds: one a folder, through our loader, schemas and nothing else. */

import { defineCollection } from "astro:content";
import { resolve } from "node:path";
import { readEntry, readFacts } from "./catalog/load-content.ts";
import { contentLoader } from "./ingest/content-loader.ts";
import { digestOfSources } from "./lib/digest.ts";
import { contentRoot as root } from "./site.config.ts";
import { type EntityKind, entityKinds } from "./vocab/entity-kind.ts";

const codeDigest = digestOfSources(resolve("src"), ["ingest", "schemas", "vocab", "lib", "catalog"]);

function entities(kind: EntityKind) {
  const { folder } = entityKinds[kind];
  return defineCollection({
    loader: contentLoader({
      root,
      folder,
      ending: ".md",
      codeDigest,
      convert: (file) => ({ ...readEntry(kind, file) }),
    }),
  });
}

export const collections = {
  news: entities("news"),
  offering: entities("offering"),
  topic: entities("topic"),
  organization: entities("organization"),
  facts: defineCollection({
    loader: contentLoader({
      root,
      folder: "facts",
      ending: ".json",
      codeDigest,
      convert: (file) => ({ ...readFacts(file) }),
    }),
  }),
};
