/** The page of an author. */
import { counted, escapeMarkup, join, page, when } from "../lib/frame.mjs";
import { authorNode, dataLink, follow, storyList } from "../lib/parts.mjs";

export default {
  data: {
    pagination: { data: "collections.authors", size: 1, alias: "writer" },
    permalink: ({ writer }) => writer.url,
  },
  render({ writer, page: { url } }) {
    const { name, stories } = writer;
    const publishers = [...new Set(stories.flatMap(({ publisher }) => publisher ?? []))];
    return page(
      {
        title: name,
        description: `${counted(stories.length, "story", "stories")} by ${name}, curated.`,
        path: url,
        section: "news",
        trail: [{ href: "/news/", label: "News" }],
        feeds: `${name}: stories`,
        hasData: true,
        type: "ProfilePage",
        nodes: [authorNode(writer)],
      },
      `<div class="columns"> <div class="stack"> <header class="snug"> <p class="kicker">Author</p> <h1>${escapeMarkup(name)}</h1> ${follow("Follow this author", url)} </header> <section> <h2>Stories <small>${stories.length}</small></h2> ${storyList(stories)} </section> </div> <section>${when(publishers.length, () => ` <h2>Published by</h2> <ul class="pairs">${join(publishers, (one) => ` <li> <a class="name" href="${one.url}">${escapeMarkup(one.name)}</a> </li>`)} </ul>`)} ${dataLink(url)} </section> </div>`,
    );
  },
};
