/** A page as Markdown: what it is, in YAML, then its heading and its content. */
import type { RootContent } from "mdast";
import { getSite } from "../../config/settings.ts";
import { formatYaml } from "../../lib/yaml.ts";
import { getMessages } from "../../messages/messages.ts";
import type { PageView } from "../../views/page.ts";
import { heading, writeMarkdown } from "./tree.ts";

export interface MarkdownDocument {
  readonly view: PageView & { readonly heading: string };
  /** What else is known of the page, for its header; absent and empty values are left out. */
  readonly fields?: Readonly<Record<string, string | readonly string[] | undefined>>;
  readonly content: readonly RootContent[];
}

/** `modified` is the day of the last change, where the content tells it. */
export function writeMarkdownDocument(
  { view, fields = {}, content }: MarkdownDocument,
  modified: string | undefined,
): string {
  const header = {
    title: view.heading,
    description: view.head.description,
    url: view.head.canonical,
    ...fields,
    modified,
    licence: getMessages().markdown.licence(getSite().licence.name, getSite().licence.url),
  };
  const known = Object.entries(header).flatMap(([name, value]) =>
    value === undefined || value.length === 0 ? [] : [[name, value] as const],
  );
  return `---\n${formatYaml(Object.fromEntries(known))}---\n\n${writeMarkdown([heading(1, view.heading), ...content])}`;
}
