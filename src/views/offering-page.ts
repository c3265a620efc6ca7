/** One offering: its facts and status, what is certified, its news and its alternatives. */
import type { Catalog, Offering, Organization } from "../catalog/graph.ts";
import { alternativesTo, type Related } from "../catalog/related.ts";
import { MOST } from "../compare/choice.ts";
import { hasSection } from "../config/settings.ts";
import { readableHostOf } from "../lib/host-name.ts";
import { memoizeLast } from "../lib/memoize-last.ts";
import { byText } from "../lib/order.ts";
import { capitalize } from "../lib/text.ts";
import { getMessages } from "../messages/messages.ts";
import { standardBasisKeys } from "../vocab/basis.ts";
import type { FacetName } from "../vocab/entity-kind.ts";
import type { Term } from "../vocab/vocab.ts";
import { getKind, getLicence, getLicenceFamily, getStandard } from "../vocab/vocabulary.ts";
import { toAccess, toReadableAddress } from "./access.ts";
import { summaryOf, toCertified, toImplied, toReported } from "./certified-facts.ts";
import { toFormatLinks } from "./feed-links.ts";
import { toHostLink } from "./host-link.ts";
import { type InterfaceView, toInterfaceViews } from "./interfaces.ts";
import { toTableRow } from "./offering-rows.ts";
import { buildPage, type LinkView } from "./page.ts";
import {
  isLongTitle,
  licenceFamilyOf,
  lifecycleDate,
  lifecycleSentence,
  toBadge,
  toDateView,
  toLink,
  toOfferingRow,
  topicLabels,
  toTopicChip,
} from "./parts.ts";
import { toStoryRows } from "./story-rows.ts";
import { toOfferingStatement } from "./structured-data/offering-statement.ts";
import { toOwnText } from "./texts.ts";
import { comparisonUrl, editUrl, entityDataUrl, entityUrl, facetUrl } from "./urls.ts";
import { wordHtml } from "./wording.ts";

export type OfferingPageView = ReturnType<typeof buildOfferingPage>;

const ALTERNATIVES = 6;
const STORIES = 50;

/** `body` is the Markdown below the front matter. */
export const buildOfferingPage = memoizeLast(toOfferingPage);

function toOfferingPage(catalog: Catalog, offering: Offering, body: string) {
  const { certified, format, offeringPage: messages } = getMessages();
  const own = toOwnText(offering, body);
  const text = own && wordHtml(own);
  const kind = toFacetLink("kind", getKind(offering.offeringKind));
  const summary = summaryOf(offering);
  const interfaces = toInterfaceViews(offering.interfaces);
  const facts = toFacts(offering, kind, interfaces, catalog);
  const alternatives = alternativesTo(catalog, offering, ALTERNATIVES);
  const compared = [offering, ...alternatives.map(({ to }) => to)].slice(0, MOST);
  return {
    ...buildPage({
      title: offering.name,
      description: summary,
      path: entityUrl(offering),
      data: entityDataUrl(offering),
      section: "offering",
      feeds: messages.feeds(offering.name),
      statement: toOfferingStatement(offering, summary, facts, catalog.deadLinks),
    }),
    kicker: kind,
    heading: offering.name,
    isLong: isLongTitle(offering.name),
    vendor: toLink(offering.vendor),
    formerly: offering.formerly.length > 0 ? format.list(offering.formerly) : undefined,
    notice: toNotice(offering),
    replaces: offering.predecessors.map(toLink),
    summary,
    body: text?.html,
    bodyWording: text?.wording,
    facts,
    access: toAccess(offering, catalog),
    /** The product whose interface this is, or the interfaces of this product. */
    product: offering.product && toLink(offering.product),
    apis: offering.apis.map(toLink),
    topics: offering.topics.map(toTopicChip),
    evidence: Array.isArray(offering.evidence) ? toEvidence(offering.evidence) : [],
    /** Since when it has been in the catalog. */
    added: toDateView(offering.added),
    /** How well the facts are known, as a sentence. */
    confidence: confidenceSentence(offering),
    interfaces,
    certified: offering.certified.map((product) => toCertified(product, catalog)),
    reported: toReported(offering, catalog),
    implied: offering.implied.map(toImplied),
    impliedSource:
      offering.implied.length > 0 && catalog.implicationsSource
        ? {
            href: catalog.implicationsSource.source,
            label: readableHostOf(catalog.implicationsSource.source),
            asOf: format.date(catalog.implicationsSource.asOf),
          }
        : undefined,
    certifiedSource:
      catalog.factsSource && certified.source(catalog.factsSource.source, format.date(catalog.factsSource.asOf)),
    feeds: toFormatLinks(entityUrl(offering)),
    newsCount: offering.news.length,
    stories: toStoryRows(offering.news.slice(0, STORIES)),
    alternatives: alternatives.map((related) => toOfferingRow(related.to, alternativeReason(related, offering))),
    /** It and its nearest alternatives in one table; undefined without any. The link is to all that is known of them. */
    comparison:
      compared.length > 1
        ? {
            rows: compared.map(toTableRow),
            href: hasSection("compare") ? comparisonUrl(compared.map(({ slug }) => slug)) : undefined,
          }
        : undefined,
    edit: editUrl(offering.file),
  };
}

/** An interface or a platform is often not listed itself, while the vendor's records systems are. */
function toCertifiedOf({ name, offerings }: Organization) {
  const links = offerings.filter(({ certified }) => certified.length > 0).map(toLink);
  return links.length > 0 ? { label: getMessages().offeringPage.labels.certifiedOf(name), links } : undefined;
}

function toNotice(offering: Offering) {
  const badge = toBadge(offering);
  return (
    badge && {
      badge,
      /** What follows the badge: `on 30 September 2026`. */
      text: lifecycleDate(offering),
      successor: offering.successor && toLink(offering.successor),
      successorName: offering.successorName,
      // A text below tells it at length.
      note: offering.hasBody ? undefined : offering.statusNote,
    }
  );
}

/** Facts that the page lists as not stated where nobody stated them; for the documentation, the access does so. */
const namesOfFacts = ["licence", "standards", "status", "homepage", "repository"] as const;

function toFacts(offering: Offering, kind: LinkView, interfaces: readonly InterfaceView[], catalog: Catalog) {
  const known = {
    licence: toLicence(offering),
    standards: toStandards(offering),
    status: lifecycleSentence(offering),
    homepage: toHostLink(offering.homepage, catalog),
    documentation: toHostLink(offering.documentation, catalog),
    repository: toHostLink(offering.repository, catalog),
  };
  const { offeringPage: messages } = getMessages();
  const listings = offering.certified.flatMap(({ versions }) => versions).length;
  const isStated = (value: unknown) => (Array.isArray(value) ? value.length > 0 : value !== undefined);
  return {
    kind,
    ...known,
    /** The standards under how they are known: `Stated and declared`; under nothing if all are only stated. */
    standardsByBasis: groupByBasis(offering, known.standards),
    interfaces: interfaces.map(({ id, heading }): LinkView => ({ href: `#${id}`, label: heading })),
    certified: listings > 0 ? messages.listings(listings) : undefined,
    certifiedOfVendor: listings > 0 ? undefined : toCertifiedOf(offering.vendor),
    notStated: namesOfFacts.filter((name) => !isStated(known[name])).map((name) => messages.unknown[name]),
  };
}

/** Each with how it is known, unless all are only stated. */
function toStandards({ knownStandards }: Offering) {
  const { format, offering: words } = getMessages();
  const isPlain = knownStandards.every(({ bases }) => bases.every((basis) => basis === "stated"));
  return knownStandards.map(({ standard, bases }): LinkView & { readonly note?: string } => ({
    ...toFacetLink("standard", getStandard(standard)),
    ...(!isPlain && { note: format.list(bases.map((basis) => words.bases[basis])) }),
  }));
}

/** Those that are stated first; among the same, those that are known in more ways. */
function groupByBasis({ knownStandards }: Offering, links: ReturnType<typeof toStandards>) {
  const rankAt = (at: number) =>
    standardBasisKeys.map((basis) => (knownStandards[at]?.bases.includes(basis) ? 0 : 1)).join("");
  const ranked = links.map((link, at) => ({ ...link, rank: rankAt(at) }));
  return [...Map.groupBy(ranked, ({ rank }) => rank).values()]
    .sort(([a], [b]) => byText(a?.rank ?? "", b?.rank ?? ""))
    .map((group) => ({
      basis: group[0]?.note && capitalize(group[0].note),
      links: group.map(({ href, label }): LinkView => ({ href, label })),
    }));
}

function toLicence({ licence }: Offering) {
  if (licence === undefined) return undefined;
  const { label, family } = getLicence(licence);
  return { label, family: toFacetLink("licence", getLicenceFamily(family)) };
}

function toFacetLink(facet: FacetName, { slug, label }: Term): LinkView {
  return { href: facetUrl(facet, slug), label };
}

/** By host; where two pages are of one host, by their paths too. */
function toEvidence(pages: readonly string[]) {
  const hosts = pages.map(readableHostOf);
  return pages.map((href, at) => {
    const host = hosts[at] ?? "";
    return { href, label: hosts.indexOf(host) === hosts.lastIndexOf(host) ? host : toReadableAddress(href) };
  });
}

function confidenceSentence({ confidence, evidence }: Offering): string {
  const { generalKnowledge, notChecked } = getMessages().offeringPage;
  const sentences = [evidence === "general-knowledge" && generalKnowledge, confidence === "medium" && notChecked];
  return sentences.filter(Boolean).join(" ");
}

function alternativeReason({ to, topics, standards: shared }: Related<Offering>, offering: Offering): string {
  const { format, offeringPage: messages } = getMessages();
  if (to === offering.successor) return messages.isSuccessor;
  const what = shared.length > 0 ? format.list(shared.slice(0, 3)) : topicLabels(topics);
  const family = licenceFamilyOf(to);
  return `${family?.free ? messages.licenceFamily(family.label) : messages.sameKind}; ${what}`;
}
