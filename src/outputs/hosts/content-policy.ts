/** The content security policies that hosts send with files. */
import { digestOf } from "../../lib/digest.ts";
import { buildPagePolicy } from "../../views/content-policy.ts";

/** What only a header can say; browsers ignore it in a page. */
export const HEADER_ONLY = "frame-ancestors 'none'";

/** Mails of a digest have a style at each element, and ask for nothing. */
export const MAIL_POLICY = `default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; ${HEADER_ONLY}`;

/**
 * Chrome shows a PDF in a page of its own with inline styles and a plugin, to which it applies the policy of the file.
 * https://crbug.com/271452
 */
export const PDF_POLICY = HEADER_ONLY;

interface Parts {
  /** SVG drawings of the site, as text. Opened by themselves they have no policy but the header's. */
  readonly drawings: readonly string[];
  /**
   * The editing page has inline styles that no hash covers, and some hosts also
   * send it the header of all other paths. The header is then reduced to what a
   * page cannot state itself, and each page relies on the policy in its head.
   */
  readonly hasEditor: boolean;
  /** As for `buildPagePolicy`. */
  readonly engineAddress?: string | undefined;
}

/** The policy of pages, with the styles of the drawings. */
export function headerPolicy({ drawings, hasEditor, engineAddress }: Parts): string {
  if (hasEditor) return HEADER_ONLY;
  const hashes = [...new Set(drawings.flatMap(stylesOf).map((style) => `'${hashOf(style)}'`))].sort();
  const styles = hashes.length > 0 ? [["style-src 'self'", ...hashes].join(" ")] : [];
  return [buildPagePolicy(engineAddress), ...styles, HEADER_ONLY].join("; ");
}

/** A drawing of our own; those of the content are shown in pages alone, and their styles are not allowed. */
export function isDrawing(file: string): boolean {
  return file.endsWith(".svg") && !/^(?:images|documents)\//.test(file);
}

/** As in a policy: `sha256-…`. */
export function hashOf(text: string): string {
  return `sha256-${digestOf(text, "base64", 44)}`;
}

function stylesOf(svg: string): string[] {
  return [...svg.matchAll(/<style>([^<]*)<\/style>/g)].map(([, text = ""]) => text);
}
