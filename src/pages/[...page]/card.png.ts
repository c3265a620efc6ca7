import type { APIRoute } from "astro";
import { getImageCache } from "../../outputs/social-images/image-cache.ts";
import type { SocialImageView } from "../../views/social-image.ts";
import { getPages, toPageParam } from "../_paths.ts";
import { StaticPath } from "../_static-path.ts";

export const machineReadable = true;

export async function getStaticPaths() {
  const images = (await getPages()).flatMap(({ path, findSocialImage }) => {
    const image = findSocialImage();
    return image ? [{ path, image }] : [];
  });
  await getImageCache().prune(images.map(({ image }) => image));
  return images.map(
    ({ path, image }) =>
      // All that the image shows, and short enough to be its own key.
      new StaticPath({ page: toPageParam(path) }, { image }, (props) => JSON.stringify(props.image)),
  );
}

export const GET: APIRoute<{ image: SocialImageView }> = async ({ props: { image } }) =>
  new Response(new Uint8Array(await getImageCache().get(image)), { headers: { "Content-Type": "image/png" } });
