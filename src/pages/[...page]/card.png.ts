import type { APIRoute } from "astro";
import { getSocialImage } from "../../outputs/social-images/cached-image.ts";
import type { SocialImageView } from "../../views/social-image.ts";
import { getPages } from "../_paths.ts";
import { StaticPath, toParam, unlessPagesOnly } from "../_static-path.ts";

export const getStaticPaths = unlessPagesOnly(async () => {
  const images = (await getPages()).flatMap(({ path, findSocialImage }) => {
    const image = findSocialImage();
    return image ? [{ path, image }] : [];
  });
  return images.map(
    ({ path, image }) =>
      // All that the image shows, and short enough to be its own key.
      new StaticPath({ page: toParam(path) }, { image }, (props) => JSON.stringify(props.image)),
  );
});

export const GET: APIRoute<{ image: SocialImageView }> = async ({ props: { image } }) =>
  new Response(new Uint8Array(await getSocialImage(image)), { headers: { "Content-Type": "image/png" } });
