/** An OpenSearch 1.1 description, by which a browser offers the site among its search engines; a public format. */

import { getSite } from "../config/settings.ts";
import { escapeMarkup } from "../lib/escape-markup.ts";
import { absoluteUrl, iconUrls, openSearchUrl, searchUrl } from "../views/urls.ts";

/** Longer names are refused by the format: 16 characters for the short one, 1,024 for the description. */
const SHORT_NAME = 16;
const DESCRIPTION = 1024;

export function buildOpenSearch(): string {
  const template = `${absoluteUrl(searchUrl)}?q={searchTerms}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">',
    `<ShortName>${escapeMarkup(getSite().name.slice(0, SHORT_NAME))}</ShortName>`,
    `<Description>${escapeMarkup(getSite().description.slice(0, DESCRIPTION))}</Description>`,
    "<InputEncoding>UTF-8</InputEncoding>",
    `<Language>${getSite().language}</Language>`,
    `<Image width="16" height="16" type="image/svg+xml">${escapeMarkup(absoluteUrl(iconUrls.svg))}</Image>`,
    `<Url type="text/html" template="${escapeMarkup(template)}"/>`,
    `<Url type="application/opensearchdescription+xml" rel="self" template="${escapeMarkup(absoluteUrl(openSearchUrl))}"/>`,
    "</OpenSearchDescription>",
    "",
  ].join("\n");
}
