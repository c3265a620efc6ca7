/** An offering as Markdown: what it is, its facts, what is certified, its news and its alternatives. */
import type { RootContent } from "mdast";
import { counted, ended, formatCount } from "../../lib/text.ts";
import type { AccessFactView, AccessView } from "../../views/access.ts";
import type { CertifiedView } from "../../views/certified-facts.ts";
import type { HostLinkView } from "../../views/host-link.ts";
import type { InterfaceView } from "../../views/interfaces.ts";
import type { OfferingPageView } from "../../views/offering-page.ts";
import type { LinkView } from "../../views/page.ts";
import { offeringList, storyList } from "./rows.ts";
import { commas, facts, fromHtml, heading, list, type Part, paragraph, table } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toOfferingMarkdown(view: OfferingPageView, path: string): MarkdownDocument {
  return {
    view,
    fields: {
      vendor: view.vendor.label,
      kind: view.kicker.label,
      topics: view.topics.map(({ authority, label }) => `${authority}: ${label}`),
    },
    content: [
      ...notice(view),
      ...paragraph(view.summary),
      ...fromHtml(view.body, path),
      heading(2, "Access"),
      ...accessFacts(view.access),
      heading(2, "Facts"),
      ...offeringFacts(view),
      ...(view.interfaces.length > 0
        ? [heading(2, "Interface"), ...view.interfaces.flatMap((one) => interfaceFacts(one, view.head.data))]
        : []),
      ...(view.certified.length > 0 ? certified(view) : []),
      heading(2, `In the news: ${formatCount(view.newsCount)}`),
      ...(view.stories.length > 0 ? storyList(view.stories) : paragraph("No story names it yet.")),
      ...facts([["Feeds", ...commas(view.feeds)]]),
      heading(2, "Alternatives"),
      ...(view.alternatives.length > 0
        ? offeringList(view.alternatives)
        : paragraph("None found: it shares no topic with another entry of its kind.")),
    ],
  };
}

function notice({ notice: one }: OfferingPageView): RootContent[] {
  if (one === undefined) return [];
  return [
    ...paragraph(
      `${one.badge.label} ${ended(one.text)}`,
      one.successor && " Successor: ",
      one.successor,
      one.successor && ".",
      one.successorName && ` Now ${ended(one.successorName)}`,
    ),
    ...paragraph(one.note),
  ];
}

/** How one gets in, a line for each fact. */
function accessFacts({ documentation, isDocumentationListed, decisive, notStated }: AccessView): RootContent[] {
  const listed = isDocumentationListed ? " (named on the ONC list of certified products)" : undefined;
  return facts([
    ...decisive.map(accessFact),
    ["Documentation", ...(documentation.length > 0 ? [...hostLinks(documentation), listed] : [])],
    ["Not stated", notStated.join(", ")],
  ]);
}

/** The value, what is to be known of it, who says so, and where it was seen. */
function accessFact({ label, values, page, note, listedBy, sources, seen }: AccessFactView): [string, ...Part[]] {
  const [value] = values;
  const isEnded =
    page === undefined && values.length === 1 && value !== undefined && ended(value.label) === value.label;
  return [
    label,
    ...hostLinks(values),
    page?.before,
    ...hostLink(page),
    isEnded ? undefined : ".",
    note && ` ${note}`,
    listedBy && ` Listed by ${listedBy}.`,
    ...(sources.length > 0 ? [" Seen at ", ...commas(sources), seen && `, ${seen}`, "."] : []),
  ];
}

/** What is known of it, a line for each fact. */
export function offeringFacts(view: OfferingPageView): RootContent[] {
  const { facts: known, topics, evidence } = view;
  return [
    ...facts([
      ["Vendor", view.vendor],
      ["Formerly", view.formerly],
      ["Kind", known.kind],
      ["Licence", known.licence && { href: known.licence.family.href, label: known.licence.label }],
      ["Standards", ...withNotes(known.standards)],
      ["Status", known.status],
      ["Homepage", ...hostLink(known.homepage)],
      ["Repository", ...hostLink(known.repository)],
      ["Interface of", view.product],
      ["Its interface", ...commas(view.apis)],
      ...view.access.further.map(accessFact),
      ["ONC certified", known.certified],
      ["Takes the place of", ...commas(view.replaces)],
      ["Topics", ...commas(topics.map(({ href, authority, label }) => ({ href, label: `${authority}: ${label}` })))],
      ["Not stated", known.notStated.join(", ")],
      ["Seen at", ...commas(evidence)],
    ]),
    ...paragraph(view.confidence),
    ...paragraph(view.added && `In the catalog since ${view.added.label}.`),
  ];
}

/** With commas, and what is to be known of each in brackets. */
function withNotes(links: readonly (LinkView & { readonly note?: string })[]): Part[] {
  return links.flatMap((link, at) => [at > 0 ? ", " : "", link, link.note === undefined ? "" : ` (${link.note})`]);
}

/** With commas; a value that is no link is text. */
function hostLinks(links: AccessFactView["values"]): Part[] {
  return links.flatMap((link, at) => [
    at > 0 ? ", " : "",
    ...(link.href === undefined ? [link.label] : hostLink(link)),
  ]);
}

function hostLink(link: HostLinkView | undefined): Part[] {
  return link === undefined ? [] : [link, link.deadLink && `, ${link.deadLink}`];
}

function interfaceFacts(
  { heading: title, declared, source, facts: known, changes, resources, leftOut }: InterfaceView,
  data: string | undefined,
): RootContent[] {
  return [
    heading(3, title),
    ...paragraph(`${declared}${source ? " " : ""}`, source, ". Not tested by us."),
    ...facts(known.map(({ name, text }) => [name, text])),
    ...(resources?.missing && resources.missing.gaps.length > 0
      ? paragraph(
          `Marked SHALL for servers by US Core ${resources.missing.version}, not declared: ${resources.missing.gaps.join("; ")}.`,
        )
      : []),
    ...(changes.length > 0
      ? [...paragraph("What changed:"), ...list(changes.map(({ day, text }) => [`${day}: ${text}`]))]
      : []),
    ...(resources ? resourceTable(resources) : []),
    ...(leftOut.length > 0 && data !== undefined
      ? paragraph("Left to ", { href: data, label: "the data" }, `: ${leftOut.join("; ")}.`)
      : []),
  ];
}

function resourceTable({ summary, rows }: NonNullable<InterfaceView["resources"]>): RootContent[] {
  return [...paragraph(`${summary}.`), ...(rows.length > 0 ? [resourceRows(rows)] : [])];
}

function resourceRows(rows: NonNullable<InterfaceView["resources"]>["rows"]): RootContent {
  return table(
    ["Resource type", "Read", "Searched by", "Write"],
    rows.map(({ type, href, reads, searches, parameters, parameterCount, writes }) => [
      { href, label: type },
      reads ? "yes" : "–",
      searches ? parameters.join(", ") || String(parameterCount || "yes") : "–",
      writes.join(", ") || "–",
    ]),
  );
}

function certified({
  certified: products,
  certifiedSource,
  reported,
  implied,
  impliedSource,
}: OfferingPageView): RootContent[] {
  return [
    heading(2, "Certified facts"),
    ...products.flatMap(certifiedProduct),
    ...paragraph(certifiedSource),
    ...reportedAddresses(reported),
    ...implications(implied, impliedSource),
  ];
}

function reportedAddresses(reported: OfferingPageView["reported"]): RootContent[] {
  if (reported === undefined) return [];
  return [
    heading(3, "Reported for the vendor"),
    ...paragraph(
      reported.source,
      `, ${reported.asOf}: requests to these addresses succeeded; what was answered is not said. Not tested by us.`,
    ),
    ...paragraph(...commas(reported.links)),
  ];
}

function implications(implied: OfferingPageView["implied"], source: OfferingPageView["impliedSource"]): RootContent[] {
  if (source === undefined) return [];
  return [
    heading(3, "What the certification implies"),
    ...paragraph(
      `What a product must support to hold its criteria; not stated by the vendor. As of ${source.asOf}, `,
      source,
      ".",
    ),
    table(
      ["Standard", "Version", "Criterion", "Rule", "Adoption"],
      implied.map(({ standard, version, criterion, citation, adoption }) => [
        standard,
        version,
        criterion,
        citation,
        adoption,
      ]),
    ),
  ];
}

function certifiedProduct({ product, developer, listings, documentation, criteria }: CertifiedView): RootContent[] {
  return [
    ...paragraph(`Listed as “${product}” by ${ended(developer)}`),
    table(
      ["Version", "Certified", "Status", "Product number"],
      listings.map(({ version, certified: day, status, number }) => [version, day, status, number]),
    ),
    ...(documentation.length > 0 ? paragraph("API documentation: ", ...commas(documentation)) : []),
    ...criteria.flatMap(({ versions, met }) => [
      ...paragraph(`${counted(met.length, "criterion", "criteria")} met by ${versions}:`),
      ...list(met.map(({ code, title }) => [`${code} ${title}`])),
    ]),
  ];
}
