/** Addresses of interfaces that a report names for vendors. Taken over by hand; nobody here tested them. */
import { z } from "zod";
import { parseWebUrl } from "../lib/clean-url.ts";
import { isPublicName } from "../lib/host-name.ts";
import { day, line, webUrl } from "./fields.ts";

const publicAddress = webUrl.refine((value) => {
  const url = parseWebUrl(value);
  return url?.protocol === "https:" && isPublicName(url.hostname);
}, "must be an https address of a public host");

export const ReportedVendorSchema = z.strictObject({
  vendor: line.describe("Name in the report, which is also that of the developer on the ONC list"),
  metadata: publicAddress.optional().describe("Address of the statement of a FHIR server"),
  smart: publicAddress.optional().describe("Address of a SMART configuration"),
  documentation: publicAddress.optional().describe("Address of API documentation"),
});

export const ReportedAddressesSchema = z.strictObject({
  source: line.describe("Name of the report"),
  url: webUrl.describe("Where the report is"),
  licence: line.describe("Licence of the report, an SPDX identifier"),
  asOf: day.describe("Day of the report"),
  vendors: z
    .array(ReportedVendorSchema)
    .superRefine((vendors, context) => {
      const names = vendors.map(({ vendor }) => vendor);
      for (const [index, name] of names.entries())
        if (names.indexOf(name) < index)
          context.addIssue({ code: "custom", path: [index, "vendor"], message: `stands there twice: '${name}'` });
    })
    .describe("Vendors with what the report names for each"),
});

export type ReportedAddresses = z.output<typeof ReportedAddressesSchema>;
export type ReportedVendor = z.output<typeof ReportedVendorSchema>;
