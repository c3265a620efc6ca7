/** A FHIR resource type as Markdown: who declares it, and what one can do with it there. */
import type { ResourcePageView } from "../../views/resource-page.ts";
import { commas, heading, paragraph, table } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toResourceMarkdown(view: ResourcePageView): MarkdownDocument {
  return {
    view,
    content: [
      ...paragraph(`${view.summary}. As declared; not tested by us.`),
      table(
        ["Offering", "Vendor", "Interface", "Read", "Searched by", "Write"],
        view.rows.map(({ offering, vendor, interface: one, reads, searches, parameters, writes }) => [
          offering,
          vendor,
          one,
          reads ? "yes" : "–",
          searches ? parameters.join(", ") || "yes" : "–",
          writes.join(", ") || "–",
        ]),
      ),
      heading(2, "Declared resource types"),
      ...paragraph(...commas(view.types)),
    ],
  };
}
