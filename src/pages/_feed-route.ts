/** What the feed routes of all formats share; no route itself. */
import type { APIRoute } from "astro";
import { getCatalog, getDigests } from "../catalog/get-catalog.ts";
import type { Catalog } from "../catalog/graph.ts";
import { getConfig } from "../config/config.ts";
import { readImages } from "../ingest/read-images.ts";
import { memoize } from "../lib/memoize.ts";
import { renderFeed } from "../outputs/feeds/render-feed.ts";
import { typeOfFile } from "../outputs/hosts/file-types.ts";
import style from "../styles/feed.css?url";
import { buildFeed, type FeedSubject, keyOfFeed, listFeeds } from "../views/feed.ts";
import { feedUrl } from "../views/urls.ts";
import type { FeedFormat } from "../vocab/feed-format.ts";
import { StaticPath, toParam, unlessPagesOnly } from "./_static-path.ts";

const imagesOf = memoize(({ news }: Catalog) =>
  readImages(
    getConfig().imageRoot,
    news.flatMap(({ image }) => image?.file ?? []),
  ),
);

/** A path for every feed of the site: the folder of the page that it follows. */
export const feedPaths = unlessPagesOnly(async () => {
  const catalog = await getCatalog();
  const images = await imagesOf(catalog);
  const digests = await getDigests();
  return listFeeds(catalog).map(
    (feed) =>
      new StaticPath({ page: toParam(feed.page) }, { subject: feed }, ({ subject }) =>
        keyOfFeed(catalog, subject, images, digests),
      ),
  );
});

export function feedRoute(format: FeedFormat): APIRoute<{ subject: FeedSubject }> {
  return async ({ props: { subject } }) => {
    const catalog = await getCatalog();
    const feed = buildFeed(catalog, subject, await imagesOf(catalog));
    const type = typeOfFile(feedUrl(format, subject.page)) ?? "";
    return new Response(renderFeed(format, feed, style), { headers: { "Content-Type": type } });
  };
}
