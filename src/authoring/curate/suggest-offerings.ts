/** Suggests the offerings that a page names, few rather than doubtful, each with the reason. */
import type { Catalog, Offering } from "../../catalog/graph.ts";
import { fold } from "../../lib/fold.ts";
import { byText } from "../../lib/order.ts";
import { LEGAL_SIGNS } from "../../lib/slugify.ts";
import { squeeze } from "../../lib/text.ts";
import { getOrganizationType } from "../../vocab/vocabulary.ts";
import { compact } from "./clean-fields.ts";
import { ACRONYM, type PageWords, type Suggested, wordPattern } from "./page-words.ts";

const MAX_OFFERINGS = 5;
const LEAST_OFFERING_SCORE = 2;

/**
 * At most five offerings that the page names, as their names are written. A
 * name that is also a word, or a short acronym, counts only beside its vendor.
 */
export function suggestOfferings(page: PageWords, catalog: Catalog): readonly Suggested<Offering>[] {
  const parts = {
    title: straighten(page.title),
    description: straighten(page.description),
    text: straighten(page.text),
  };
  const all = `${parts.title} \n ${parts.description} \n ${parts.text}`;
  const names = catalog.offerings
    .flatMap((offering) => namesOf(offering).map((name) => ({ offering, name })))
    .filter(({ offering, name }) => all.includes(name) && isMeant(name, offering, all))
    .sort(
      (a, b) => b.name.length - a.name.length || byText(a.name, b.name) || byText(a.offering.slug, b.offering.slug),
    );
  const found = new Map<Offering, Suggested<Offering>>();
  // The longest name first, and its mentions are removed: `Aidbox FHIR API module` does not name `Aidbox`.
  for (const { offering, name } of names) {
    const counts = { title: 0, description: 0, text: 0 };
    for (const part of ["title", "description", "text"] as const) {
      parts[part] = parts[part].replace(wordPattern(name), (match) => {
        counts[part] += 1;
        return " ".repeat(match.length);
      });
    }
    const score = (counts.title > 0 ? 10 : 0) + (counts.description > 0 ? 5 : 0) + Math.min(5, counts.text);
    // One mention in a long text is an example, and not what the story is about.
    if (score < LEAST_OFFERING_SCORE) continue;
    const former = offering.formerly.some((old) => straighten(old) === name) ? " (a former name)" : "";
    const reason =
      counts.title > 0
        ? `named in the title as “${name}”${former}`
        : counts.description > 0
          ? `named in the description as “${name}”${former}`
          : `the text says “${name}”${former} ${counts.text} times`;
    const known = found.get(offering);
    if (!known || known.score < score) found.set(offering, { entity: offering, score, reason });
  }
  for (const one of onlyOfferings(page, catalog.offerings)) if (!found.has(one.entity)) found.set(one.entity, one);
  return [...found.values()]
    .sort((a, b) => b.score - a.score || byText(a.entity.slug, b.entity.slug))
    .slice(0, MAX_OFFERINGS);
}

/** The only offerings of vendors that the title names. */
function onlyOfferings(page: PageWords, offerings: readonly Offering[]): Suggested<Offering>[] {
  const title = straighten(page.title);
  return offerings
    .filter(({ vendor }) => vendor.offerings.length === 1 && getOrganizationType(vendor.type).role === "vendor")
    .flatMap((entity) => {
      const vendor = straighten(entity.vendor.name);
      const isDistinct = /\s/.test(vendor) ? !isGeneric(vendor) : /\p{Ll}\p{Lu}|\d\p{L}|\p{L}\d/u.test(vendor);
      if (!isDistinct || !wordPattern(vendor).test(title)) return [];
      return [{ entity, score: 4, reason: `the only offering of “${vendor}”, which the title names` }];
    });
}

/** Quotes and hyphens in ASCII, without trademark signs. */
function straighten(text: string): string {
  return squeeze(text.replace(LEGAL_SIGNS, "").replace(/[‘’]/gu, "'").replace(/[“”]/gu, '"').replace(/[‐‑]/gu, "-"));
}

/** An offering's names as texts may have them: with and without what stands in parentheses, and after its vendor. */
function namesOf({ name, formerly, vendor }: Offering): string[] {
  const names = [name, ...formerly].flatMap((given) => {
    const bare = straighten(given.replace(/\([^)]*\)/g, " "));
    const inside = [...given.matchAll(/\(([^)]+)\)/g)]
      .map(([, text = ""]) => straighten(text))
      .filter((text) => ACRONYM.test(text));
    return [straighten(given), bare, ...inside];
  });
  return [...new Set([...names, ...names.map((one) => `${straighten(vendor.name)} ${one}`)])].filter(
    (one) => one.length >= 3,
  );
}

/** True when a text that has the name can only mean the offering. */
function isMeant(name: string, offering: Offering, text: string): boolean {
  const vendor = straighten(offering.vendor.name);
  if (name.startsWith(`${vendor} `) || isSubject(name, text)) return true;
  const isDistinct = /\s/.test(name) ? !isGeneric(name) : /\p{Ll}\p{Lu}|\d\p{L}|\p{L}\d|\p{L}[.-]\p{L}/u.test(name);
  if (isDistinct) return true;
  // A product may have the name of its vendor, which then proves nothing.
  const vendorNames = [vendor, ...offering.vendor.alsoKnownAs.map(straighten)].filter(
    (vendorName) => compact(vendorName) !== compact(name),
  );
  const rest = text.replaceAll(name, " ");
  return vendorNames.some((vendorName) => vendorName.length >= 4 && wordPattern(vendorName).test(rest));
}

/** True for a capitalised word in the title and often in the text, which never stands there in lower case. */
function isSubject(name: string, text: string): boolean {
  if (!/^\p{Lu}\p{Ll}{4,}$/u.test(name)) return false;
  const [title = ""] = text.split("\n");
  const count = (word: string, where: string) => where.match(wordPattern(word))?.length ?? 0;
  return count(name, title) > 0 && count(name, text) >= 3 && count(name.toLowerCase(), text) === 0;
}

const GENERIC =
  /^(?:ehr|emr|fhir|api|apis|health|healthcare|medical|clinical|patient|practice|provider|management|system|systems|suite|platform|server|connect|portal|cloud|care|data|electronic|records?|information|office|software|solutions?|services?|the|for|and|of|web|open|hospital|pro|plus|gateway|developer|sandbox|directory|integrated|harmony|advantage|access|exchange|network|hub|charts?)$/i;

/** True when any product could have each of its words in its name. */
function isGeneric(name: string): boolean {
  return fold(name)
    .split(" ")
    .every((word) => GENERIC.test(word));
}
