/** Releases of FHIR that a server can declare, newest first, with the `fhirVersion` of each. */
const fhirReleases = {
  R5: /^5\.0\.\d+(?:-[\w.-]{1,40})?$/,
  R4B: /^4\.3\.\d+(?:-[\w.-]{1,40})?$/,
  R4: /^4\.0\.\d+(?:-[\w.-]{1,40})?$/,
  STU3: /^3\.0\.\d+(?:-[\w.-]{1,40})?$/,
  DSTU2: /^1\.0\.\d+(?:-[\w.-]{1,40})?$/,
} as const satisfies Record<string, RegExp>;

export type FhirRelease = keyof typeof fhirReleases;
export const fhirReleaseKeys = Object.keys(fhirReleases) as FhirRelease[];

/** The release of a version such as `4.0.1`; undefined for versions between releases, and for what is none. */
export function findFhirRelease(version: string): FhirRelease | undefined {
  return fhirReleaseKeys.find((release) => fhirReleases[release].test(version));
}
