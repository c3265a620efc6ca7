/** Every page names a Markdown alternate with the same title, no HTML and no broken links; llms.txt leads to such alternates. */
import { markdownToMdast } from "satteri";
import {
  type BuiltPage,
  type BuiltSite,
  elementsOf,
  fileAt,
  isBrokenAddress,
  pathOfAddress,
  relOf,
  textOf,
} from "../../src/built-site/built-site.ts";
import { squeeze } from "../../src/lib/text.ts";
import { llmsFullUrl, llmsUrl, markdownUrl } from "../../src/views/urls.ts";
import { type Check, type Violation, violationOf } from "./check.ts";
import { typeOf } from "./page-type.ts";

/** What the check looks at in a Markdown file. */
interface Document {
  readonly file: string;
  /** Texts of the headings of the first level. */
  readonly titles: readonly string[];
  readonly links: readonly string[];
  readonly htmlCount: number;
  /** True when there is something below the title. */
  readonly hasContent: boolean;
}

interface Node {
  readonly type: string;
  readonly depth?: number;
  readonly url?: string;
  readonly value?: string;
  readonly children?: readonly Node[];
}

export const markdownCheck: Check = {
  name: "Markdown alternates",
  run(site) {
    const pages = site.pages.filter((page) => !page.isRedirect && typeOf(page) !== "404");
    const expected = new Map(pages.map((page) => [decodeURI(markdownUrl(page.path)).slice(1), page]));
    const alternates = [...expected].flatMap(([file, page]) =>
      site.files.has(file) ? [{ page, alternate: read(site, file) }] : [],
    );
    const lists = [llmsUrl, llmsFullUrl].map((path) => path.slice(1));
    const texts = lists.filter((file) => site.files.has(file)).map((file) => read(site, file));
    const llms = texts.filter(({ file }) => `/${file}` === llmsUrl);
    const documents = [...alternates.map(({ alternate }) => alternate), ...texts];
    return {
      counts: [
        { what: "Markdown alternates", count: alternates.length, least: Math.max(1, pages.length) },
        {
          what: "links of Markdown alternates",
          count: documents.flatMap(({ links }) => links).length,
          least: pages.length * 3,
        },
        { what: "links of llms.txt", count: llms.flatMap(({ links }) => links).length, least: 4 },
      ],
      violations: [
        ...[...expected]
          .filter(([file]) => !site.files.has(file))
          .map(([, page]) => violationOf(page, "has no Markdown alternate")),
        ...pages.flatMap((page) => nameViolations(page, site)),
        ...alternates.flatMap(({ page, alternate }) => titleViolations(page, alternate)),
        ...documents.flatMap((document) => textViolations(document, site)),
        ...lists.filter((file) => !site.files.has(file)).map((where) => ({ where, message: "there is no such file" })),
        ...[...site.files]
          .filter((file) => /(?:^|\/)index\.md$/.test(file) && !expected.has(file))
          .map((where) => ({ where, message: "is the Markdown alternate of no page" })),
        ...llms.flatMap((document) => targetViolations(document, site, expected)),
      ],
    };
  },
};

function read(site: BuiltSite, file: string): Document {
  // satteri takes YAML between two lines of dashes for what it is.
  const tree = markdownToMdast(textOf(site, file)) as Node;
  const blocks = (tree.children ?? []).filter(({ type }) => type !== "yaml");
  const nodes = blocks.flatMap(withChildren);
  return {
    file,
    titles: nodes.filter(({ type, depth }) => type === "heading" && depth === 1).map(textIn),
    links: nodes.flatMap(({ type, url }) => ((type === "link" || type === "image") && url !== undefined ? [url] : [])),
    htmlCount: nodes.filter(({ type }) => type === "html").length,
    hasContent: blocks.some((node) => !(node.type === "heading" && node.depth === 1) && textIn(node) !== ""),
  };
}

function withChildren(node: Node): Node[] {
  return [node, ...(node.children ?? []).flatMap(withChildren)];
}

function textIn(node: Node): string {
  return squeeze(
    withChildren(node)
      .map(({ value = "" }) => value)
      .join(""),
  );
}

/** The page names its own Markdown alternate and no other. */
function nameViolations(page: BuiltPage, site: BuiltSite): Violation[] {
  const named = elementsOf(page, "link").filter(
    (link) => relOf(link).includes("alternate") && link.attributes["type"] === "text/markdown",
  );
  const own = markdownUrl(page.path);
  const [path = ""] = named.map(({ attributes }) => pathOfAddress(site, attributes["href"] ?? "", site.url));
  const isNamed = named.length === 1 && decodeURI(path) === own;
  return isNamed ? [] : [violationOf(page, "does not name its Markdown alternate, once")];
}

function titleViolations(page: BuiltPage, { file, titles, hasContent }: Document): Violation[] {
  const heading = squeeze(elementsOf(page, "h1")[0]?.text ?? "");
  const isSame = titles.length === 1 && titles[0] === heading;
  const violations: Violation[] = [];
  if (!isSame) violations.push({ where: file, message: `is titled "${titles.join('", "')}", the page "${heading}"` });
  if (!hasContent) violations.push({ where: file, message: "has nothing below its title" });
  return violations;
}

function textViolations({ file, links, htmlCount }: Document, site: BuiltSite): Violation[] {
  const broken = links.flatMap((link) => {
    if (!URL.canParse(link)) return [`${link} is no absolute address`];
    return isBrokenAddress(site, link) ? [`${link} leads nowhere`] : [];
  });
  const html = htmlCount > 0 ? [`has ${htmlCount} pieces of HTML`] : [];
  return [...broken, ...html].map((message) => ({ where: file, message }));
}

/** llms.txt leads to Markdown alternates, and to the one file with everything. */
function targetViolations(
  { file, links }: Document,
  site: BuiltSite,
  alternates: ReadonlyMap<string, BuiltPage>,
): Violation[] {
  return links
    .flatMap((link) => pathOfAddress(site, link) ?? [])
    .filter((path) => !alternates.has(decodeURI(path).slice(1)) && path !== llmsFullUrl)
    .filter((path) => fileAt(site, path) !== undefined)
    .map((path) => ({ where: file, message: `${path} is no Markdown alternate` }));
}
