/** What a text has that OpenProject shows and this site does not: values of other resources, images, mentions, links into OpenProject. */
import { Parser } from "htmlparser2";
import { markdownToHtml } from "satteri";
import type { Api, Attachment, WorkPackage } from "./api.ts";
import { ApiError } from "./connection.ts";

export interface Embeds {
  /** Macros that OpenProject replaces with the value or the label of an attribute, as they are written. */
  readonly macros: readonly string[];
  /** Addresses of images. */
  readonly images: readonly string[];
  /** People, work packages and wiki pages that are named by a sign, and tables that are built when they are shown. */
  readonly placeholders: readonly string[];
  /** Links to OpenProject, which ask readers for a password. */
  readonly links: readonly string[];
}

/** `workPackageValue:123:subject`, `projectLabel:"Identifier":"Custom field"`, `workPackageValue:versions:singleline`. */
const MACRO = /\b(?:workPackage|project)(?:Label|Value)(?::(?:"[^"\n]{1,300}"|[^\s":.,;()<>]{1,100})){1,3}/g;
/** What OpenProject makes a link of: `##12`, `user#4`, `attachment:"a.zip"`, `[[Wiki page]]`. A single `#1` is said of much else. */
const SIGN =
  /(?<![\p{L}\p{N}#])(?:#{2,3}\d{1,12}|(?:user|project|version|meeting|document|message|view)#\d{1,12}|(?:user|project|version|meeting|document|attachment|source):"[^"\n]{1,200}"|\[\[[^[\]\n]{1,200}\]\])/gu;
/** Where OpenProject expands nothing. */
const CODE: ReadonlySet<string> = new Set(["code", "pre"]);
/** Of the paths of an instance, those that no other site is likely to have. */
const OWN_PATH = /^\/(?:api\/v3\/|(?:work_packages|wp|attachments)\/\d|projects\/[\w.-]+\/(?:work_packages|wiki)\b)/;

/** `baseUrl` is the address of the instance, with a slash at its end. */
export function findEmbeds(text: string, baseUrl: string): Embeds {
  const [images, placeholders, links] = [new Set<string>(), new Set<string>(), new Set<string>()];
  let words = "";
  let depthOfCode = 0;
  const parser = new Parser({
    onopentag(name, attributes) {
      words += "\n";
      const { src = "", href, class: kind = "" } = attributes;
      if (CODE.has(name)) depthOfCode += 1;
      if (name === "img") images.add(src);
      else if (name === "a" && href !== undefined && isOwn(href, baseUrl)) links.add(href);
      else if (name === "macro") placeholders.add(kind.split(" ")[0] || name);
      else if (name === "mention" || name.startsWith("opce-")) {
        placeholders.add(attributes["data-text"] || attributes["data-id"] || name);
      }
    },
    ontext(data) {
      if (depthOfCode === 0) words += data;
    },
    onclosetag(name) {
      words += "\n";
      if (CODE.has(name)) depthOfCode -= 1;
    },
  });
  parser.end(markdownToHtml(text, { features: { smartPunctuation: false, frontmatter: false } }).html);
  for (const sign of words.match(SIGN) ?? []) placeholders.add(sign);
  const macros = new Set(words.match(MACRO));
  return { macros: [...macros], images: [...images], placeholders: [...placeholders], links: [...links] };
}

/**
 * The text with macros for titles filled in. Other attributes of a work package are not: they may be internal, and the
 * site is public.
 */
export async function fillSubjects(api: Api, workPackage: WorkPackage, text: string): Promise<string> {
  let filled = text;
  // The longest first, since one may be the beginning of another.
  for (const macro of findEmbeds(text, api.baseUrl).macros.toSorted((a, b) => b.length - a.length)) {
    const subject = await subjectOf(api, workPackage, macro);
    if (subject !== undefined) filled = filled.replaceAll(macro, () => escapeMarks(subject));
  }
  return filled;
}

async function subjectOf(api: Api, { subject }: WorkPackage, macro: string): Promise<string | undefined> {
  const found = /^workPackageValue(?::(?:"([^"]+)"|([\w-]+)))?:subject(?::(?:single|multi)line)?$/.exec(macro);
  if (!found) return undefined;
  const [, quoted, id] = found;
  if (id === undefined) return quoted ?? subject;
  return api.getTitle({ href: `api/v3/work_packages/${id}` }).catch((error: unknown) => {
    if (error instanceof ApiError && (error.status === 404 || error.status === 403)) return undefined;
    throw error;
  });
}

/** Replaces characters that Markdown or HTML would interpret by references that both understand. */
function escapeMarks(text: string): string {
  return text.replace(/[<>*_`[\]\\~|]|&(?=#?\w{1,31};)/g, (mark) => `&#${mark.charCodeAt(0)};`);
}

/** What a reader of the site does not see as it is in OpenProject, for a person. */
export function describeEmbeds(embeds: Embeds, attachments: readonly Attachment[]): string[] {
  const told = (names: readonly string[]) => names.map((name) => `'${name}'`).join(", ");
  const nameOf = (src: string) => {
    const id = Number(/\/attachments\/(\d+)/.exec(src)?.[1]);
    return attachments.find((attachment) => attachment.id === id)?.fileName ?? src;
  };
  const { images, placeholders, links } = embeds;
  return [
    ...(images.length > 0 ? [`The site shows no image within a text: ${told(images.map(nameOf))}`] : []),
    ...(placeholders.length > 0 ? [`Only OpenProject shows what these stand for: ${told(placeholders)}`] : []),
    ...(links.length > 0 ? [`Readers cannot follow links to OpenProject: ${told(links)}`] : []),
  ];
}

function isOwn(href: string, baseUrl: string): boolean {
  const base = new URL(baseUrl);
  const url = URL.parse(href, "relative://none");
  if (url === null) return false;
  if (url.protocol !== "relative:") return url.href.startsWith(baseUrl);
  return OWN_PATH.test(
    url.pathname.startsWith(base.pathname) ? url.pathname.slice(base.pathname.length - 1) : url.pathname,
  );
}
