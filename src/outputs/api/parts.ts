/** The parts that several records share, each with what it means; types, JSON Schemas, OpenAPI and the documentation are made from these shapes. */
import { z } from "zod";
import { publishedKinds } from "../../vocab/entity-kind.ts";

const DATE = /^\d{4}(-\d{2}(-\d{2})?)?$/;

export const text = z.string().min(1);
export const address = z.url({ protocol: /^https?$/ });
export const day = z.iso.date();
export const partialDate = z.string().regex(DATE);
export const precision = z.enum(["day", "month", "year"]);
export const count = z.int32().min(0);

/** What every record begins with; a reference to it is the same five fields. */
export const identity = {
  slug: text.describe("Last part of its addresses. It never changes"),
  name: text.describe("What it is called"),
  url: address.describe("Its page, for people"),
  self: address.describe("Its record: this document"),
};

export const Reference = z
  .object({
    kind: z.enum(publishedKinds).describe("Kind of the record"),
    ...identity,
    self: address.describe("Its record, as JSON"),
  })
  .meta({ id: "Reference", title: "Reference", description: "Another record" });

export const RichText = z
  .object({
    html: text.describe(
      "Safe HTML: no script, style, image, frame, form or event handler; every link is absolute, or leads to an id within the text",
    ),
    text: text.describe("Its words alone, without footnotes"),
  })
  .meta({ id: "RichText", title: "Rich text", description: "A text with markup, and without" });

export const OutboundLink = z
  .object({
    url: address.describe("Address"),
    goneAsOf: day
      .nullable()
      .describe("Day of the last check, where several checks found nothing there any more; null where none did"),
  })
  .meta({ id: "OutboundLink", title: "Outbound link", description: "An address elsewhere" });

export const Licence = z
  .object({ name: text.describe("Short name"), url: address.describe("Its text") })
  .meta({ id: "Licence", title: "Licence", description: "Terms of use" });

export const Rights = z
  .object({
    licence: Licence,
    covers: z
      .array(text)
      .describe(
        "Fields of this record in our own words, with a dot before one inside another: these are under the licence",
      ),
    exceptions: z
      .array(
        z.object({
          fields: z.array(text).describe("Fields of this record"),
          owner: text.describe("Whom they belong to or were taken from"),
        }),
      )
      .describe("Fields that are not ours to license"),
  })
  .meta({ id: "Rights", title: "Rights", description: "Which words of the record are under which terms" });

export type Reference = z.output<typeof Reference>;
export type RichText = z.output<typeof RichText>;
export type OutboundLink = z.output<typeof OutboundLink>;
export type Rights = z.output<typeof Rights>;
