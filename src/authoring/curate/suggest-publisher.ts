/** Suggests the organization that publishes a page. */
import type { Catalog, Organization } from "../../catalog/graph.ts";
import { hostOf } from "../../lib/clean-url.ts";
import { toReadableHost } from "../../lib/host-name.ts";
import { cutSlug, isSlug, slugify } from "../../lib/slugify.ts";
import { getVocabulary, usualType } from "../../vocab/vocabulary.ts";
import { compact, mainLabel } from "./clean-fields.ts";
import type { PageWords } from "./page-words.ts";

export type PublisherSuggestion =
  | { readonly kind: "known"; readonly organization: Organization; readonly ownsHost: boolean; readonly reason: string }
  | { readonly kind: "proposed"; readonly proposal: OrganizationProposal; readonly reason: string };

export interface OrganizationProposal {
  readonly slug: string;
  readonly name: string;
  /** A guess from the host, for an editor to confirm. */
  readonly type: string;
  readonly hosts: readonly string[];
}

/** The organization that owns the host; else one of that name, which lacks the host; else a new one to be confirmed. */
export function suggestPublisher(
  { url, publisher }: Pick<PageWords, "url" | "publisher">,
  catalog: Catalog,
): PublisherSuggestion {
  const host = hostOf(url);
  const owner = findByHost(catalog.organizations, host);
  if (owner)
    return { kind: "known", organization: owner, ownsHost: true, reason: `owns the host ${toReadableHost(host)}` };
  const ownHost = toReadableHost(host);
  const name = publisher ?? toReadableHost(mainLabel(url));
  const namesake = catalog.organizations.find((organization) => isCalled(organization, name));
  if (namesake)
    return {
      kind: "known",
      organization: namesake,
      ownsHost: false,
      reason: `is called “${name}”; ${ownHost} is not among its hosts yet`,
    };
  const taken = new Set(catalog.organizations.map(({ slug }) => slug));
  const slug = [cutSlug(slugify(name)), cutSlug(slugify(host))].find((one) => isSlug(one) && !taken.has(one));
  return {
    kind: "proposed",
    proposal: { slug: slug ?? `${slugify(host)}-2`, name, type: guessType(host), hosts: [ownHost] },
    reason: `no organization owns the host ${ownHost}`,
  };
}

/** True for any name of the organization. */
export function isCalled(
  {
    name,
    legalName = "",
    alsoKnownAs,
  }: Pick<Organization, "name" | "alsoKnownAs"> & { readonly legalName?: string | undefined },
  wanted: string,
): boolean {
  const key = compact(wanted);
  return key !== "" && [name, legalName, ...alsoKnownAs].some((known) => compact(known) === key);
}

/** The owner of the host, or of the nearest domain above it. */
function findByHost(organizations: readonly Organization[], host: string): Organization | undefined {
  const labels = host.split(".");
  for (let from = 0; from < labels.length - 1; from += 1) {
    const name = labels.slice(from).join(".");
    const owner = organizations.find(({ hosts }) => hosts.includes(name));
    if (owner) return owner;
  }
  return undefined;
}

function guessType(host: string): string {
  const [type] =
    [...getVocabulary().organizationTypes].find(([, { hosts }]) => hosts.some((end) => end.test(host))) ?? [];
  return type ?? usualType("publisher");
}
