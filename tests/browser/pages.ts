/** One address of every page type, with the pages that show most of what their type can show. */
export const pages: Readonly<Record<string, string>> = {
  home: "/",
  "news index": "/news/",
  "news index, second page": "/news/page/2/",
  "news of a year": "/news/2021/",
  "news without a date": "/news/undated/",
  "story, curated article": "/news/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise/",
  "story, short form": "/news/saga-it-azure-api-for-fhir-migration-guide-for-2026/",
  "topic index": "/topic/",
  topic: "/topic/gartner-application-programming-interface-api/",
  "offering index": "/offering/",
  "offering index, one facet": "/offering/standard/fhir-r4/",
  "offerings by filter": "/offering/filters/",
  "offering, retiring": "/offering/azure-api-for-fhir/",
  "offering, certified": "/offering/24-7-smartemr/",
  "offering, with interfaces": "/offering/epic-on-fhir/",
  "resource type": "/resource/appointment/",
  "organization index": "/organization/",
  organization: "/organization/microsoft/",
  author: "/author/kenneth-d-mandl/",
  compare: "/compare/?o=epic-on-fhir,medplum,hapi-fhir",
  "compare, nothing chosen": "/compare/?o=",
  search: "/search/",
  "search with a query": "/search/?q=fhir",
  about: "/about/",
  feeds: "/feeds/",
  data: "/api/",
  "not found": "/no-such-page/",
};

/** One page of each layout, and those with controls that look otherwise on a phone. */
export const pagesForPhones: ReadonlySet<string> = new Set([
  "home",
  "news index",
  "story, curated article",
  "offering index, one facet",
  "search with a query",
]);
