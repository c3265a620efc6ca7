/** All organizations by name. */
import { counted, escapeMarkup, join, listNode, page, when } from "../lib/frame.mjs";
import { byLetter } from "../lib/parts.mjs";

const about = ({ stories, offerings, data }) =>
  [
    data.organizationType,
    when(stories.length, (count) => counted(count, "story", "stories")),
    when(offerings.length, (count) => counted(count, "offering", "offerings")),
  ]
    .filter(Boolean)
    .join(", ");

export default {
  data: { permalink: "/organization/" },
  render({
    collections: {
      site: [{ organizations }],
    },
  }) {
    const groups = byLetter(organizations);
    return page(
      {
        title: "Organizations",
        description: "Publishers of the stories and vendors of the offerings, by name.",
        path: "/organization/",
        section: "organization",
        type: "CollectionPage",
        nodes: [listNode("/organization/", organizations)],
      },
      `<header class="lead"> <h1>Organizations</h1> <p class="meta">${organizations.length} organizations: who publishes the stories and who offers the products</p> <nav aria-label="By letter" class="letters">${join(groups, ([letter]) => ` <a href="#letter-${letter}">${letter}</a>`)} </nav> </header> <div class="stack sections">${join(groups, ([letter, of]) => ` <section id="letter-${letter}"> <h2> ${letter} <small>${of.length}</small> </h2> <ul class="directory">${join(of, (one) => ` <li> <a class="name" href="${one.url}">${escapeMarkup(one.name)}</a> <span class="meta">${about(one)}</span> </li>`)} </ul> </section>`)} </div>`,
    );
  },
};
