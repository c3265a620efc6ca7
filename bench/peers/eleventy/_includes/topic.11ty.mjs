/** The page of a topic: its stories and offerings, and those of its other names. */
import { absolute, counted, escapeMarkup, join, listNode, page, when } from "../lib/frame.mjs";
import { chips, dataLink, follow, offeringList, storyList, termNode, titles } from "../lib/parts.mjs";
import { byName, byText, slugify } from "../lib/site-index.mjs";

const FULL = 30;
const TITLES = 300;

export default {
  render({ collections, page: { url } }) {
    const [{ topics }] = collections.site;
    const topic = topics.find((one) => one.url === url);
    const { name, label, authority, others, data } = topic;
    const gather = (key, order) =>
      others.size === 0 ? topic[key] : [...new Set([topic, ...others].flatMap((one) => one[key]))].sort(order);
    const stories = gather("stories", (a, b) => byText(b.published, a.published) || byText(a.slug, b.slug));
    const offerings = gather("offerings", byName);
    const related = (data.related ?? []).map((wanted) => topics.find((one) => one.name === wanted));
    const [storyCount, offeringCount] = [
      counted(stories.length, "story", "stories"),
      counted(offerings.length, "offering", "offerings"),
    ];
    const set = {
      "@type": "DefinedTermSet",
      "@id": absolute(`/topic/#vocabulary-${slugify(authority)}`),
      name: authority,
    };
    const term = { ...termNode(topic), description: data.description, inDefinedTermSet: { "@id": set["@id"] } };
    const rest = stories.length - FULL - TITLES;
    return page(
      {
        title: `${label} (${authority})`,
        description: `${data.description} ${storyCount} and ${offeringCount}.`,
        path: url,
        section: "topic",
        trail: [{ href: "/topic/", label: "Topics" }],
        crumb: label,
        feeds: `${name}: news`,
        hasData: true,
        type: "CollectionPage",
        nodes: [listNode(url, stories.slice(0, FULL), stories.length), term, set],
      },
      `<div class="columns head"> <header class="snug"> <p class="kicker">${authority}</p> <h1>${escapeMarkup(label)}</h1> <p class="summary">${escapeMarkup(data.description)}</p>${when(others.size, () => ` <div class="meta"> The same subject in other vocabularies, whose entries are gathered here too: <ul class="inline">${join([...others], (one) => ` <li> <a href="${one.url}">${escapeMarkup(one.name)}</a> </li>`)} </ul> </div>`)} <div class="meta narrow"><ul class="inline"> <li> <a href="#news">${storyCount}</a> </li><li> <a href="#offerings">${offeringCount}</a> </li> </ul></div> ${follow("Follow this topic", url)} </header> ${when(stories.length, () => yearChart(stories))} </div> <div class="columns"> <section id="news"> <h2>News <small>${stories.length}</small></h2> ${storyList(stories.slice(0, FULL), (story) => chips(story.topics.filter((one) => one !== topic)))}${when(stories.length > FULL, () => ` <details class="earlier"> <summary> Earlier stories <span class="count">${Math.min(TITLES, stories.length - FULL)}</span> </summary> ${titles(stories.slice(FULL, FULL + TITLES))} </details>`)}${when(rest > 0, () => ` <p class="empty"> <a href="/search/?q=${encodeURIComponent(label)}">Search for the rest</a> (${rest}) </p>`)} </section> <div class="stack"> <section id="offerings"> <h2>Offerings <small>${offerings.length}</small></h2> ${offeringList(offerings)} </section>${when(related.length, () => ` <section> <h2>Related topics</h2> <ul class="counts">${join(related, (one) => ` <li> <a href="${one.url}">${escapeMarkup(one.name)}</a> <span class="count">${one.stories.length}</span> </li>`)} </ul> </section>`)} ${dataLink(url)} </div> </div>`,
    );
  },
};

function yearChart(stories) {
  const counts = new Map();
  for (const { published } of stories)
    counts.set(Number(published.slice(0, 4)), (counts.get(Number(published.slice(0, 4))) ?? 0) + 1);
  const first = Math.min(...counts.keys());
  const years = Array.from({ length: Math.max(...counts.keys()) - first + 1 }, (_, at) => first + at);
  const max = Math.max(...counts.values());
  const bars = join(years, (year) => {
    const x = (year - first) * 26;
    const height = Math.round(((counts.get(year) ?? 0) / max) * 480) / 10;
    return ` <g> <rect class="ground" x="${x}" y="61" width="18" height="1"></rect> <rect x="${x}" y="${61 - height}" width="18" height="${height}"></rect>${when(year === first || year === years.at(-1), () => ` <text x="${x}" y="76" text-anchor="start"> ${year} </text>`)} </g>`;
  });
  return `<figure> <svg class="years" viewBox="0 0 ${Math.max(120, years.length * 26 - 8)} 80" role="img" aria-label="Stories by year of publication. ${years.map((year) => `${year}: ${counts.get(year) ?? 0}`).join(", ")}." preserveAspectRatio="xMinYMid meet">${bars} </svg> <figcaption class="meta"> Stories by year of publication </figcaption> </figure>`;
}
