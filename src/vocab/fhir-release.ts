import type { Standard } from "./standard.ts";

/** Releases of FHIR that a server can declare, newest first, with the `fhirVersion` of each and the standard it is here. */
export const fhirReleases = {
  R5: { versions: /^5\.0\.\d+(?:-[\w.-]{1,40})?$/, standard: "FHIR R5" },
  R4B: { versions: /^4\.3\.\d+(?:-[\w.-]{1,40})?$/, standard: "FHIR R4B" },
  R4: { versions: /^4\.0\.\d+(?:-[\w.-]{1,40})?$/, standard: "FHIR R4" },
  STU3: { versions: /^3\.0\.\d+(?:-[\w.-]{1,40})?$/, standard: "FHIR STU3" },
  DSTU2: { versions: /^1\.0\.\d+(?:-[\w.-]{1,40})?$/, standard: "FHIR DSTU2" },
} as const satisfies Record<string, { readonly versions: RegExp; readonly standard: Standard }>;

export type FhirRelease = keyof typeof fhirReleases;
export const fhirReleaseKeys = Object.keys(fhirReleases) as FhirRelease[];

/** The release of a version such as `4.0.1`; undefined for versions between releases, and for what is none. */
export function findFhirRelease(version: string): FhirRelease | undefined {
  return fhirReleaseKeys.find((release) => fhirReleases[release].versions.test(version));
}
