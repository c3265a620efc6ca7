/** What an import tells of a work package that a person may want to put right. */
import { joinWords } from "../../lib/text.ts";
import type { Attachment } from "./api.ts";
import { fileKeys, fileKinds } from "./attached-files.ts";
import type { Incoming, Result } from "./incoming.ts";
import { splitNames } from "./split-names.ts";

/** A text that was taken for one name and may be several. */
export function noteNames({ custom: { values, names } }: Incoming, { fields = [] }: Result): string[] {
  if (!fields.includes("author")) return [];
  return (values.author ?? [])
    .filter(({ text, href }) => href === undefined && !splitNames(text).isSure)
    .map(
      ({ text }) =>
        `'${text}' was taken as one author: separate several with ';' in the custom field '${names.get("author")}'`,
    );
}

/** Files that were taken out, since their attachment is gone or has another name. */
export function noteFiles({ base, files, attachments }: Incoming, { fields = [] }: Result): string[] {
  return fileKeys
    .filter((key) => base?.[key] && !files.some((file) => file.key === key))
    .map((key) => fileKinds[key])
    .filter(({ field }) => fields.some((one) => one.startsWith(field)))
    .map(({ called }) => `No attachment is named '${called}' any more${describeAttachments(attachments)}`);
}

/** A body that stays, since its attachment is gone or has another name: absent is not empty. */
export function noteContent({ contentFile, attachments }: Incoming): string[] {
  if (contentFile !== "gone") return [];
  return [`The body is kept: no attachment is named 'Curated_Content' any more${describeAttachments(attachments)}`];
}

function describeAttachments(attachments: readonly Attachment[]): string {
  return attachments.length > 0
    ? `: attached are ${joinWords(attachments.map(({ fileName }) => `'${fileName}'`))}`
    : "";
}
