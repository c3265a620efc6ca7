/** `apis.json`: the API of the site in the format of apisjson.org, by which directories of APIs find it; a public format. */
import type { Catalog } from "../catalog/graph.ts";
import { getConfig } from "../config/config.ts";
import { getSettings, getSite } from "../config/settings.ts";
import { dayOfCatalog, newest } from "../views/page-days.ts";
import {
  absoluteUrl,
  apiCatalogUrl,
  apiPageUrl,
  apisJsonUrl,
  apiUrl,
  homeUrl,
  iconUrls,
  openApiUrl,
} from "../views/urls.ts";

/** https://github.com/apis-json/api-json/blob/develop/spec/apisjson_0.23.txt */
const SPECIFICATION = "0.23";
/** Longer ones are refused by the format. */
const NAME = 50;
const DESCRIPTION = 1000;
/** Day on which the site first had the file. */
const CREATED = "2026-11-29";

export function buildApisJson(catalog: Catalog): object {
  const { hostname } = getConfig().siteUrl;
  const { tags } = getSettings().words;
  return {
    aid: `${hostname}:apis`,
    name: getSite().name.slice(0, NAME),
    description: getSite().description.slice(0, DESCRIPTION),
    url: absoluteUrl(apisJsonUrl),
    created: CREATED,
    modified: newest([CREATED, dayOfCatalog(catalog)]),
    specificationVersion: SPECIFICATION,
    apis: [
      {
        aid: `${hostname}:data`,
        name: `${getSite().name} data`,
        description: `Everything in the ${getSite().name} catalog as static files: JSON, NDJSON, CSV and SKOS. No key and no limit.`,
        image: absoluteUrl(iconUrls.touch),
        humanURL: absoluteUrl(apiPageUrl),
        baseURL: absoluteUrl(apiUrl),
        tags,
        properties: [
          { type: "OpenAPI", url: absoluteUrl(openApiUrl) },
          { type: "Documentation", url: absoluteUrl(apiPageUrl) },
          { type: "APICatalog", url: absoluteUrl(apiCatalogUrl) },
          { type: "License", url: getSite().licence.url },
        ],
      },
    ],
    maintainers: [{ FN: getSite().name, url: absoluteUrl(homeUrl) }],
    tags,
  };
}
