/** A FHIR resource type as Markdown: who declares it, and what one can do with it there. */
import { getMessages } from "../../messages/messages.ts";
import type { ResourcePageView } from "../../views/resource-page.ts";
import { commas, heading, paragraph, table } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toResourceMarkdown(view: ResourcePageView): MarkdownDocument {
  const { interfaces, markdown, resource } = getMessages();
  const { columns, yes } = interfaces;
  const { resource: messages } = markdown;
  return {
    view,
    content: [
      ...paragraph(`${view.summary}. ${resource.declared}`),
      table(
        [messages.offering, messages.vendor, messages.interface, columns.read, columns.searched, columns.write],
        view.rows.map(({ offering, vendor, interface: one, reads, searches, parameters, writes }) => [
          offering,
          vendor,
          one,
          reads ? yes : "–",
          searches ? parameters.join(", ") || yes : "–",
          writes.join(", ") || "–",
        ]),
      ),
      heading(2, resource.types),
      ...paragraph(...commas(view.types)),
    ],
  };
}
