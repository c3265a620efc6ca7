/** An offering as Markdown: what it is, its facts, what is certified, its news and its alternatives. */
import type { RootContent } from "mdast";
import { hasSection } from "../../config/settings.ts";
import { ended } from "../../lib/text.ts";
import { getMessages } from "../../messages/messages.ts";
import type { AccessFactView, AccessView } from "../../views/access.ts";
import type { CertifiedView } from "../../views/certified-facts.ts";
import type { InterfaceView } from "../../views/interfaces.ts";
import type { OfferingPageView } from "../../views/offering-page.ts";
import type { LinkView } from "../../views/page.ts";
import { hostLink, offeringList, storyList } from "./rows.ts";
import { commas, facts, fromHtml, heading, list, type Part, paragraph, table } from "./tree.ts";
import type { MarkdownDocument } from "./write-document.ts";

export function toOfferingMarkdown(view: OfferingPageView, path: string): MarkdownDocument {
  const { access, format, interfaces, markdown, offeringPage: page } = getMessages();
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
      heading(2, access.heading),
      ...accessFacts(view.access),
      heading(2, page.facts),
      ...offeringFacts(view),
      ...(view.interfaces.length > 0
        ? [heading(2, interfaces.heading), ...view.interfaces.flatMap((one) => interfaceFacts(one, view.head.data))]
        : []),
      ...(view.certified.length > 0 ? certified(view) : []),
      ...(hasSection("news")
        ? [
            heading(2, `${page.news}: ${format.count(view.newsCount)}`),
            ...(view.stories.length > 0 ? storyList(view.stories) : paragraph(page.noNews)),
          ]
        : []),
      ...facts([[markdown.feeds, ...commas(view.feeds)]]),
      heading(2, page.alternatives),
      ...(view.alternatives.length > 0 ? offeringList(view.alternatives) : paragraph(page.noAlternatives)),
    ],
  };
}

function notice({ notice: one }: OfferingPageView): RootContent[] {
  if (one === undefined) return [];
  const { rows: messages } = getMessages().markdown;
  const [before, behind] = messages.successor;
  return [
    ...paragraph(
      `${one.badge.label} ${ended(one.text)}`,
      one.successor && before,
      one.successor,
      one.successor && behind,
      one.successorName && messages.now(ended(one.successorName)),
    ),
    ...paragraph(one.note),
  ];
}

/** How one gets in, a line for each fact. */
function accessFacts({ documentation, isDocumentationListed, decisive, notStated }: AccessView): RootContent[] {
  const { access, markdown, offeringPage } = getMessages();
  const listed = isDocumentationListed ? markdown.offering.onCertifiedList : undefined;
  return facts([
    ...decisive.map(accessFact),
    [access.documentation, ...(documentation.length > 0 ? [...hostLinks(documentation), listed] : [])],
    [offeringPage.labels.notStated, notStated.join(", ")],
  ]);
}

/** The value, what is to be known of it, who says so, and where it was seen. */
function accessFact({ label, values, page, note, listedBy, sources, seen }: AccessFactView): [string, ...Part[]] {
  const { offering: messages } = getMessages().markdown;
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
    listedBy && messages.listedBy(listedBy),
    ...(sources.length > 0 ? [messages.seenAt, ...commas(sources), seen && `, ${seen}`, "."] : []),
  ];
}

/** What is known of it, a line for each fact. */
export function offeringFacts(view: OfferingPageView): RootContent[] {
  const { facts: known, topics, evidence } = view;
  const { markdown, offeringPage: page } = getMessages();
  const { offering: messages } = markdown;
  const { labels } = page;
  return [
    ...facts([
      [messages.vendor, view.vendor],
      [messages.formerly, view.formerly],
      [labels.kind, known.kind],
      [labels.licence, known.licence && { href: known.licence.family.href, label: known.licence.label }],
      [labels.standards, ...withNotes(known.standards)],
      [labels.status, known.status],
      [labels.homepage, ...hostLink(known.homepage)],
      [labels.repository, ...hostLink(known.repository)],
      [labels.product, view.product],
      [labels.apis, ...commas(view.apis)],
      ...view.access.further.map(accessFact),
      [labels.certified, known.certified],
      [known.certifiedOfVendor?.label ?? "", ...commas(known.certifiedOfVendor?.links ?? [])],
      [messages.replaces, ...commas(view.replaces)],
      [
        markdown.topics,
        ...commas(topics.map(({ href, authority, label }) => ({ href, label: `${authority}: ${label}` }))),
      ],
      [labels.notStated, known.notStated.join(", ")],
      [page.evidence, ...commas(evidence)],
    ]),
    ...paragraph(view.confidence),
    ...paragraph(view.added && messages.added(view.added.label)),
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

function interfaceFacts(
  { heading: title, declared, source, facts: known, changes, resources, leftOut }: InterfaceView,
  data: string | undefined,
): RootContent[] {
  const { interfaces: messages, markdown } = getMessages();
  const [beforeData, behindData] = messages.leftToData(leftOut.join("; "));
  return [
    heading(3, title),
    ...paragraph(`${declared}${source ? " " : ""}`, source, `. ${messages.notTested}`),
    ...facts(known.map(({ name, text }) => [name, text])),
    ...(resources?.missing && resources.missing.gaps.length > 0
      ? paragraph(messages.missing(resources.missing.version, resources.missing.gaps.join("; ")))
      : []),
    ...(changes.length > 0
      ? [...paragraph(markdown.offering.changes), ...list(changes.map(({ day, text }) => [`${day}: ${text}`]))]
      : []),
    ...(resources ? resourceTable(resources) : []),
    ...(leftOut.length > 0 && data !== undefined
      ? paragraph(beforeData, { href: data, label: messages.data }, behindData)
      : []),
  ];
}

function resourceTable({ summary, rows }: NonNullable<InterfaceView["resources"]>): RootContent[] {
  return [...paragraph(`${summary}.`), ...(rows.length > 0 ? [resourceRows(rows)] : [])];
}

function resourceRows(rows: NonNullable<InterfaceView["resources"]>["rows"]): RootContent {
  const { columns, yes } = getMessages().interfaces;
  return table(
    [columns.type, columns.read, columns.searched, columns.write],
    rows.map(({ type, href, reads, searches, parameters, parameterCount, writes }) => [
      { href, label: type },
      reads ? yes : "–",
      searches ? parameters.join(", ") || String(parameterCount || yes) : "–",
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
    heading(2, getMessages().certified.heading),
    ...paragraph(certifiedSource),
    ...products.flatMap(certifiedProduct),
    ...reportedAddresses(reported),
    ...implications(implied, impliedSource),
  ];
}

function reportedAddresses(reported: OfferingPageView["reported"]): RootContent[] {
  if (reported === undefined) return [];
  const { reported: messages } = getMessages().certified;
  const [before, behind] = messages.about(reported.asOf);
  return [
    heading(3, messages.heading),
    ...paragraph(before, reported.source, behind),
    ...paragraph(...commas(reported.links)),
  ];
}

function implications(implied: OfferingPageView["implied"], source: OfferingPageView["impliedSource"]): RootContent[] {
  if (source === undefined) return [];
  const { implied: messages } = getMessages().certified;
  const [before, behind] = messages.about(source.asOf);
  return [
    heading(3, messages.heading),
    ...paragraph(before, source, behind),
    table(
      messages.columns,
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
  const { offering: messages } = getMessages().markdown;
  return [
    ...paragraph(ended(messages.listedAs(product, developer))),
    table(
      messages.listingColumns,
      listings.map(({ version, certified: day, status, number }) => [version, day, status, number]),
    ),
    ...(documentation.length > 0 ? paragraph(messages.apiDocumentation, ...commas(documentation)) : []),
    ...criteria.flatMap(({ versions, met }) => [
      ...paragraph(messages.criteria(met.length, versions)),
      ...list(met.map(({ code, title }) => [`${code} ${title}`])),
    ]),
  ];
}
