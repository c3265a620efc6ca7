/** What the ONC list of certified products says of an offering, for its data sheet. */
import type { Catalog, Offering } from "../catalog/graph.ts";
import { countWrites } from "../catalog/resource-types.ts";
import type { ImpliedStandard } from "../catalog/standards.ts";
import { urlKey } from "../lib/clean-url.ts";
import { readableHostOf } from "../lib/host-name.ts";
import { byText } from "../lib/order.ts";
import { getMessages } from "../messages/messages.ts";
import type { CertifiedProduct, CertifiedVersion } from "../schemas/onc-facts.ts";
import { getKind, getStandard } from "../vocab/vocabulary.ts";

export type CertifiedView = ReturnType<typeof toCertified>;

/** The summary of an offering: its own, else what its certificates imply and its servers declare. */
export function summaryOf(offering: Offering): string {
  const withdrawn = isWithdrawn(offering) && getMessages().certified.withdrawn;
  return [withdrawn, offering.summary ?? describeCertified(offering)].filter(Boolean).join(" ");
}

function isWithdrawn({ certified }: Offering): boolean {
  const isActive = ({ certificationStatus }: CertifiedVersion) => certificationStatus === "Active";
  return certified.length > 0 && !certified.some(({ versions }) => versions.some(isActive));
}

function describeCertified(offering: Offering): string {
  const { certified: messages, format } = getMessages();
  const { certified, vendor, offeringKind, knownStandards } = offering;
  const versions = certified.flatMap((product) => product.versions);
  const [latest] = [...versions].sort(
    (a, b) => byText(b.certificationDate, a.certificationDate) || byText(a.chplProductNumber, b.chplProductNumber),
  );
  if (!latest) return messages.kindOf(getKind(offeringKind).label, vendor.name);
  const implied = knownStandards.flatMap(({ standard, bases }) =>
    bases.includes("implied") ? getStandard(standard).label : [],
  );
  const certificate =
    implied.length > 0
      ? messages.implies(vendor.name, format.list(implied))
      : messages.certifiedOn(vendor.name, versionName(latest), format.date(latest.certificationDate));
  return [certificate, describeServers(offering)].filter(Boolean).join(" ");
}

function describeServers(offering: Offering): string | undefined {
  const types = Math.max(
    0,
    ...offering.interfaces.map(({ facts }) => (facts.kind === "fhir" ? facts.resources.length : 0)),
  );
  if (types === 0) return undefined;
  return getMessages().certified.declares(types, countWrites(offering));
}

export function toCertified({ product, developer, versions }: CertifiedProduct, catalog: Catalog) {
  const documentation = Map.groupBy(
    versions.flatMap(({ apiDocumentation }) => apiDocumentation ?? []),
    readableHostOf,
  );
  const criteria = Map.groupBy(versions, (version) => version.criteria.join(" "));
  return {
    product,
    developer: developer.replace(/\.$/, ""),
    /** Newest first. */
    listings: versions.map((version) => ({
      version: versionName(version),
      number: version.chplProductNumber,
      certified: getMessages().format.date(version.certificationDate),
      status: version.certificationStatus,
    })),
    /** API documentation that the listings name: the newest of each host. */
    documentation: [...documentation].map(([label, [href = ""]]) => ({ href, label })),
    /** The criteria met, once for all versions that meet the same. */
    criteria: [...criteria.values()].map((group) => ({
      versions: versionNames(group),
      met: (group[0]?.criteria ?? []).map((code) => ({ code, title: toTitle(catalog.criteria.get(code) ?? "") })),
    })),
  };
}

/** The list writes hyphens for dashes, which the font would draw close to the word before. */
function toTitle(criterion: string): string {
  return criterion.replaceAll(" - ", " – ");
}

/** A version that an active certification implies, and whether it still does. */
export function toImplied({ standard, version, criterion, citation, until, isExpired }: ImpliedStandard) {
  const { certified: messages, format } = getMessages();
  const { expired, expires, inForce } = messages.implied;
  const adoption = until === undefined ? inForce : (isExpired ? expired : expires)(format.date(until));
  return { standard: getStandard(standard).label, version, criterion, citation, adoption };
}

const REPORTED = ["metadata", "smart", "documentation"] as const;

/** What a report names for the vendor; undefined where it names nothing that the page does not show already. */
export function toReported(offering: Offering, { reportedSource: source }: Catalog) {
  const { reported, homepage, documentation, certified, interfaces } = offering;
  if (!reported || !source) return undefined;
  const listed = certified.flatMap(({ versions }) => versions.map(({ apiDocumentation }) => apiDocumentation));
  const shown = [homepage, documentation, ...listed, ...interfaces.map(({ facts }) => facts.source)];
  const keys = new Set(shown.flatMap((href) => (href === undefined ? [] : urlKey(href))));
  const { certified: messages, format } = getMessages();
  const links = REPORTED.flatMap((name) => {
    const href = reported[name];
    if (href === undefined || keys.has(urlKey(href))) return [];
    return { href, label: messages.reported[name](readableHostOf(href)) };
  });
  if (links.length === 0) return undefined;
  return { links, source: { href: source.url, label: source.source }, asOf: format.date(source.asOf) };
}

/** `version 2.0`, or `versions 2.0 and 1.0`. */
function versionNames(versions: readonly CertifiedVersion[]): string {
  const names = [...new Set(versions.map(versionName))];
  return getMessages().certified.versions(names);
}

/** The list writes `Version 7.3`, `v2.2c` and `7.3`; the page says "version" itself. */
function versionName({ version }: CertifiedVersion): string {
  return version.replace(/^(?:version:?\s*|v(?=\d))/i, "");
}
