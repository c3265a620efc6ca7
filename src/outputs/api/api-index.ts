/** The index of the data: what there is, how much, where, from which commit and under which terms. */
import { getSite, hasSection } from "../../config/settings.ts";
import { accessTerms } from "../../views/access-terms.ts";
import {
  absoluteUrl,
  apiIndexUrl,
  apiPageUrl,
  conceptsUrl,
  digestListDataUrl,
  dumpUrl,
  interfacesUrl,
  listDataUrl,
  openApiUrl,
  schemaUrl,
} from "../../views/urls.ts";
import { dateBases } from "../../vocab/basis.ts";
import { kindsOfSite } from "../../vocab/published-paths.ts";
import type { Term } from "../../vocab/vocab.ts";
import { getVocabulary } from "../../vocab/vocabulary.ts";
import type { Data } from "./data.ts";
import { type ApiIndex, SCHEMA_VERSION } from "./list-shapes.ts";
import { pageCount, revisionOf } from "./lists.ts";

/** What the data was built from. It stands in the index alone, so that every other file changes with its content only. */
export interface Build {
  readonly buildDate: string;
  readonly commit: string | undefined;
}

export async function toApiIndex({ entities, lines }: Data, { buildDate, commit }: Build): Promise<ApiIndex> {
  const vocabulary = getVocabulary();
  const access = accessTerms();
  return {
    name: getSite().name,
    description: getSite().description,
    self: absoluteUrl(apiIndexUrl),
    schemaVersion: SCHEMA_VERSION,
    built: buildDate,
    commit: commit ?? null,
    licence: { ...getSite().licence },
    documentation: absoluteUrl(apiPageUrl),
    openapi: absoluteUrl(openApiUrl),
    kinds: await Promise.all(
      kindsOfSite().map(async (kind) => ({
        kind,
        count: entities[kind].length,
        pages: pageCount(entities[kind].length),
        revision: await revisionOf(lines[kind]),
        list: absoluteUrl(listDataUrl(kind)),
        ndjson: absoluteUrl(dumpUrl(kind, "ndjson")),
        csv: absoluteUrl(dumpUrl(kind, "csv")),
        schema: absoluteUrl(schemaUrl(kind)),
        listSchema: absoluteUrl(schemaUrl(`${kind}-list`)),
      })),
    ),
    concepts: {
      count: entities.topic.length,
      jsonld: absoluteUrl(conceptsUrl.jsonld),
      turtle: absoluteUrl(conceptsUrl.turtle),
    },
    ...(hasSection("digest") && { digests: absoluteUrl(digestListDataUrl) }),
    ...(hasSection("offerings") && { interfaces: absoluteUrl(interfacesUrl) }),
    vocabularies: {
      offeringKind: toTerms(vocabulary.kinds),
      licence: toTerms(vocabulary.licences),
      standard: toTerms(vocabulary.standards),
      status: toTerms(vocabulary.statuses),
      organizationType: toTerms(vocabulary.organizationTypes),
      publishedBasis: toTerms(Object.entries(dateBases)),
      authentication: toTerms(Object.entries(access.authentication)),
      registration: toTerms(Object.entries(access.registration)),
      sandbox: toTerms(Object.entries(access.sandbox)),
      pricing: toTerms(Object.entries(access.pricing)),
      apiStyle: toTerms(Object.entries(access.apiStyle)),
      dataKind: toTerms(Object.entries(access.data)),
      region: toTerms(Object.entries(access.regions)),
    },
  };
}

function toTerms(list: Iterable<readonly [string, Term]>): { id: string; label: string }[] {
  return [...list].map(([id, { label }]) => ({ id, label }));
}
