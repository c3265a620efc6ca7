/** The names that a story gets once and keeps, whatever becomes of its title. */
import { basename } from "node:path";
import { parse as parseHost } from "tldts";
import { v5 } from "uuid";
import { cleanUrl } from "../../lib/clean-url.ts";
import { cutSlug, isSlug, slugify } from "../../lib/slugify.ts";
import { squeeze } from "../../lib/text.ts";
import { entityPath, isReserved } from "../../vocab/paths.ts";
import { getVocabulary } from "../../vocab/vocabulary.ts";
import type { WorkPackage } from "./api.ts";
import type { ExistingContent, NewsFile } from "./existing-content.ts";
import type { Fields } from "./merge.ts";

export interface Identity {
  readonly slug: string;
  readonly mdName: string;
  /** Undefined where another page has the path already. */
  readonly alias: unknown;
}

/** Longest slug of the curated items. */
const SLUG_LENGTH = 96;

/** From the fields that were imported first, then from those of the file; made anew only for a new story. */
export function chooseIdentity(
  { id, subject }: WorkPackage,
  { address, link }: { readonly address: string; readonly link: string },
  { base, file, content }: { base: Fields | undefined; file: NewsFile | undefined; content: ExistingContent },
): Identity {
  const title = squeeze(subject);
  // A UUID of the work package's address: of the same form as in the export, and the same on every machine.
  const mdName = `${v5(address, v5.URL)}.md`;
  const wanted = toSlug(title, link);
  const known = base ?? file?.fields;
  if (known) {
    const { slug, mdName: given, aliases } = known;
    return {
      slug: typeof slug === "string" && slug.trim() !== "" ? slug : file ? basename(file.file, ".md") : wanted,
      mdName: typeof given === "string" && /^[\w-]+\.md$/.test(given) ? given : mdName,
      alias: aliases,
    };
  }
  const isTaken = content.isTakenPath(entityPath("news", wanted));
  const ending = `-${id}`;
  const slug =
    !isSlug(wanted) || isReserved("news", wanted)
      ? `work-package-${id}`
      : isTaken
        ? `${cutSlug(wanted, SLUG_LENGTH - ending.length)}${ending}`
        : wanted;
  // The address that the exporting system gave.
  const former = cutSlug(slugify(title));
  const path = `/news/${former}`;
  const isFree = isSlug(former) && path !== `/news/${slug}` && !content.isTakenPath(path);
  return { slug, mdName, alias: isFree ? path : undefined };
}

/** The name of the source's domain, then the title. */
function toSlug(title: string, link: string): string {
  const brand = parseHost(cleanUrl(link, getVocabulary().trackingParameters)).domainWithoutSuffix ?? "";
  return cutSlug(slugify(`${brand} ${title}`), SLUG_LENGTH);
}
