import type { APIRoute } from "astro";
import { getCatalog } from "../../catalog/get-catalog.ts";
import { getImageCache } from "../../outputs/social-images/image-cache.ts";
import { listSocialImages, type SocialImageView } from "../../views/social-image.ts";

export const machineReadable = true;

export async function getStaticPaths() {
  const images = listSocialImages(await getCatalog());
  await getImageCache().prune(images.map(({ image }) => image));
  return images.map(({ page, image }) => ({
    params: { page: decodeURIComponent(page).slice(1, -1) || undefined },
    props: { image },
    // All that the image shows, and short enough to be its own key.
    get cacheKey() {
      return JSON.stringify(image);
    },
  }));
}

export const GET: APIRoute<{ image: SocialImageView }> = async ({ props: { image } }) =>
  new Response(new Uint8Array(await getImageCache().get(image)), { headers: { "Content-Type": "image/png" } });
