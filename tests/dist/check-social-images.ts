/** Every page names an existing picture with its true size and type and an alternative text; social images have one size, are small, and belong to a page. */
import { type BuiltPage, type BuiltSite, fileOfAddress, isIndexed, metaOf } from "../../src/built-site/built-site.ts";
import { type Check, type Violation, violationOf } from "./check.ts";
import { type ImageFile, readImage } from "./image-file.ts";
import { typeOf } from "./page-type.ts";

const SOCIAL_IMAGE_WIDTH = 1200;
const SOCIAL_IMAGE_HEIGHT = 630;
const SOCIAL_IMAGE_BYTES = 60_000;
/** Types that every network takes, by the format of the file. */
const TYPES: Readonly<Record<string, string>> = { png: "image/png", jpeg: "image/jpeg" };

export const socialImagesCheck: Check = {
  name: "social images",
  async run(site) {
    const documents = site.pages.filter(({ isRedirect }) => !isRedirect);
    // A story may have a picture of its own.
    const others = documents.filter((page) => typeOf(page) !== "story").length;
    const pictured = documents.filter((page) => imageOf(page) !== undefined);
    const socialImages = [...site.files].filter(isSocialImage);
    const named = new Set(pictured.map((page) => fileOf(page, site)));
    const images = new Map<string, ImageFile | undefined>();
    for (const file of new Set([...socialImages, ...named]))
      if (file !== undefined) images.set(file, await readImage(site.read(file)));
    const bytes = socialImages.map((file) => site.read(file).length);
    return {
      counts: [
        { what: "pages with a picture", count: pictured.length, least: documents.length - 1 },
        { what: "social images", count: socialImages.length, least: others - 1 },
        { what: "bytes of the largest social image", count: Math.max(0, ...bytes), least: 1000 },
      ],
      violations: [
        ...documents.flatMap((page) => pageViolations(page, site, images)),
        ...socialImages.flatMap((file) => imageViolations(file, site, images.get(file))),
        ...socialImages
          .filter((file) => !named.has(file))
          .map((file) => ({ where: file, message: "no page names this social image" })),
      ],
    };
  },
};

function pageViolations(
  page: BuiltPage,
  site: BuiltSite,
  images: ReadonlyMap<string, ImageFile | undefined>,
): Violation[] {
  const address = imageOf(page);
  if (address === undefined) return isIndexed(page) ? [violationOf(page, "names no picture")] : [];
  const file = fileOf(page, site);
  if (file === undefined) return [violationOf(page, `the picture ${address} is no file of this site`)];
  const violations: string[] = [];
  const image = images.get(file);
  const stated = `${metaOf(page, "og:image:width")}x${metaOf(page, "og:image:height")}`;
  const found = `${image?.width}x${image?.height}`;
  const type = TYPES[image?.format ?? ""];
  if (type === undefined) violations.push("the picture is neither PNG nor JPEG");
  else if (metaOf(page, "og:image:type") !== type)
    violations.push(`the picture is ${type} and not what it is declared as`);
  if (stated !== found) violations.push(`the picture has ${found} pixels but is declared with ${stated}`);
  if ((metaOf(page, "og:image:alt") ?? "").trim() === "") violations.push("the picture has no text beside it");
  if (metaOf(page, "twitter:card") !== "summary_large_image")
    violations.push("twitter:card is not summary_large_image");
  for (const part of ["image", "image:alt"])
    if (metaOf(page, `twitter:${part}`) !== metaOf(page, `og:${part}`))
      violations.push(`twitter:${part} is not og:${part}`);
  return violations.map((message) => violationOf(page, message));
}

function imageViolations(file: string, site: BuiltSite, image: ImageFile | undefined): Violation[] {
  const violations: string[] = [];
  const size = site.read(file).length;
  if (image?.format !== "png") violations.push("the social image is no PNG");
  else if (image.width !== SOCIAL_IMAGE_WIDTH || image.height !== SOCIAL_IMAGE_HEIGHT)
    violations.push(
      `the social image has ${image.width}x${image.height} pixels, not ${SOCIAL_IMAGE_WIDTH}x${SOCIAL_IMAGE_HEIGHT}`,
    );
  if (size > SOCIAL_IMAGE_BYTES) violations.push(`the social image has more than ${SOCIAL_IMAGE_BYTES} bytes`);
  return violations.map((message) => ({ where: file, message }));
}

function isSocialImage(file: string): boolean {
  return /(^|\/)card\.png$/.test(file);
}

function imageOf(page: BuiltPage): string | undefined {
  return metaOf(page, "og:image");
}

/** The file of the page's picture; undefined when it is not absolute, of another site, or not there. */
function fileOf(page: BuiltPage, site: BuiltSite): string | undefined {
  return fileOfAddress(site, imageOf(page) ?? "");
}
