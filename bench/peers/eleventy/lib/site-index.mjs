/** The content as a graph, made once a build: who refers to whom, in the order of lists. */

/** Of a common topic only so many entries are looked at, as in the site that this is compared with. */
const POSTINGS = 200;
const OFFERING_WEIGHT = 3;

export const byText = (a, b) => (a < b ? -1 : a > b ? 1 : 0);
export const byName = (a, b) => byText(a.name, b.name);

/** `items` are all templates; content is told by its folder. */
export function buildIndex(items) {
  const inFolder = (folder) =>
    items
      .filter(({ inputPath }) => inputPath.startsWith(`./${folder}/`))
      .map(({ url, data, inputPath }) => ({ ...data.page, url, slug: inputPath.split("/").at(-1).slice(0, -3), data }));
  const topics = inFolder("topic").map(toTopic).sort(byName);
  const topicsByName = new Map(topics.map((topic) => [topic.name, topic]));
  for (const topic of topics) {
    for (const name of topic.data.sameAs ?? []) {
      topic.others.add(topicsByName.get(name));
      topicsByName.get(name).others.add(topic);
    }
  }
  const organizations = inFolder("organizations")
    .map((one) => ({ ...one, name: one.data.name, stories: [], offerings: [] }))
    .sort(byName);
  const organizationsBySlug = new Map(organizations.map((one) => [one.slug, one]));
  const owners = new Map(organizations.flatMap((one) => (one.data.hosts ?? []).map((host) => [host, one])));

  const offerings = inFolder("offerings")
    .map((one) => ({
      ...one,
      name: one.data.name,
      vendor: organizationsBySlug.get(one.data.vendor),
      topics: (one.data.topics ?? []).map((name) => topicsByName.get(name)),
      stories: [],
    }))
    .sort(byName);
  const offeringsBySlug = new Map(offerings.map((one) => [one.slug, one]));
  for (const offering of offerings) {
    offering.vendor?.offerings.push(offering);
    for (const topic of offering.topics) topic.offerings.push(offering);
  }

  const authorsByName = new Map();
  const stories = inFolder("news")
    .map((one) => toStory(one, { topicsByName, offeringsBySlug, owners }))
    .sort((a, b) => byText(b.published, a.published) || byText(b.curated, a.curated) || byText(a.slug, b.slug));
  for (const story of stories) {
    for (const topic of story.topics) topic.stories.push(story);
    for (const offering of story.offerings) offering.stories.push(story);
    story.publisher?.stories.push(story);
    story.authors = [story.data.author ?? []].flat().map((name) => {
      const author = authorsByName.get(name) ?? {
        name,
        slug: slugify(name),
        url: `/author/${slugify(name)}/`,
        stories: [],
      };
      authorsByName.set(name, author);
      author.stories.push(story);
      return author;
    });
  }
  return {
    stories,
    storiesByUrl: new Map(stories.map((story) => [story.url, story])),
    topics,
    offerings,
    organizations,
    authors: [...authorsByName.values()].sort(byName),
    years: groupBy(stories, ({ published }) => published.slice(0, 4)).map(([year, of]) => ({ year, stories: of })),
    facets: toFacets(offerings),
    aliases: [stories, offerings, topics, organizations]
      .flat()
      .flatMap(({ data, url }) =>
        [data.aliases ?? []].flat().map((from) => ({ from: from.replace(/\/?$/, "/"), url })),
      ),
    total: stories.length + offerings.length,
  };
}

function toTopic(one) {
  const [authority, ...label] = one.data.name.split(": ");
  return {
    ...one,
    name: one.data.name,
    label: label.join(": "),
    authority,
    short: authority === "Healthcare IT News" ? "HIT News" : authority,
    others: new Set(),
    stories: [],
    offerings: [],
  };
}

function toStory(one, { topicsByName, offeringsBySlug, owners }) {
  const { link, published, date, lastMod, summary, description, categories, about } = one.data;
  const source = typeof link === "string" ? link : link.href;
  const host = hostOf(source);
  return {
    ...one,
    title: one.data.title,
    published: toDay(published),
    curated: toDay(date),
    modified: toDay(lastMod ?? date),
    source,
    host,
    publisher: owners.get(host),
    topics: categories.map((name) => topicsByName.get(name)),
    offerings: (about ?? []).map((slug) => offeringsBySlug.get(slug)),
    teaser: summary ?? description,
    insights: one.data.insights ?? one.data.insights_description,
  };
}

/** Front matter has days as texts or, unquoted, as dates. */
const toDay = (value) => (value instanceof Date ? value.toISOString() : String(value)).slice(0, 10);

export const hostOf = (url) => new URL(url).hostname.replace(/^www\./, "");

function toFacets(offerings) {
  const keys = { kind: "kinds", licence: "licences", standard: "standards", status: "statuses" };
  return Object.entries(keys).flatMap(([name, key]) => {
    const values = new Map();
    for (const offering of offerings) {
      for (const label of offering.data[key]) values.set(label, [...(values.get(label) ?? []), offering]);
    }
    return [...values].map(([label, of]) => ({
      name,
      label,
      slug: slugify(label),
      url: `/offering/${name}/${slugify(label)}/`,
      offerings: of,
    }));
  });
}

export function groupBy(items, keyOf) {
  const groups = new Map();
  for (const item of items) {
    const key = keyOf(item);
    if (groups.has(key)) groups.get(key).push(item);
    else groups.set(key, [item]);
  }
  return [...groups];
}

export function slugify(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-+|-+$/g, "");
}

/** The entries that share most with this one; each shared thing counts by its weight. */
function closest(lists, limit, tie, isWanted) {
  const scores = new Map();
  for (const { entries, weight } of lists) {
    for (const entry of entries.slice(0, POSTINGS)) scores.set(entry, (scores.get(entry) ?? 0) + weight);
  }
  return [...scores]
    .filter(([entry]) => isWanted(entry))
    .sort(([a, scoreA], [b, scoreB]) => scoreB - scoreA || tie(a, b))
    .slice(0, limit)
    .map(([entry]) => entry);
}

const rarity = (topic, total) => Math.log(1 + total / (1 + topic.stories.length + topic.offerings.length));

export function storiesLike(site, story, limit) {
  const lists = [
    ...story.topics.map((topic) => ({ entries: topic.stories, weight: rarity(topic, site.total) })),
    ...story.offerings.map((offering) => ({ entries: offering.stories, weight: OFFERING_WEIGHT })),
  ];
  const tie = (a, b) => byText(b.published, a.published) || byText(a.slug, b.slug);
  return closest(lists, limit, tie, (other) => other !== story);
}

/** Offerings that share topics with an entry. */
export function offeringsLike(site, { topics }, limit, isWanted) {
  const lists = topics.map((topic) => ({ entries: topic.offerings, weight: rarity(topic, site.total) }));
  return closest(lists, limit, (a, b) => byText(a.slug, b.slug), isWanted);
}

export const shared = (a, b) => a.filter((one) => b.includes(one));
