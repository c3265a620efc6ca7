/** The one address that somebody submitted with the issue form, or the reason why it is none. */
import { z } from "zod";
import { InputError } from "../../cli/command.ts";
import { parseWebUrl } from "../../lib/clean-url.ts";
import { parseJson } from "../../lib/parse-json.ts";

/** Label of the form's field; GitHub prints it as a heading of the issue's body. */
export const LINK_LABEL = "Link";

/** No story has a longer address. */
const MAX_LENGTH = 2000;

/** What of the event is read: https://docs.github.com/webhooks/webhook-events-and-payloads#issues */
const EventSchema = z.object({ issue: z.object({ body: z.string().nullable() }) });

/** From the text of the file that `GITHUB_EVENT_PATH` names. Throws an `InputError`. */
export function readSubmission(event: string): string {
  const parsed = EventSchema.safeParse(parseJson(event));
  if (!parsed.success) throw new InputError("The file is no event of an issue.");
  return readLink(parsed.data.issue.body ?? "");
}

/**
 * The address below the heading of the form's field, as a browser would spell
 * it. Throws an `InputError` that does not repeat what was submitted.
 */
export function readLink(body: string): string {
  const lines = body.split(/\r?\n/).map((line) => line.trim());
  const start = lines.indexOf(`### ${LINK_LABEL}`);
  if (start === -1)
    throw new InputError(`The issue has no heading '### ${LINK_LABEL}'. Submit the link with the form.`);
  const rest = lines.slice(start + 1);
  const end = rest.findIndex((line) => line.startsWith("### "));
  const values = rest.slice(0, end === -1 ? undefined : end).filter((line) => line !== "");
  const [value, ...others] = values;
  // GitHub writes this where a field was left empty.
  if (value === undefined || value === "_No response_") throw new InputError("The form has no link.");
  if (others.length > 0)
    throw new InputError("The form has more than one line under its link. Submit one link an issue.");
  return toAddress(/^<(.*)>$/.exec(value)?.[1] ?? value);
}

function toAddress(text: string): string {
  if (text.length > MAX_LENGTH) throw new InputError(`The link is longer than ${MAX_LENGTH} characters.`);
  // A browser drops tabs and reads over spaces, and what is meant is then a guess.
  const url = /[\s\p{Cc}\p{Cf}]/u.test(text) ? undefined : parseWebUrl(text);
  if (!url) throw new InputError("The link is not one address that begins with https:// or http://.");
  return url.href;
}
