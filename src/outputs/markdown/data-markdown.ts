/** The page about the data as Markdown: where each file is, and what its fields mean. */

import type { RootContent } from "mdast";
import { ended } from "../../lib/text.ts";
import type { ApiPageView, CommandView, FieldView, TextWithCode } from "../../views/api-page.ts";
import { facts, heading, list, paragraph, table } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toDataMarkdown(view: ApiPageView): MarkdownDocument {
  return {
    view: { ...view, heading: "Data" },
    content: [
      ...paragraph(ended(view.head.description)),
      ...facts([
        ["Index", view.start],
        ["Every address and shape", view.openApi],
        ["Version", view.version],
        ["Records on a page of a list, at most", String(view.pageSize)],
      ]),
      heading(2, "Fields of the index"),
      fieldTable(view.indexFields),
      heading(2, "Fields of a page of a list"),
      fieldTable(view.listFields),
      ...view.kinds.flatMap(({ heading: name, count, about, order, commands, schema, fields }) => [
        heading(2, `${name}: ${count}`),
        ...paragraph(`${about} ${order}`),
        ...files([...commands, schema]),
        fieldTable(fields),
      ]),
      heading(2, "Weekly digest"),
      ...files(view.digests),
      fieldTable(view.digestFields),
      heading(2, "Topics across vocabularies"),
      ...files(view.concepts),
      heading(2, "Interfaces of offerings"),
      ...paragraph("Every interface whose address is known, as a link set after RFC 9264; declared, not tested."),
      ...files(view.interfaces),
      heading(2, "How programs find it"),
      ...paragraph("By the API catalog of RFC 9727, and by APIs.json."),
      ...files(view.discovery),
      heading(2, "Parts of records"),
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
  return table(["Field", "Type", "Meaning"], rows);
}

function toText(parts: TextWithCode): string {
  return parts.map(({ text }) => text).join("");
}
