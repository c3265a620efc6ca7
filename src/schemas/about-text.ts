/** What the site says of itself at the top of its page about it. */
import { z } from "zod";
import { line } from "./fields.ts";

/** The front matter of `content/pages/about.md`; its body follows on the page. */
export const AboutTextSchema = z.strictObject({
  lead: line.describe("What the site is, in a sentence or two"),
});
