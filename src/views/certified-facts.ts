/** What the ONC list of certified products says of an offering, for its data sheet. */
import type { Catalog, Offering } from "../catalog/graph.ts";
import type { ImpliedStandard } from "../catalog/standards.ts";
import { hostOf, urlKey } from "../lib/clean-url.ts";
import { toReadableHost } from "../lib/host-name.ts";
import { byText } from "../lib/order.ts";
import { formatDate } from "../lib/partial-date.ts";
import { counted, joinWords } from "../lib/text.ts";
import type { CertifiedProduct, CertifiedVersion } from "../schemas/onc-facts.ts";
import { offeringKinds } from "../vocab/offering-kind.ts";
import { standards } from "../vocab/standard.ts";

export type CertifiedView = ReturnType<typeof toCertified>;

/** What can be said of an offering that nobody has described yet: only what the list of certified products says. */
export function certifiedSummary(offering: Offering): string {
  const versions = offering.certified.flatMap((product) => product.versions);
  const [latest] = [...versions].sort(
    (a, b) => byText(b.certificationDate, a.certificationDate) || byText(a.chplProductNumber, b.chplProductNumber),
  );
  if (!latest) return `${offeringKinds[offering.offeringKind].label} by ${offering.vendor.name}.`;
  return `Health IT product of ${offering.vendor.name} on the ONC list of certified products, with ${counted(versions.length, "listing")}; the latest, version ${versionName(latest)}, was certified on ${formatDate(latest.certificationDate)}.`;
}

export function toCertified({ product, developer, versions }: CertifiedProduct, catalog: Catalog) {
  const documentation = Map.groupBy(
    versions.flatMap(({ apiDocumentation }) => apiDocumentation ?? []),
    (url) => toReadableHost(hostOf(url)),
  );
  const criteria = Map.groupBy(versions, (version) => version.criteria.join(" "));
  return {
    product,
    developer: developer.replace(/\.$/, ""),
    /** Newest first. */
    listings: versions.map((version) => ({
      version: versionName(version),
      number: version.chplProductNumber,
      certified: formatDate(version.certificationDate),
      status: version.certificationStatus,
    })),
    /** API documentation that the listings name: the newest of each host. */
    documentation: [...documentation].map(([label, [href = ""]]) => ({ href, label })),
    /** The criteria met, once for all versions that meet the same. */
    criteria: [...criteria.values()].map((group) => ({
      versions: versionNames(group),
      met: (group[0]?.criteria ?? []).map((code) => ({ code, title: catalog.criteria.get(code) ?? "" })),
    })),
  };
}

/** A version that an active certification implies, and whether it still does. */
export function toImplied({ standard, version, criterion, citation, until, isExpired }: ImpliedStandard) {
  const adoption = until && `${isExpired ? "expired" : "expires"} on ${formatDate(until)}`;
  return { standard: standards[standard].label, version, criterion, citation, adoption: adoption ?? "in force" };
}

const REPORTED = {
  metadata: "FHIR metadata",
  smart: "SMART configuration",
  documentation: "API documentation",
} as const;

/** What a report names for the vendor; undefined where it names nothing that the page does not show already. */
export function toReported(offering: Offering, { reportedSource: source }: Catalog) {
  const { reported, homepage, documentation, certified, interfaces } = offering;
  if (!reported || !source) return undefined;
  const listed = certified.flatMap(({ versions }) => versions.map(({ apiDocumentation }) => apiDocumentation));
  const shown = [homepage, documentation, ...listed, ...interfaces.map(({ facts }) => facts.source)];
  const keys = new Set(shown.flatMap((href) => (href === undefined ? [] : urlKey(href))));
  const links = (Object.keys(REPORTED) as (keyof typeof REPORTED)[]).flatMap((name) => {
    const href = reported[name];
    if (href === undefined || keys.has(urlKey(href))) return [];
    return { href, label: `${REPORTED[name]} at ${toReadableHost(hostOf(href))}` };
  });
  if (links.length === 0) return undefined;
  return { links, source: { href: source.url, label: source.source }, asOf: formatDate(source.asOf) };
}

/** `version 2.0`, or `versions 2.0 and 1.0`. */
function versionNames(versions: readonly CertifiedVersion[]): string {
  const names = [...new Set(versions.map(versionName))];
  return `${names.length === 1 ? "version" : "versions"} ${joinWords(names)}`;
}

/** The list writes `Version 7.3`, `v2.2c` and `7.3`; the page says "version" itself. */
function versionName({ version }: CertifiedVersion): string {
  return version.replace(/^(?:version:?\s*|v(?=\d))/i, "");
}
