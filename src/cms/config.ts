/** What Sveltia CMS must know to edit the content, written from the schemas and the vocabularies and from nothing else. */
import type { CmsConfig, EntryCollection, Field } from "@sveltia/cms";
import { fieldsOf } from "../codegen/json-schema.ts";
import { MAX_CHARACTERS } from "../lib/slugify.ts";
import { slug } from "../schemas/fields.ts";
import { type EntityKind, entityKindKeys, entityKinds } from "../vocab/entity-kind.ts";
import type { NewsLayout } from "../vocab/news-folder.ts";
import { entityPath } from "../vocab/paths.ts";
import { toCmsField, toPattern } from "./fields.ts";

/** Where the CMS reads and commits, and what it calls the site. */
export interface CmsSettings {
  /** Repository on GitHub, `owner/name`. */
  readonly repository: string;
  /** Absent: the repository's default branch. */
  readonly branch: string | undefined;
  readonly siteName: string;
  /** Text, since it goes to another process. */
  readonly siteUrl: string;
  /** How new stories lie in folders. */
  readonly newsLayout: NewsLayout;
}

export function buildCmsConfig({ repository, branch, siteName, siteUrl, newsLayout }: CmsSettings): CmsConfig {
  return {
    backend: {
      name: "github",
      repo: repository,
      ...(branch !== undefined && { branch }),
      // The other way to sign in needs a server that keeps a secret, and asks one of Netlify's when none is named.
      auth_methods: ["token"],
    },
    app_title: siteName,
    site_url: siteUrl,
    logo: { src: "/favicon.svg" },
    media_folder: "public/images",
    public_folder: "/images",
    media_libraries: { stock_assets: { providers: [] } },
    // The preview of the CMS is not the page that a reader will see.
    editor: { preview: false },
    slug: { encoding: "ascii", clean_accents: true, maxlength: MAX_CHARACTERS },
    // What is absent is not stated; an empty value would say the same in more lines.
    output: { omit_empty_optional_fields: true },
    collections: entityKindKeys.map((kind) => toCollection(kind, newsLayout)),
  };
}

/** What may stand below the front matter; an organization's page shows nothing of it. */
const BODIES: Readonly<Partial<Record<EntityKind, string>>> = {
  news: "Excerpt from the source, Markdown or HTML",
  offering: "What a reader should know about it, in our own words, Markdown",
  topic: "More about the topic, Markdown",
};

function toCollection(kind: EntityKind, newsLayout: NewsLayout): EntryCollection {
  const { folder, label, plural } = entityKinds[kind];
  const identifier = kind === "news" ? "title" : "name";
  return {
    name: kind,
    label: plural,
    label_singular: label,
    folder: `content/${folder}`,
    ...(kind === "news" && { ...newsOnly, path: newsPaths[newsLayout] }),
    preview_path: entityPath(kind, "{{slug}}").slice(1),
    identifier_field: identifier,
    thumbnail: false,
    summary: `{{${identifier}}}`,
    slug: {
      template: `{{${identifier}}}`,
      editable: ["create"],
      hint: "Name of the file and last part of the address; it never changes",
      ...toPattern([slug], slug),
    },
    fields: toFields(kind),
  };
}

/** The folders are of the day of the story, not of the day on which the form is saved. */
const newsPaths: Readonly<Record<NewsLayout, string>> = {
  year: "{{date | date('YYYY')}}/{{slug}}",
  month: "{{date | date('YYYY')}}/{{date | date('MM')}}/{{slug}}",
};

const newsOnly = {
  description: "Items that an import wrote are not listed: they are edited in their files.",
  // Fields of imported items hold objects where the form has a line of text, and saving would lose them.
  filter: { field: "link", pattern: "^\\s*https?:" },
  sortable_fields: { fields: ["title", "date"], default: { field: "date", direction: "descending" } },
} satisfies Partial<EntryCollection>;

function toFields(kind: EntityKind): Field[] {
  const fields = Object.entries(fieldsOf[kind].shape).flatMap(([name, type]) => toCmsField(name, type) ?? []);
  const hint = BODIES[kind];
  if (hint === undefined) return fields;
  return [
    ...fields,
    { name: "body", label: "Body", hint, required: false, widget: "richtext", modes: ["raw", "rich_text"] },
  ];
}
