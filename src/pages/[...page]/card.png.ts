import type { APIRoute } from "astro";
import { getCatalog } from "../../catalog/get-catalog.ts";
import { cardCache } from "../../outputs/social-images/image-cache.ts";
import { type CardView, listCards } from "../../views/social-image.ts";

export const isForPrograms = true;

export async function getStaticPaths() {
  const cards = listCards(await getCatalog());
  await cardCache.prune(cards.map(({ card }) => card));
  return cards.map(({ page, card }) => ({
    params: { page: decodeURIComponent(page).slice(1, -1) || undefined },
    props: { card },
    // All that a card shows, and short enough to be its own key.
    key: () => JSON.stringify(card),
  }));
}

export const GET: APIRoute<{ card: CardView }> = async ({ props: { card } }) =>
  new Response(new Uint8Array(await cardCache.get(card)), { headers: { "Content-Type": "image/png" } });
