/** A list of offerings with its filters: all of them, or those with one value of a facet. */
import { counted, escapeMarkup, join, listNode, page, when } from "./frame.mjs";
import { byLetter } from "./parts.mjs";
import { groupBy, slugify } from "./site-index.mjs";

const SHORT_TABLE = 60;
const facetNames = ["kind", "licence", "standard", "status"];
const notStated = '<span class="not-stated">not stated</span>';

const option = ({ slug, url, label, count }) =>
  ` <li data-value="${slug}"> <a href="${url}"> <span class="label">${escapeMarkup(label)}</span> <span class="count">${count}</span> </a> </li>`;

const filter = (name, options) =>
  ` <details data-filter="${name}"> <summary>${name.charAt(0).toUpperCase()}${name.slice(1)}</summary> <ul>${join(options, option)} </ul> </details>`;

/** The same on every list, so made once. */
function filters(site) {
  const facets = join(facetNames, (name) =>
    filter(
      name,
      site.facets.filter((one) => one.name === name).map((one) => ({ ...one, count: one.offerings.length })),
    ),
  );
  const filed = site.topics.filter(({ offerings }) => offerings.length > 0);
  const topics = filter(
    "topic",
    filed.map((one) => ({ ...one, label: one.name, count: one.offerings.length })),
  );
  const vendors = groupBy(
    site.offerings.filter(({ vendor }) => vendor),
    ({ vendor }) => vendor,
  );
  const byVendor = filter(
    "vendor",
    vendors.map(([one, of]) => ({ ...one, label: one.name, count: of.length })),
  );
  return `<search class="filters" aria-label="Filters" data-filters> <details> <summary>Filter by kind, licence, standard, status, topic, vendor</summary>${facets}${topics}${byVendor} </details> </search>`;
}

function row(offering) {
  const { name, url, vendor, topics, data } = offering;
  const { kinds, licences, standards, statuses, licence } = data;
  offering.row ??= ` <tr data-kind="${slugify(kinds[0])}" data-licence="${slugify(licences[0])}" data-standard="${standards.map(slugify).join(" ")}" data-status="${slugify(statuses[0])}" data-topic="${topics.map(({ slug }) => slug).join(" ")}" data-vendor="${data.vendor}"> <th scope="row"> <a href="${url}">${escapeMarkup(name)}</a> </th> <td> ${when(vendor, () => `<a href="${vendor.url}">${escapeMarkup(vendor.name)}</a>`)} </td> <td>${kinds[0]}</td> <td>${licence ?? notStated}</td> <td>${standards[0] === "Not stated" ? notStated : standards.join(", ")}</td> </tr>`;
  return offering.row;
}

/** `view` as for a page, without what follows from the list. */
export function catalogPage(site, offerings, heading, view) {
  const groups = byLetter(offerings);
  const isShort = offerings.length <= SHORT_TABLE;
  site.filters ??= filters(site);
  return page(
    { ...view, crumb: heading, section: "offering", type: "CollectionPage", nodes: [listNode(view.path, offerings)] },
    `<header class="lead"> <h1>${heading}</h1>${when(!isShort, () => ` <nav aria-label="By letter" class="letters">${join(groups, ([letter]) => ` <a href="#letter-${letter}">${letter}</a>`)} </nav>`)} </header> <div class="columns filtered"> ${site.filters} <div> <div class="selected"> <p class="meta" role="status" data-count="${offerings.length}">${counted(offerings.length, "offering", "offerings")}</p> <button type="button" class="plain" data-clear hidden>Clear the filters</button> </div> <table class="catalog${isShort ? " short" : ""}" data-short="${SHORT_TABLE}"> <colgroup> <col> <col> <col> <col> <col> </colgroup> <thead> <tr> <th scope="col">Name</th> <th scope="col">Vendor</th> <th scope="col">Kind</th> <th scope="col">Licence</th> <th scope="col">Standards</th> </tr> </thead>${join(groups, ([letter, of]) => ` <tbody id="letter-${letter}"> <tr class="letter"> <th scope="rowgroup" colspan="5"> ${letter} </th> </tr>${join(of, row)} </tbody>`)} </table> <p class="empty" data-none hidden>No offering has all of these. Clear a filter to see more.</p> </div> </div>`,
  );
}
