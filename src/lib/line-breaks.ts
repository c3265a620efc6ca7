/** Where a line may be broken in texts that have no spaces there, and where it may not. */
import { escapeMarkup } from "./escape-markup.ts";

/** The parts of a host or an address between which it may be broken: behind its dots and slashes. */
export function partsOfAddress(text: string): string[] {
  return text.split(/(?<=[./])(?=[^./\s])/);
}

/** A text in pieces: those at odd places are words with a hyphen in them, such as `C-CDA,`, and are kept on one line. */
export function splitAtHyphenated(text: string): string[] {
  return text.split(/(\S*\w-\w\S*)/);
}

/** A host, an address, a product number or the path of a field as markup, which may be broken behind its dots and slashes. */
export function breakableAddress(text: string): string {
  return partsOfAddress(text).map(escapeMarkup).join("<wbr>");
}

/** A name such as `CarePlan` as markup, which may be broken before its capital letters. */
export function breakableName(name: string): string {
  return name
    .split(/(?<=[a-z])(?=[A-Z])/)
    .map(escapeMarkup)
    .join("<wbr>");
}

/** A text as markup whose words with hyphens are kept on one line. */
export function withWholeWords(text: string): string {
  return splitAtHyphenated(text)
    .map((piece, index) =>
      index % 2 === 1 ? `<span class="whole">${escapeMarkup(piece)}</span>` : escapeMarkup(piece),
    )
    .join("");
}
