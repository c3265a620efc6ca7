import { keysOf, type Term } from "./vocab.ts";

/** The families that the catalog filters by, in display order. */
export const licenceFamilies = {
  commercial: { label: "Commercial", slug: "commercial" },
  "open-source": { label: "Open source", slug: "open-source" },
  "public-service": { label: "Public service", slug: "public-service" },
} as const satisfies Record<string, Term>;

type LicenceFamily = keyof typeof licenceFamilies;

/** Licences by the name that content files use: two families without a text of their own, else SPDX identifiers. */
export const licences = {
  commercial: { label: "Commercial", slug: "commercial", family: "commercial" },
  "public-service": { label: "Public service", slug: "public-service", family: "public-service" },
  "Apache-2.0": { label: "Apache-2.0", slug: "apache-2-0", family: "open-source" },
  MIT: { label: "MIT", slug: "mit", family: "open-source" },
  "BSD-3-Clause": { label: "BSD-3-Clause", slug: "bsd-3-clause", family: "open-source" },
  "MPL-1.1": { label: "MPL-1.1", slug: "mpl-1-1", family: "open-source" },
  "MPL-2.0": { label: "MPL-2.0", slug: "mpl-2-0", family: "open-source" },
  "GPL-3.0": { label: "GPL-3.0", slug: "gpl-3-0", family: "open-source" },
  "AGPL-3.0": { label: "AGPL-3.0", slug: "agpl-3-0", family: "open-source" },
} as const satisfies Record<string, Term & { readonly family: LicenceFamily }>;

export type Licence = keyof typeof licences;
export const licenceKeys = keysOf(licences);
