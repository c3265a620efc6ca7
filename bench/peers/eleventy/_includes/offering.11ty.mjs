/** The page of an offering. */
import { escapeMarkup, join, page, when } from "../lib/frame.mjs";
import {
  chips,
  dataLink,
  follow,
  offeringList,
  offeringNode,
  organizationNode,
  refer,
  sharedTopics,
  storyList,
} from "../lib/parts.mjs";
import { hostOf, offeringsLike, slugify } from "../lib/site-index.mjs";

const hostLink = (href) => `<a class="host" href="${escapeMarkup(href)}">${hostOf(href)}</a>`;
const facetLink = (name, label, text = label) => `<a href="/offering/${name}/${slugify(label)}/">${text}</a>`;

export default {
  render({ collections, content, page: { url } }) {
    const [site] = collections.site;
    const offering = site.offerings.find((one) => one.url === url);
    const { name, vendor, topics, stories, data } = offering;
    const { kinds, licences, standards, statuses, summary = name } = data;
    const isAlternative = (one) => one !== offering && one.data.kind === data.kind && one.data.status !== "retired";
    const alternatives = offeringsLike(site, offering, 6, isAlternative);
    const facts = {
      Licence: data.licence && facetLink("licence", licences[0], data.licence),
      Standards:
        standards[0] !== "Not stated" &&
        `<ul class="inline">${join(standards, (label) => ` <li> ${facetLink("standard", label)} </li>`)} </ul>`,
      Status: data.status && statuses[0],
      Homepage: data.homepage && hostLink(data.homepage),
      Documentation: data.documentation && hostLink(data.documentation),
      Repository: data.repository && hostLink(data.repository),
    };
    const missing = Object.keys(facts).filter((key) => !facts[key]);
    const node = {
      ...offeringNode(offering),
      description: summary,
      url: data.homepage,
      category: kinds[0],
      documentation: data.documentation,
      ...(vendor && { provider: refer(organizationNode(vendor)) }),
    };
    return page(
      {
        title: name,
        description: summary,
        path: url,
        section: "offering",
        trail: [{ href: "/offering/", label: "Offerings" }],
        feeds: `${name}: news`,
        hasData: true,
        nodes: [node, ...(vendor ? [organizationNode(vendor)] : [])],
      },
      `<article class="detail"> <header class="head snug"> <p class="kicker">${facetLink("kind", kinds[0])}</p> <h1>${escapeMarkup(name)}</h1> <p class="meta"> by ${when(vendor, () => `<a href="${vendor.url}">${escapeMarkup(vendor.name)}</a>`)}${when(data.formerly, (names) => `, formerly ${escapeMarkup([names].flat().join(", "))}`)} </p>${when(data.statusNote, (note) => ` <div class="notice"> <p> <span class="badge stop">${statuses[0]}</span> ${escapeMarkup(note)} </p> </div>`)} <p class="summary">${escapeMarkup(summary)}</p>${when(content, () => ` <div class="prose">${content}</div>`)} ${chips(topics)} ${follow("Follow the news on this offering", url)} </header> <div class="side stack"> <section> <h2>Facts</h2> <dl class="sheet"> <dt>Kind</dt> <dd>${facetLink("kind", kinds[0])}</dd>${join(Object.entries(facts), ([label, html]) => when(html, () => ` <dt>${label}</dt> <dd>${html}</dd>`))}${when(missing.length, () => ` <dt>Not stated</dt> <dd class="not-stated">${missing.join(", ").toLowerCase()}</dd>`)} </dl> <div class="meta snug">${when(Array.isArray(data.evidence), () => ` <div> Seen at <ul class="inline">${join(data.evidence, (href) => ` <li> ${hostLink(href)} </li>`)} </ul> </div>`)}${when(data.confidence === "medium", () => " <p>Not checked with the vendor.</p>")} </div> ${dataLink(url)} </section> <section> <h2>Alternatives</h2> ${alternatives.length > 0 ? offeringList(alternatives, (one) => `same kind; ${sharedTopics(one, offering)}`) : `<p class="empty"> None found: it shares no topic with another entry of its kind. ${facetLink("kind", kinds[0], "See all of its kind")}. </p>`} </section> </div> <div class="main stack"> <section> <h2> In the news <small>${stories.length}</small> </h2> ${stories.length > 0 ? storyList(stories.slice(0, 50)) : '<p class="empty">No story names it yet.</p>'} </section> </div> </article>`,
    );
  },
};
