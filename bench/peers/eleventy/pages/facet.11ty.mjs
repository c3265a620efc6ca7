/** The offerings with one value of a facet. */
import { catalogPage } from "../lib/catalog.mjs";

export default {
  data: {
    pagination: { data: "collections.facets", size: 1, alias: "facet" },
    permalink: ({ facet }) => facet.url,
  },
  render({ collections, facet: { name, label, url, offerings } }) {
    const heading = `${name.charAt(0).toUpperCase()}${name.slice(1)}: ${label}`;
    return catalogPage(collections.site[0], offerings, heading, {
      title: `Offerings by ${name}: ${label}`,
      description: `Healthcare API offerings by ${name}: ${label}.`,
      path: url,
      trail: [{ href: "/offering/", label: "Offerings" }],
    });
  },
};
