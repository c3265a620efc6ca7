/** The list of stories, page by page. */
import { join, listNode, page, when } from "../lib/frame.mjs";
import { storyList, yearLinks } from "../lib/parts.mjs";

const pathOf = (number) => (number === 1 ? "/news/" : `/news/page/${number}/`);

export default {
  data: {
    pagination: { data: "collections.storyList", size: 1, alias: "stories" },
    permalink: ({ pagination }) => pathOf(pagination.pageNumber + 1),
  },
  render({ collections, pagination, stories, page: { url } }) {
    const [site] = collections.site;
    const number = pagination.pageNumber + 1;
    const last = pagination.pages.length;
    const title = number === 1 ? "News" : `News, page ${number} of ${last}`;
    const numbers = [...new Set([1, number - 1, number, number + 1, last])].filter((one) => one >= 1 && one <= last);
    const links = join(numbers, (one, at) => {
      const gap = when(at > 0 && one > numbers[at - 1] + 1, () => "<li> <span>…</span> </li>");
      const link =
        one === number
          ? `<span aria-current="page">${one}</span>`
          : `<a href="${pathOf(one)}" aria-label="Page ${one}"> ${one} </a>`;
      return `${gap}<li> ${link} </li>`;
    });
    return page(
      {
        title,
        description: `Curated stories on healthcare APIs, newest first, page ${number} of ${last}.`,
        path: url,
        section: "news",
        trail: number === 1 ? [] : [{ href: "/news/", label: "News" }],
        crumb: number === 1 ? "News" : `Page ${number}`,
        type: "CollectionPage",
        nodes: [listNode(url, stories, site.stories.length)],
      },
      `<header class="lead"> <h1>News</h1> </header> <div class="columns"> <section> <h2> ${number === 1 ? "Latest" : `Page ${number} of ${last}`} <small>${site.stories.length} stories, newest first</small> </h2> ${storyList(stories)} <nav class="pages" aria-label="Pages">${when(number > 1, () => ` <a href="${pathOf(number - 1)}" rel="prev"> Newer </a>`)} <ol>${links} </ol>${when(number < last, () => ` <a href="${pathOf(number + 1)}" rel="next"> Older </a>`)} </nav> </section> <section> <h2>Archive</h2> ${yearLinks(site)} </section> </div>`,
    );
  },
};
