import type { APIRoute } from "astro";
import { getCatalog } from "../../catalog/get-catalog.ts";
import { getImageCache } from "../../outputs/social-images/image-cache.ts";
import { listSocialImages, type SocialImageView } from "../../views/social-image.ts";

export const machineReadable = true;

export async function getStaticPaths() {
  const cards = listSocialImages(await getCatalog());
  await getImageCache().prune(cards.map(({ card }) => card));
  return cards.map(({ page, card }) => ({
    params: { page: decodeURIComponent(page).slice(1, -1) || undefined },
    props: { card },
    // All that a card shows, and short enough to be its own key.
    key: () => JSON.stringify(card),
  }));
}

export const GET: APIRoute<{ card: SocialImageView }> = async ({ props: { card } }) =>
  new Response(new Uint8Array(await getImageCache().get(card)), { headers: { "Content-Type": "image/png" } });
