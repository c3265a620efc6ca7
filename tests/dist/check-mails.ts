/** Every mail is a body that mail programs show without asking anybody for anything: short enough, with whole links, and as plain text beside. */
import {
  type BuiltPage,
  type BuiltSite,
  type Element,
  elementsOf,
  isBrokenAddress,
  isMail,
  parsePage,
  pathOfAddress,
  textOf,
} from "../../src/built-site/built-site.ts";
import { type Check, type Violation, violationOf } from "./check.ts";
import { isWebAddress } from "./feeds/rule.ts";
import { typeOf } from "./page-type.ts";

/** Gmail cuts off what is longer. */
const MAX_BYTES = 100_000;
/** Yahoo and Gmail drop longer style elements. */
const MAX_STYLE = 8000;
const LINE = 72;

/** Elements that run, ask or load something, or that mail programs take out. */
const FOREIGN = /^(?:script|link|base|iframe|object|embed|form|input|button|select|img|picture|svg|video|audio|font)$/;

export const mailsCheck: Check = {
  name: "mails",
  run(site) {
    const mails = [...site.files].filter(isMail).map((file) => parsePage(file, textOf(site, file)));
    const links = mails.flatMap((mail) => elementsOf(mail, "a"));
    const offered = site.pages.flatMap((page) => (typeOf(page) === "digest" ? linkedMails(page, site) : []));
    const texts = offered.filter((path) => path.endsWith(".txt"));
    return {
      counts: [
        { what: "mails", count: mails.length, least: texts.length },
        { what: "links in mails", count: links.length, least: mails.length },
      ],
      violations: [
        ...mails.flatMap((mail) => mailViolations(mail, site)),
        ...mails
          .filter(({ path }) => !offered.includes(path))
          .map((mail) => violationOf(mail, "no digest offers this mail")),
        ...texts.flatMap((path) => textViolations(path, site)),
      ],
    };
  },
};

/** Paths of the mails that a digest offers, in both forms. */
function linkedMails(page: BuiltPage, site: BuiltSite): string[] {
  return elementsOf(page, "a")
    .flatMap(({ attributes }) => pathOfAddress(site, attributes["href"] ?? "", site.url) ?? [])
    .filter((path) => /\/mail\.(?:html|txt)$/.test(path));
}

function mailViolations(mail: BuiltPage, site: BuiltSite): Violation[] {
  const styles = elementsOf(mail, "style");
  const bytes = Buffer.byteLength(mail.html);
  const messages = [
    ...(bytes > MAX_BYTES ? [`has ${bytes} bytes, more than ${MAX_BYTES}`] : []),
    ...(styles.length > 1 ? [`has ${styles.length} style elements`] : []),
    ...(styles.some(({ text }) => text.length > MAX_STYLE) ? [`has a style element of more than ${MAX_STYLE}`] : []),
    ...(elementsOf(mail, "html")[0]?.attributes["lang"] ? [] : ["has no language"]),
    ...((elementsOf(mail, "title")[0]?.text ?? "").trim() === "" ? ["has no title"] : []),
    ...(elementsOf(mail, "h1").length === 1 ? [] : ["has not one h1"]),
    ...mail.elements.flatMap(elementViolations),
    ...elementsOf(mail, "a").flatMap(({ attributes }) => linkViolations(attributes["href"] ?? "", site)),
  ];
  return [...new Set(messages)].map((message) => violationOf(mail, message));
}

function elementViolations({ name, attributes, text }: Element): string[] {
  const loads = Object.entries(attributes).filter(
    ([key, value]) => /^(?:src|srcset|background|poster|on\w+)$/.test(key) || (key === "style" && /url\(/i.test(value)),
  );
  return [
    ...(FOREIGN.test(name) ? [`has the element ${name}`] : []),
    ...loads.map(([key]) => `<${name}> has ${key}, which loads or runs something`),
    ...(name === "style" && /url\(|@import|@font-face/i.test(text) ? ["its style element loads something"] : []),
    ...(name === "table" && attributes["role"] !== "presentation" ? ["has a table that is read out as one"] : []),
  ];
}

function linkViolations(href: string, site: BuiltSite): string[] {
  if (!isWebAddress(href)) return [`links to ${href}, which is no whole address`];
  return isBrokenAddress(site, href) ? [`links to ${href}, which leads nowhere`] : [];
}

/** An address stands alone on its line, however long it is. */
function textViolations(path: string, site: BuiltSite): Violation[] {
  const file = path.slice(1);
  if (!site.files.has(file)) return [];
  return textOf(site, file)
    .split("\n")
    .filter((line) => [...line].length > LINE && /\S\s+\S/.test(line))
    .map((line) => ({ where: file, message: `has a line of more than ${LINE} characters: ${line.slice(0, 40)}…` }));
}
