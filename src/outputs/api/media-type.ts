/** Promise: the media type of each file of the data, by what its path ends in. */

const mediaTypes = {
  ".schema.json": "application/schema+json",
  ".json": "application/json",
  ".ndjson": "application/x-ndjson",
  ".csv": "text/csv",
  ".jsonld": "application/ld+json",
  ".ttl": "text/turtle",
} as const;

export type MediaType = (typeof mediaTypes)[keyof typeof mediaTypes];

export function mediaTypeOf(path: string): MediaType {
  const type = Object.entries(mediaTypes).find(([ending]) => path.endsWith(ending))?.[1];
  if (!type) throw new Error(`No media type has the ending of ${path}`);
  return type;
}
