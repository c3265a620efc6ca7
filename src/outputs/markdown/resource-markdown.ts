/** A FHIR resource type as Markdown: who declares it, and what one can do with it there. */
import { getMessages } from "../../messages/messages.ts";
import type { ResourcePageView } from "../../views/resource-page.ts";
import { commas, heading, paragraph, table } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toResourceMarkdown(view: ResourcePageView): MarkdownDocument {
  const { resource: messages } = getMessages().markdown;
  return {
    view,
    content: [
      ...paragraph(messages.declared(view.summary)),
      table(
        [messages.offering, messages.vendor, messages.interface, messages.read, messages.searched, messages.write],
        view.rows.map(({ offering, vendor, interface: one, reads, searches, parameters, writes }) => [
          offering,
          vendor,
          one,
          reads ? messages.yes : "–",
          searches ? parameters.join(", ") || messages.yes : "–",
          writes.join(", ") || "–",
        ]),
      ),
      heading(2, messages.types),
      ...paragraph(...commas(view.types)),
    ],
  };
}
