/** The page of an organization. */
import { counted, escapeMarkup, join, page, when } from "../lib/frame.mjs";
import { dataLink, follow, offeringList, organizationNode, storyList } from "../lib/parts.mjs";
import { hostOf } from "../lib/site-index.mjs";

const none = '<span class="not-stated">not stated</span>';

export default {
  render({ collections, page: { url } }) {
    const [{ organizations }] = collections.site;
    const one = organizations.find((other) => other.url === url);
    const { name, stories, offerings, data } = one;
    const { homepage, description, hosts = [], legalName, alsoKnownAs, organizationType } = data;
    const node = { ...organizationNode(one), ...(homepage && { url: homepage }), ...(description && { description }) };
    return page(
      {
        title: name,
        description:
          description ??
          `${name}: ${counted(stories.length, "story", "stories")} and ${counted(offerings.length, "offering", "offerings")} in the catalog.`,
        path: url,
        section: "organization",
        trail: [{ href: "/organization/", label: "Organizations" }],
        feeds: `${name}: stories`,
        hasData: true,
        nodes: [node],
      },
      `<div class="columns"> <div class="stack"> <header class="snug"> <p class="kicker">${organizationType}</p> <h1>${escapeMarkup(name)}</h1>${when(description, () => ` <p class="summary">${escapeMarkup(description)}</p>`)} ${follow("Follow what it publishes", url)} </header>${when(offerings.length, () => ` <section> <h2> Offerings <small>${offerings.length}</small> </h2> ${offeringList(offerings, ({ data: { kinds } }) => kinds[0])} </section>`)}${when(stories.length, () => ` <section> <h2> Published <small>${stories.length}</small> </h2> ${storyList(stories.slice(0, 50))} </section>`)} </div> <section> <h2>Facts</h2> <dl class="sheet"> <dt>Homepage</dt> <dd>${homepage ? `<a class="host" href="${escapeMarkup(homepage)}">${hostOf(homepage)}</a>` : none}</dd> <dt>Hosts</dt> <dd>${hosts.length > 0 ? join(hosts, (host) => ` <div class="host">${host}</div>`) : none} </dd>${when(legalName, () => ` <dt>Listed as</dt> <dd>${escapeMarkup(legalName)}</dd>`)}${when(alsoKnownAs, (names) => ` <dt>Also named</dt> <dd>${escapeMarkup(names.join(", "))}</dd>`)} </dl> ${dataLink(url)} </section> </div>`,
    );
  },
};
