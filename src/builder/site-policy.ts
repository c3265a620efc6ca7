/** The content security policy of a built site: the union of its pages' policies and its SVG styles. */
import { Parser } from "htmlparser2";
import { digestOf } from "../lib/digest.ts";
import { mergePolicies } from "../outputs/hosts/content-policy.ts";

interface Parts {
  /** Paths below the site's folder, without those of the editing page. */
  readonly files: Iterable<string>;
  readonly read: (file: string) => Buffer;
  /**
   * The editing page has inline styles that no hash covers, and some hosts also
   * send it the header of all other paths. The header is then reduced to what a
   * page cannot state itself, and each page relies on the policy in its head.
   */
  readonly hasEditor: boolean;
}

export function sitePolicy({ files, read, hasEditor }: Parts): string {
  if (hasEditor) return mergePolicies([]);
  const policies = new Set<string>();
  for (const file of files) if (hasPolicy(file)) policies.add(policyOfFile(file, read(file)));
  return mergePolicies(policies);
}

/** As in a policy: `sha256-…`. */
export function hashOf(text: string): string {
  return `sha256-${digestOf(text, "base64", 44)}`;
}

/** Pages, and SVG files with styles, to which browsers apply the header; images of the content have no styles. */
export function hasPolicy(file: string): boolean {
  return file.endsWith(".html") || (file.endsWith(".svg") && !file.startsWith("images/"));
}

/** The policy in the head of a page, or the one that an SVG file needs; empty if there is none. */
export function policyOfFile(file: string, bytes: Uint8Array): string {
  const text = new TextDecoder().decode(bytes);
  if (file.endsWith(".html")) return policyOfPage(text) ?? "";
  const hashes = stylesOf(text).map((style) => `'${hashOf(style)}'`);
  return hashes.length > 0 ? `style-src ${hashes.join(" ")}` : "";
}

function policyOfPage(html: string): string | undefined {
  let policy: string | undefined;
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === "meta" && attributes["http-equiv"]?.toLowerCase() === "content-security-policy")
        policy ??= attributes["content"];
    },
  });
  const end = html.indexOf("</head>");
  parser.end(end < 0 ? html : html.slice(0, end));
  return policy;
}

function stylesOf(svg: string): string[] {
  return [...svg.matchAll(/<style>([^<]*)<\/style>/g)].map(([, text = ""]) => text);
}
