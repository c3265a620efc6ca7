/** Promise: every page names a picture that is there, as it says, with a text beside it; cards are of one size, small, and each of a page. */
import { type BuiltSite, fileOfAddress, isIndexed, metaOf, type Page } from "../../src/built-site/built-site.ts";
import { type Check, type Fault, faultOf } from "./check.ts";
import { type ImageFile, readImage } from "./image-file.ts";

const CARD_WIDTH = 1200;
const CARD_HEIGHT = 630;
const CARD_BYTES = 60_000;
/** Types that every network takes, by the format of the file. */
const TYPES: Readonly<Record<string, string>> = { png: "image/png", jpeg: "image/jpeg" };

export const cardsCheck: Check = {
  name: "cards",
  async run(site) {
    const documents = site.pages.filter(({ isRedirect }) => !isRedirect);
    const pictured = documents.filter((page) => imageOf(page) !== undefined);
    const cards = [...site.files].filter(isCard);
    const named = new Set(pictured.map((page) => fileOf(page, site)));
    const images = new Map<string, ImageFile | undefined>();
    for (const file of new Set([...cards, ...named]))
      if (file !== undefined) images.set(file, await readImage(site.read(file)));
    const bytes = cards.map((file) => site.read(file).length);
    return {
      looked: [
        { what: "pages with a picture", count: pictured.length, least: documents.length - 1 },
        { what: "cards", count: cards.length, least: Math.floor(documents.length / 2) },
        { what: "bytes of the largest card", count: Math.max(0, ...bytes), least: 1000 },
      ],
      faults: [
        ...documents.flatMap((page) => pageFaults(page, site, images)),
        ...cards.flatMap((file) => cardFaults(file, site, images.get(file))),
        ...cards
          .filter((file) => !named.has(file))
          .map((file) => ({ where: file, message: "no page names this card" })),
      ],
    };
  },
};

function pageFaults(page: Page, site: BuiltSite, images: ReadonlyMap<string, ImageFile | undefined>): Fault[] {
  const address = imageOf(page);
  if (address === undefined) return isIndexed(page) ? [faultOf(page, "names no picture")] : [];
  const file = fileOf(page, site);
  if (file === undefined) return [faultOf(page, `the picture ${address} is no file of this site`)];
  const faults: string[] = [];
  const image = images.get(file);
  const stated = `${metaOf(page, "og:image:width")}x${metaOf(page, "og:image:height")}`;
  const found = `${image?.width}x${image?.height}`;
  const type = TYPES[image?.format ?? ""];
  if (type === undefined) faults.push("the picture is neither PNG nor JPEG");
  else if (metaOf(page, "og:image:type") !== type) faults.push(`the picture is ${type} and not what it is said to be`);
  if (stated !== found) faults.push(`the picture has ${found} pixels and is said to have ${stated}`);
  if ((metaOf(page, "og:image:alt") ?? "").trim() === "") faults.push("the picture has no text beside it");
  if (metaOf(page, "twitter:card") !== "summary_large_image") faults.push("twitter:card is not summary_large_image");
  for (const part of ["image", "image:alt"])
    if (metaOf(page, `twitter:${part}`) !== metaOf(page, `og:${part}`))
      faults.push(`twitter:${part} is not og:${part}`);
  return faults.map((message) => faultOf(page, message));
}

function cardFaults(file: string, site: BuiltSite, image: ImageFile | undefined): Fault[] {
  const faults: string[] = [];
  const size = site.read(file).length;
  if (image?.format !== "png") faults.push("the card is no PNG");
  else if (image.width !== CARD_WIDTH || image.height !== CARD_HEIGHT)
    faults.push(`the card has ${image.width}x${image.height} pixels, not ${CARD_WIDTH}x${CARD_HEIGHT}`);
  if (size > CARD_BYTES) faults.push(`the card has more than ${CARD_BYTES} bytes`);
  return faults.map((message) => ({ where: file, message }));
}

function isCard(file: string): boolean {
  return /(^|\/)card\.png$/.test(file);
}

function imageOf(page: Page): string | undefined {
  return metaOf(page, "og:image");
}

/** The file of the page's picture; undefined when it is not absolute, of another site, or not there. */
function fileOf(page: Page, site: BuiltSite): string | undefined {
  return fileOfAddress(site, imageOf(page) ?? "");
}
