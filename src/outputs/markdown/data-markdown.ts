/** The page about the data as Markdown: where each file is, and what its fields mean. */

import type { RootContent } from "mdast";
import { ended } from "../../lib/text.ts";
import { getMessages } from "../../messages/messages.ts";
import type { ApiPageView, CommandView, FieldView, TextWithCode } from "../../views/api-page.ts";
import { facts, heading, list, paragraph, table } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toDataMarkdown(view: ApiPageView): MarkdownDocument {
  const { api, markdown } = getMessages();
  const { data: messages } = markdown;
  return {
    view: { ...view, heading: api.title },
    content: [
      ...paragraph(ended(view.head.description)),
      ...facts([
        [api.start.file, view.start],
        [messages.shapes, view.openApi],
        [messages.version, view.version],
        [messages.pageSize, String(view.pageSize)],
      ]),
      heading(2, api.start.fields),
      fieldTable(view.indexFields),
      heading(2, messages.listFields),
      fieldTable(view.listFields),
      ...view.kinds.flatMap(({ heading: name, count, about, order, commands, schema, fields }) => [
        heading(2, `${name}: ${count}`),
        ...paragraph(`${about} ${order}`),
        ...files([...commands, schema]),
        fieldTable(fields),
      ]),
      ...(view.digests.length > 0
        ? [heading(2, api.digest.heading), ...files(view.digests), fieldTable(view.digestFields)]
        : []),
      heading(2, api.concepts.heading),
      ...files(view.concepts),
      ...(view.interfaces.length > 0
        ? [heading(2, api.interfaces.heading), ...paragraph(messages.interfacesAre), ...files(view.interfaces)]
        : []),
      heading(2, api.discovery.heading),
      ...paragraph(messages.discoveryIs),
      ...files(view.discovery),
      heading(2, api.parts.heading),
      ...view.parts.flatMap(({ heading: name, about, fields }) => [
        heading(3, name),
        ...paragraph(about),
        fieldTable(fields),
      ]),
    ],
  };
}

function files(links: readonly Pick<CommandView, "href" | "label">[]): RootContent[] {
  return list(links.map((link) => [link]));
}

function fieldTable(fields: readonly FieldView[]): RootContent {
  const rows = fields.map(({ name, type, meaning }) => [name, toText(type), toText(meaning)]);
  return table(getMessages().api.columns, rows);
}

function toText(parts: TextWithCode): string {
  return parts.map(({ text }) => text).join("");
}
