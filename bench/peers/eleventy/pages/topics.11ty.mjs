/** All topics by vocabulary. */
import { absolute, counted, escapeMarkup, join, listNode, page } from "../lib/frame.mjs";
import { refer, termNode } from "../lib/parts.mjs";
import { groupBy, slugify } from "../lib/site-index.mjs";

export default {
  data: { permalink: "/topic/" },
  render({
    collections: {
      site: [{ topics }],
    },
  }) {
    const groups = groupBy(topics, ({ authority }) => authority).map(([name, of]) => ({
      name,
      of,
      id: `vocabulary-${slugify(name)}`,
    }));
    const sets = groups.map(({ name, of, id }) => ({
      "@type": "DefinedTermSet",
      "@id": absolute(`/topic/#${id}`),
      name,
      hasDefinedTerm: of.map((topic) => refer(termNode(topic))),
    }));
    return page(
      {
        title: "Topics",
        description: "All topics by vocabulary, with how many stories and offerings each has.",
        path: "/topic/",
        section: "topic",
        type: "CollectionPage",
        nodes: [listNode("/topic/", topics), ...sets, ...topics.map(termNode)],
      },
      `<header class="lead"> <h1>Topics</h1> <p class="meta">${topics.length} topics in ${groups.length} vocabularies</p> <ul class="chips">${join(groups, ({ name, of, id }) => ` <li> <a href="#${id}"> ${name} <b class="count">${of.length}</b> </a> </li>`)} </ul> </header> <div class="stack sections">${join(groups, ({ name, of, id }) => ` <section id="${id}"> <h2> ${name} <small>${of.length}</small> </h2> <ul class="topics">${join(of, (topic) => ` <li> <h3> <a href="${topic.url}">${escapeMarkup(topic.label)}</a> </h3> <p>${escapeMarkup(topic.data.description)}</p> <p class="meta count">${counted(topic.stories.length, "story", "stories")}, ${counted(topic.offerings.length, "offering", "offerings")}</p> </li>`)} </ul> </section>`)} </div>`,
    );
  },
};
