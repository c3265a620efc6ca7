/** The page of a story. */
import { absolute, escapeMarkup, join, page, plain, publisher, when } from "../lib/frame.mjs";
import {
  authorNode,
  breakable,
  chips,
  dataLink,
  formatDay,
  idOf,
  offeringList,
  offeringNode,
  organizationNode,
  refer,
  sharedTopics,
  storyList,
  termNode,
  words,
} from "../lib/parts.mjs";
import { offeringsLike, shared, storiesLike } from "../lib/site-index.mjs";

export default class Story {
  render({ collections, content, page: { url } }) {
    const [site] = collections.site;
    const story = site.storiesByUrl.get(url);
    const { title, topics, offerings, publisher: by, host, source, published, curated, authors, data } = story;
    const name = by?.name ?? host;
    const insights = story.insights && this.renderMarkdown(story.insights);
    const like = offeringsLike(
      site,
      story,
      Math.max(0, 4 - offerings.length),
      (one) => !offerings.includes(one) && one.data.status !== "retired" && shared(one.topics, topics).length > 1,
    );
    const reasonOf = (offering) =>
      [when(offerings.includes(offering), () => "named by the curator"), sharedTopics(offering, story)]
        .filter(Boolean)
        .join("; ");
    const why = (other) => {
      const names = shared(other.offerings, offerings).map((one) => one.name);
      return `<p class="meta">${escapeMarkup([when(names.length, () => `also about ${words(names)}`), sharedTopics(other, story)].filter(Boolean).join("; "))}</p>`;
    };
    const view = {
      title,
      description: data.summary ?? plain(insights ?? content),
      path: url,
      section: "news",
      trail: [{ href: "/news/", label: "News" }],
      article: story,
      hasData: true,
      nodes: nodesOf(story),
    };
    return page(
      view,
      `<article class="story"> <div class="text stack"> <header class="snug"> <h1> ${escapeMarkup(title)} </h1> <p class="meta narrow"> ${escapeMarkup(name)}, ${formatDay(published)} </p> ${chips(topics)} </header>${when(data.summary, (summary) => ` <p class="summary">${escapeMarkup(summary)}</p>`)} <section> <h2> Excerpt <small>${escapeMarkup(name)}</small> </h2> <div class="prose">${content}</div> </section>${when(insights, () => ` <section> <h2>What the curator says</h2> <div class="prose insight">${insights}</div> </section>`)} <p> <a class="button" href="${escapeMarkup(source)}"> Read the article at ${host} </a> </p> </div> <div class="about"> <dl class="sheet tall"> <dt>Source</dt> <dd> ${when(by, () => `<a href="${by.url}">${escapeMarkup(by.name)}</a> <br> `)}${breakable(host)} </dd> <dt>Published</dt> <dd> <time datetime="${published}">${formatDay(published)}</time> </dd> <dt>Curated</dt> <dd><time datetime="${curated}">${formatDay(curated)}</time></dd> <dt>${authors.length > 1 ? "Authors" : "Author"}</dt> <dd> ${authors.length > 0 ? `<ul>${join(authors, (one) => ` <li> <a href="${one.url}" dir="auto">${escapeMarkup(one.name)}</a> </li>`)} </ul>` : '<span class="not-stated">not stated</span>'} </dd> </dl> ${dataLink(url)} </div>${when(offerings.length + like.length, () => ` <section class="more"> <h2>Related offerings</h2> ${offeringList([...offerings, ...like], reasonOf)} </section>`)} <section class="like"> <h2>Stories like this</h2> ${storyList(storiesLike(site, story, 5), why)} </section> </article>`,
    );
  }
}

function nodesOf(story) {
  const { title, url, topics, offerings, publisher: by, source, published, curated, modified, authors, data } = story;
  const article = {
    "@type": "Article",
    "@id": idOf(story, "article"),
    headline: title,
    ...(data.summary && { description: data.summary }),
    image: `${absolute(url)}card.png`,
    inLanguage: "en",
    datePublished: `${curated}T00:00:00Z`,
    dateModified: `${modified}T00:00:00Z`,
    author: refer(publisher),
    publisher: refer(publisher),
    mainEntityOfPage: absolute(url),
    isBasedOn: { "@id": source },
    ...(topics.length > 0 && { about: topics.map((topic) => refer(termNode(topic))) }),
    ...(offerings.length > 0 && { mentions: offerings.map((one) => refer(offeringNode(one))) }),
  };
  const based = {
    "@type": "Article",
    "@id": source,
    url: source,
    headline: title,
    ...(by && { publisher: refer(organizationNode(by)) }),
    ...(authors.length > 0 && { author: authors.map((one) => refer(authorNode(one))) }),
    datePublished: published,
  };
  const besides = [
    ...authors.map(authorNode),
    ...(by ? [organizationNode(by)] : []),
    ...topics.map(termNode),
    ...offerings.map(offeringNode),
  ];
  return [article, based, ...besides, publisher];
}
