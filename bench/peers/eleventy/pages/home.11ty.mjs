/** The pages of the site itself: home, about, data, feeds, search, not found. */
import { escapeMarkup, join, page } from "../lib/frame.mjs";
import { counts, storyList, yearLinks } from "../lib/parts.mjs";

const busiest = ({ topics }, count) =>
  topics
    .toSorted((a, b) => b.stories.length - a.stories.length)
    .slice(0, count)
    .map(({ url, label, authority, stories }) => ({ url, label, note: authority, count: stories.length }));

const facet = ({ facets }, name) =>
  counts(facets.filter((one) => one.name === name).map((one) => ({ ...one, count: one.offerings.length })));

const lead = (title) => `<header class="lead"> <h1>${title}</h1> </header>`;

const list = (site) =>
  `<ul class="counts">${join(["stories", "offerings", "topics", "organizations"], (key) => ` <li> <span>${key}</span> <span class="count">${site[key].length}</span> </li>`)} </ul>`;

const pages = [
  {
    title: "Curalog: healthcare APIs, curated",
    description:
      "Curated news on healthcare APIs, a catalog of the products, services and open-source projects it is about, and the topics that join them.",
    path: "/",
    nodes: [
      {
        "@type": "WebSite",
        "@id": "https://curalog.org/#website",
        name: "Curalog",
        url: "https://curalog.org/",
        inLanguage: "en",
      },
    ],
    main: (site) =>
      `<header class="lead"> <p class="kicker">healthcare APIs, curated</p> <h1>What changed in health data exchange, and what to build it with</h1> </header> <div class="columns"> <section> <h2> Latest <small><a href="/news/">all ${site.stories.length}</a></small> </h2> ${storyList(site.stories.slice(0, 12))} </section> <div class="stack"> <section> <h2>Topics <small><a href="/topic/">all</a></small> </h2> ${counts(busiest(site, 12))} </section> <section> <h2> Offerings by kind <small><a href="/offering/">all</a></small> </h2> ${facet(site, "kind")} </section> </div> </div>`,
  },
  {
    title: "About",
    description: "What the site holds.",
    path: "/about/",
    section: "about",
    main: (site) => lead("About") + list(site),
  },
  {
    title: "Data",
    description: "What the site holds for programs.",
    path: "/api/",
    main: (site) => lead("Data") + list(site),
  },
  {
    title: "Feeds",
    description: "Feeds of all news, of each topic, offering, organization and author.",
    path: "/feeds/",
    main: ({ topics }) =>
      `${lead("Feeds")} <ul class="directory">${join(topics, ({ url, name }) => ` <li> <a class="name" href="${url}feed.xml">${escapeMarkup(name)}</a> </li>`)} </ul>`,
  },
  {
    title: "Search",
    description: "Search stories, offerings, topics and organizations.",
    path: "/search/",
    main: (site) =>
      `${lead("Search")} <div class="link-lists"> <section> <h2>News by year</h2> ${yearLinks(site)} </section> <section> <h2>Topics with most stories</h2> ${counts(busiest(site, 15))} </section> <section> <h2>Offerings by kind</h2> ${facet(site, "kind")} </section> <section> <h2>Offerings by standard</h2> ${facet(site, "standard")} </section> </div>`,
  },
  {
    title: "Page not found",
    description: "There is no page at this address.",
    main: () => lead("There is no page at this address"),
  },
];

export default {
  data: {
    pages,
    pagination: { data: "pages", size: 1, alias: "view" },
    permalink: ({ view }) => view.path ?? "/404.html",
  },
  render({
    collections: {
      site: [site],
    },
    view,
  }) {
    return page(view, view.main(site));
  },
};
