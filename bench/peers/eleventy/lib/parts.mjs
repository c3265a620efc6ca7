/** The parts that many pages share: rows of stories and offerings, chips, counts, references of the graph. */
import { absolute, cut, dataPath, escapeMarkup, join, when } from "./frame.mjs";
import { groupBy, shared, slugify } from "./site-index.mjs";

const MONTHS = "January February March April May June July August September October November December".split(" ");
export function formatDay(day, isShort = false) {
  const [year, month, date] = day.split("-");
  const name = MONTHS[month - 1];
  return `${Number(date)} ${isShort ? name.slice(0, 3) : name} ${year}`;
}
export const formatMonth = (day) => `${MONTHS[day.slice(5, 7) - 1]} ${day.slice(0, 4)}`;

export const breakable = (host) => `<span class="host">${host.replaceAll(".", ".<wbr>")}</span>`;

export const chips = (topics) =>
  when(
    topics.length,
    () =>
      `<ul class="chips">${join(topics, ({ url, short, label }) => ` <li> <a href="${url}"> <b>${short}</b> ${escapeMarkup(label)} </a> </li>`)} </ul>`,
  );

/** The part of a row that is the same in every list is made once. */
const head = (story) =>
  (story.head ??= `<div class="meta"> <time datetime="${story.published}">${formatDay(story.published, true)}</time> ${breakable(story.host)} </div> <div> <h3 class="headline"> <a href="${story.url}">${escapeMarkup(story.title)}</a> </h3>${when(story.teaser, (teaser) => ` <p class="teaser">${escapeMarkup(cut(teaser, 340))}</p>`)}`);

/** `toEnd` writes what stands below the teaser; without it, the topics. */
export const storyList = (stories, toEnd = ({ topics }) => chips(topics)) =>
  `<ol class="story-list">${join(stories, (story) => `<li> ${head(story)} ${toEnd(story)} </div> </li>`)}</ol>`;

export const titles = (stories) =>
  `<ol class="titles">${join(stories, (story) => ` <li> <span class="meta"> <time datetime="${story.published}">${formatDay(story.published, true)}</time> </span> <span> <a href="${story.url}">${escapeMarkup(story.title)}</a> <span class="host meta">${story.host}</span> </span> </li>`)} </ol>`;

export const offeringList = (
  offerings,
  reasonOf = ({ vendor, data }) => `${when(vendor, ({ name }) => `${name}; `)}${data.kinds[0]}`,
) =>
  `<ul class="pairs">${join(offerings, (offering) => ` <li> <a class="name" href="${offering.url}">${escapeMarkup(offering.name)}</a> <p class="meta"> ${escapeMarkup(reasonOf(offering))} </p> </li>`)} </ul>`;

export const words = (items) =>
  items.length < 2 ? items.join("") : `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;

/** `same topics: A and B`; empty where two entries share none. */
export function sharedTopics(a, b) {
  const labels = [...new Set(shared(a.topics, b.topics).map(({ label }) => label))];
  return when(labels.length, () => `${labels.length === 1 ? "same topic" : "same topics"}: ${words(labels)}`);
}

export const dataLink = (path) =>
  `<p class="meta entry"> <a href="${dataPath(path)}" type="application/json"> Data as JSON </a> </p>`;

export const follow = (text, path) =>
  `<div class="meta"> ${text}: <ul class="inline"> <li> <a href="${path}feed.xml">RSS</a> </li><li> <a href="${path}atom.xml">Atom</a> </li><li> <a href="${path}feed.json">JSON Feed</a> </li> </ul> </div>`;

export const counts = (links) =>
  `<ul class="counts">${join(links, ({ url, label, note, count }) => ` <li> <span> <a href="${url}">${escapeMarkup(label)}</a>${when(note, () => `<span class="meta"> ${note}</span>`)} </span> <span class="count">${count}</span> </li>`)} </ul>`;

export const yearLinks = (site) =>
  (site.yearLinks ??= counts(
    site.years.map(({ year, stories }) => ({ url: `/news/${year}/`, label: year, count: stories.length })),
  ));

export const byLetter = (entries) =>
  groupBy(entries, ({ name }) => {
    const letter = slugify(name).charAt(0).toUpperCase();
    return /\p{L}/u.test(letter) ? letter : "0–9";
  }).sort(([a], [b]) => (a < b ? -1 : 1));

const ORGANIZATIONS = {
  government: "GovernmentOrganization",
  news: "NewsMediaOrganization",
  research: "ResearchOrganization",
  nonprofit: "NGO",
};
const OFFERINGS = { "open-source": "SoftwareSourceCode", "certified-health-it": "SoftwareApplication" };
export const idOf = (entry, fragment) => `${absolute(entry.url)}#${fragment}`;
export const termNode = (topic) => ({
  "@type": "DefinedTerm",
  "@id": idOf(topic, "term"),
  name: topic.label,
  url: absolute(topic.url),
});
export const organizationNode = (one) => ({
  "@type": ORGANIZATIONS[one.data.organizationType] ?? "Organization",
  "@id": idOf(one, "organization"),
  name: one.name,
});
export const offeringNode = (one) => ({
  "@type": OFFERINGS[one.data.kind] ?? "WebAPI",
  "@id": idOf(one, "offering"),
  name: one.name,
});
export const authorNode = (one) => ({
  "@type": "Person",
  "@id": idOf(one, "author"),
  name: one.name,
  url: absolute(one.url),
});
export const refer = (node) => ({ "@id": node["@id"] });
