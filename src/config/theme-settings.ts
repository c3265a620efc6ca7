/** The colours and fonts of a site. */
import { z } from "zod";

/** As style sheets name them, with what each is for. The values are those of a site that sets none. */
const COLOURS = {
  paper: ["#fbfaf6", "#131614", "Ground of a page"],
  raised: ["#f3f1ea", "#1b1f1c", "Ground of what stands out of it"],
  ink: ["#191c19", "#e8eae5", "Text"],
  soft: ["#4f554f", "#a9b1a9", "Text of less weight"],
  rule: ["#d8d5ca", "#333a35", "Lines"],
  "strong-rule": ["#191c19", "#8b948c", "Lines between parts of a page"],
  field: ["#7b7f77", "#757d76", "Borders of fields"],
  accent: ["#0b5d4e", "#82d3bd", "Links and marks"],
  mark: ["#fdeeb5", "#4b4117", "Ground of words that were searched for"],
  stop: ["#9c2117", "#ffa196", "What is retired or wrong"],
  warn: ["#6f4a00", "#e9c06a", "What is in doubt"],
} as const satisfies Record<string, readonly [light: string, dark: string, use: string]>;

export type Colour = keyof typeof COLOURS;
export const colourNames = Object.keys(COLOURS) as [Colour, ...Colour[]];

const colour = z
  .string("must be a colour as #0b5d4e")
  .regex(/^#[\da-f]{6}$/i, "must be a colour as #0b5d4e")
  .toLowerCase();

/** The colours of one scheme; a colour that is not set is the default one. */
function schemeOf(index: 0 | 1) {
  const shape = Object.fromEntries(
    Object.entries(COLOURS).map(([name, values]) => [name, colour.default(values[index]).describe(values[2])]),
  ) as Record<Colour, z.ZodDefault<typeof colour>>;
  return z
    .strictObject(shape)
    .superRefine((colours, context) => {
      for (const [text, ground, least] of PAIRS) {
        const contrast = contrastOf(colours[text], colours[ground]);
        // NaN for an invalid colour, which is reported already.
        if (!(contrast < least)) continue;
        context.addIssue({
          code: "custom",
          path: [text],
          message: `has a contrast of ${contrast.toFixed(1)} to '${ground}' (${colours[ground]}), which must be ${least} at least`,
        });
      }
    })
    .prefault({});
}

/** Text on its ground, with the contrast that WCAG 2.2 asks for text (1.4.3) and for anything else (1.4.11). */
const PAIRS: readonly (readonly [text: Colour, ground: Colour, least: number])[] = [
  ...(["ink", "soft", "accent", "stop", "warn"] as const).map((text) => [text, "paper", 4.5] as const),
  ...(["ink", "soft", "accent"] as const).map((text) => [text, "raised", 4.5] as const),
  ["ink", "mark", 4.5],
  ["field", "paper", 3],
];

/** https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio */
export function contrastOf(one: string, other: string): number {
  const [lighter = 0, darker = 0] = [luminanceOf(one), luminanceOf(other)].sort((a, b) => b - a);
  return (lighter + 0.05) / (darker + 0.05);
}

/** https://www.w3.org/TR/WCAG22/#dfn-relative-luminance */
function luminanceOf(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

const font = (id: string, use: string) =>
  z
    .string("must be the name of a font")
    .regex(/^[a-z][a-z\d-]*$/, "must be the name of a package below @fontsource-variable, as public-sans")
    .default(id)
    .describe(use);

export const ThemeSettings = z.strictObject({
  light: schemeOf(0).describe("Colours in the light scheme; text must have enough contrast to its ground"),
  dark: schemeOf(1).describe("Colours in the dark scheme"),
  fonts: z
    .strictObject({
      heading: font("bitter", "Font of headings and of the name"),
      text: font("public-sans", "Font of everything else"),
    })
    .prefault({})
    .describe("Variable fonts from installed packages: `public-sans` is `@fontsource-variable/public-sans`"),
  logo: z
    .string()
    .regex(/^[\w.-]+\.(?:svg|png|webp)$/, "must be the name of a picture below public/, as logo.svg")
    .optional()
    .describe("Picture below `public/` in place of the card beside the name"),
});

export type Theme = z.output<typeof ThemeSettings>;
