/** The fonts of the social images: which of their files a text needs, and what of a text none of them can draw. */
import { readFileSync } from "node:fs";
import { findPackageJSON } from "node:module";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { create } from "fontkitten";
import { memoize } from "../../lib/memoize.ts";
import { projectRoot } from "../../lib/project-root.ts";

/** A file of a family: a font with the characters of one script, or with a part of those of a large one. */
export interface FontFile {
  readonly family: string;
  readonly path: string;
  /** Characters that it is meant for; it may lack some. */
  readonly ranges: readonly CharacterRange[];
}

/** The first and the last code point. */
type CharacterRange = readonly [first: number, last: number];

/** Families for scripts other than Latin, in the order in which they are tried. */
const OTHERS: readonly Family[] = [
  // Greek, which neither font of the site has, and Cyrillic beside Public Sans.
  { family: "Roboto Slab", id: "roboto-slab" },
  { family: "Noto Sans Hebrew", id: "noto-sans-hebrew" },
  { family: "Noto Sans Arabic", id: "noto-sans-arabic" },
  { family: "Noto Sans Devanagari", id: "noto-sans-devanagari" },
  // Chinese and Japanese; characters that both write take their Chinese form.
  { family: "Noto Sans SC", id: "noto-sans-sc" },
  { family: "Noto Sans KR", id: "noto-sans-kr" },
];

interface Family {
  readonly family: string;
  /** Name of the package, and how its files begin. */
  readonly id: string;
}

/** For titles and the site's name, and for everything else. */
export const fontStacks = {
  serif: [{ family: "Bitter", id: "bitter" }, ...OTHERS],
  sans: [{ family: "Public Sans", id: "public-sans" }, ...OTHERS],
} as const;
export type FontStack = keyof typeof fontStacks;

/** Packages whose versions decide what an image looks like. */
export const fontPackages: readonly string[] = [
  ...new Set(Object.values(fontStacks).flatMap((stack) => stack.map(({ id }) => packageOf(id)))),
].sort();

/** For the `font-family` of a drawing. */
export function familiesOf(stack: FontStack): string {
  return fontStacks[stack].map(({ family }) => family).join(", ");
}

/** The `package.json` of an installed package; looked for from the project, since a build moves this module. */
export function packageFile(name: string): string {
  const file = findPackageJSON(name, pathToFileURL(join(projectRoot(), "package.json")));
  if (file === undefined) throw new Error(`The package ${name} is not installed. Run 'npm ci'.`);
  return file;
}

/** The file that draws a character; undefined when no font has it. */
export function findFontFile(character: number, stack: FontStack): FontFile | undefined {
  for (const family of fontStacks[stack]) {
    const file = filesOf(family).find(
      (font) =>
        font.ranges.some(([first, last]) => first <= character && character <= last) &&
        charactersOf(font).has(character),
    );
    if (file) return file;
  }
  return undefined;
}

/** The files that a text needs, each once. */
export function fontFilesFor(text: string, stack: FontStack): FontFile[] {
  const visible = [...text].filter((character) => !JOINERS.test(character));
  return [...new Set(visible.flatMap((character) => findFontFile(codePointOf(character), stack) ?? []))];
}

/** Never drawn: emoji, which have no place among type, controls, what turns the direction of text, private characters. */
const UNDRAWN = /\p{RGI_Emoji}|[\p{Emoji_Modifier}\p{Regional_Indicator}\p{Variation_Selector}\p{Co}\p{Cs}\p{Cc}]/gv;
/** Formats other than the two joiners, which Arabic and Indic scripts are spelt with. */
const FORMATS = /(?![\u200c\u200d])\p{Cf}/gu;
const JOINERS = /^[\u200c\u200d]$/u;

/**
 * The text without what cannot be drawn; a letter that no font has gives way to
 * its plain form, as `ἀ` to `α`. Undefined when more than a third of the
 * letters and digits would be missing: what is left would mislead.
 */
export function toDrawable(text: string, stack: FontStack): string | undefined {
  const clean = text.normalize("NFC").replace(/\s+/gu, " ").replace(UNDRAWN, "").replace(FORMATS, "");
  const canDraw = (form: string) =>
    [...form].every((one) => JOINERS.test(one) || findFontFile(codePointOf(one), stack) !== undefined);
  const drawable = [...clean]
    .map((character) => plainForms(character).find(canDraw) ?? "")
    .join("")
    .replace(/ +/g, " ")
    .trim();
  const letters = countLetters(drawable);
  return letters > 0 && letters * 3 >= countLetters(clean) * 2 ? drawable : undefined;
}

/** A character and what may stand for it, best first: `𝕳` and `H`, `ἀ` and `α`. */
function plainForms(character: string): string[] {
  return [character, character.normalize("NFKC"), character.normalize("NFKD").replace(/\p{M}/gu, "")];
}

function countLetters(text: string): number {
  return text.match(/[\p{L}\p{N}]/gu)?.length ?? 0;
}

function packageOf(id: string): string {
  return `@fontsource-variable/${id}`;
}

const filesOf = memoize(({ family, id }: Family): readonly FontFile[] => {
  const folder = dirname(packageFile(packageOf(id)));
  // `{ "cyrillic": "U+0301,U+0400-045F", "[119]": "U+20,…" }`
  const subsets: Record<string, string> = JSON.parse(readFileSync(join(folder, "unicode.json"), "utf8"));
  return Object.entries(subsets).map(([subset, ranges]) => ({
    family,
    path: join(folder, "files", `${id}-${subset.replace(/[[\]]/g, "")}-wght-normal.woff2`),
    ranges: ranges.split(",").map(parseRange),
  }));
});

/** `U+0400-045F`, or one character. */
function parseRange(range: string): CharacterRange {
  const [first = "", last = first] = range.trim().replace(/^U\+/i, "").split("-");
  return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
}

/** A font that is cut for the web often lacks characters that its style sheet promises, and draws empty boxes for them. */
const charactersOf = memoize(({ path }: FontFile): ReadonlySet<number> => {
  const font = create(readFileSync(path));
  if (font.isCollection) throw new Error(`${path} holds several fonts.`);
  return new Set(font.characterSet);
});

function codePointOf(character: string): number {
  return character.codePointAt(0) ?? 0;
}
