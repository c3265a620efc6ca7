import type { APIRoute } from "astro";
import { getCatalog } from "../../../catalog/get-catalog.ts";
import type { Topic } from "../../../catalog/graph.ts";
import { newsOfSubject } from "../../../catalog/queries.ts";
import { buildRss } from "../../../outputs/rss.ts";
import { site } from "../../../site.config.ts";
import { entityUrl, feedUrl } from "../../../views/urls.ts";

export async function getStaticPaths() {
  return (await getCatalog()).topics.map((topic) => ({ params: { slug: topic.slug }, props: { topic } }));
}

export const GET: APIRoute<{ topic: Topic }> = ({ props: { topic } }) => {
  const feed = buildRss({
    title: `${site.name}: ${topic.name}`,
    description: topic.description,
    page: entityUrl(topic),
    path: feedUrl("rss", entityUrl(topic)),
    news: newsOfSubject(topic),
  });
  return new Response(feed, { headers: { "Content-Type": "application/rss+xml; charset=utf-8" } });
};
