import type { APIRoute } from "astro";
import { getCatalog } from "../../../catalog/get-catalog.ts";
import type { Topic } from "../../../catalog/graph.ts";
import { buildTopicRows } from "../../../views/topic-filters.ts";
import { isFiltered } from "../../../views/topic-page.ts";
import { StaticPath } from "../../_static-path.ts";

// Without a key: to make one would take the rows.
export const getStaticPaths = async () =>
  (await getCatalog()).topics
    .filter(isFiltered)
    .map((topic) => new StaticPath({ slug: topic.slug }, { topic }, () => undefined));

export const GET: APIRoute<{ topic: Topic }> = ({ props: { topic } }) =>
  new Response(JSON.stringify(buildTopicRows(topic)), {
    headers: { "Content-Type": "application/json; charset=utf-8" },
  });
