/** A social image as a drawing: the layout, type and colours; pure. */
import type { Node } from "@takumi-rs/core";
import { getConfig } from "../../config/config.ts";
import { getColours, getSite } from "../../config/settings.ts";
import type { Colour } from "../../config/theme-settings.ts";
import type { Direction } from "../../lib/direction.ts";
import { SOCIAL_IMAGE_HEIGHT, SOCIAL_IMAGE_WIDTH } from "../../views/page-image.ts";
import type { SocialImageView } from "../../views/social-image.ts";
import { type FontStack, familiesOf } from "./fonts.ts";

/** Pixels, as everything here. */
const MARGIN = 72;
const BAND = 14;
export const TEXT_WIDTH = SOCIAL_IMAGE_WIDTH - 2 * MARGIN;

/** Sizes of a title, largest first, each with the lines that it may have; at a phone's width the last is still read. */
export const titleSteps = [
  { size: 112, lines: 1 },
  { size: 92, lines: 2 },
  { size: 78, lines: 3 },
  { size: 66, lines: 4 },
  { size: 56, lines: 5 },
  { size: 47, lines: 6 },
] as const;

export interface TitleSetting {
  /** A new line begins where one is in the text, too. */
  readonly text: string;
  readonly direction: Direction;
  /** Pixels. */
  readonly size: number;
}

const TITLE_HEIGHT = 324;

/** Scripts with marks above and below their letters need air between lines. */
const TALL_SCRIPT = /[\p{Script=Arabic}\p{Script=Devanagari}]/u;
const WIDE_SCRIPT = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u;

/** Height of a line as a multiple of the size. */
export function lineHeightOf(text: string): number {
  if (TALL_SCRIPT.test(text)) return 1.4;
  return WIDE_SCRIPT.test(text) ? 1.3 : 1.14;
}

/** Pixels that a title of so many lines may take. */
export function heightFor(text: string, { size, lines }: { readonly size: number; readonly lines: number }): number {
  return Math.min(TITLE_HEIGHT, Math.ceil(lines * size * lineHeightOf(text)));
}

/** True where a line may end after any letter. */
export function breaksAnywhere(text: string): boolean {
  return WIDE_SCRIPT.test(text);
}

/** The title alone, as on the image or on one line; it is also drawn to be measured. */
export function drawTitle(
  { text: title, direction, size }: TitleSetting,
  width: number | "max-content" = TEXT_WIDTH,
): Node {
  return text(
    title,
    "serif",
    { size, weight: 650, colour: "ink" },
    {
      width,
      direction,
      textAlign: "start",
      lineHeight: lineHeightOf(title),
      letterSpacing: "-0.008em",
      wordSpacing: "0.05em",
      whiteSpace: "pre-line",
      textWrap: "balance",
      overflowWrap: "anywhere",
    },
  );
}

/** The whole image; the fonts must be able to draw every text. */
export function drawSocialImage(view: SocialImageView, title: TitleSetting): Node {
  return box(
    {
      flexDirection: "column",
      width: SOCIAL_IMAGE_WIDTH,
      height: SOCIAL_IMAGE_HEIGHT,
      backgroundColor: getColours().paper,
    },
    [
      box({ height: BAND, backgroundColor: getColours().accent }),
      box({ flexDirection: "column", flexGrow: 1, padding: `0 ${MARGIN}px` }, [
        box({ height: 96, alignItems: "center", justifyContent: "space-between" }, [
          drawWordmark(38),
          ...(view.section ? [text(view.section, "sans", { size: 26, weight: 400, colour: "soft" })] : []),
        ]),
        box({ height: 3, backgroundColor: getColours().ink }),
        box({ height: 88, alignItems: "center", columnGap: 48 }, [
          oneLine(
            view.kicker,
            { size: 25, weight: 600, colour: "accent" },
            { letterSpacing: "0.06em", textTransform: "uppercase" },
          ),
          ...(view.badge ? [drawBadge(view.badge)] : []),
        ]),
        box({ flexGrow: 1 }, [drawTitle(title)]),
        box({ height: 1.5, backgroundColor: getColours().rule }),
        box({ height: 84, alignItems: "center", columnGap: 48 }, [
          oneLine(factsLine(view.facts), { size: 28, weight: 400, colour: "soft" }),
          text(
            getConfig().siteUrl.host,
            "sans",
            { size: 28, weight: 600, colour: "ink" },
            { flexShrink: 0, marginLeft: "auto" },
          ),
        ]),
      ]),
    ],
  );
}

/** Characters that fit before the address of the site; a line of wider ones is cut by its width. */
const FACTS_LENGTH = 58;

/** As many whole facts as fit. */
function factsLine([first = "", ...more]: readonly string[]): string {
  const longer = (line: string, fact: string) => `${line} · ${fact}`;
  return more.reduce((line, fact) => (longer(line, fact).length <= FACTS_LENGTH ? longer(line, fact) : line), first);
}

/** The logo, an index card with its tab, and the name. */
function drawWordmark(size: number): Node {
  return box({ alignItems: "center" }, [
    box({
      width: size * 0.9,
      height: size * 0.68,
      marginRight: size * 0.36,
      border: `${size * 0.09}px solid ${getColours().accent}`,
      borderTopWidth: size * 0.22,
      borderRadius: size * 0.08,
    }),
    text(getSite().name, "serif", { size, weight: 700, colour: "ink" }, { letterSpacing: "-0.02em" }),
  ]);
}

function drawBadge({ label, tone }: NonNullable<SocialImageView["badge"]>): Node {
  return text(
    label,
    "sans",
    { size: 28, weight: 700, colour: tone },
    {
      flexShrink: 0,
      marginLeft: "auto",
      marginRight: 6,
      padding: "7px 16px 5px",
      border: `4px solid ${getColours()[tone]}`,
      borderRadius: 5,
      lineHeight: 1.1,
      letterSpacing: "0.05em",
      textTransform: "uppercase",
      transform: "rotate(-4deg)",
    },
  );
}

interface Type {
  /** Pixels. */
  readonly size: number;
  readonly weight: number;
  readonly colour: Colour;
}

type Style = Readonly<Record<string, string | number>>;

function box(boxStyle: Style, children: Node[] = []): Node {
  return { type: "container", style: { display: "flex", ...boxStyle }, children };
}

function text(words: string, stack: FontStack, type: Type, more: Style = {}): Node {
  return { type: "text", text: words, style: { ...style(stack, type), ...more } };
}

/** Cut with an ellipsis where it is too long. */
function oneLine(words: string, type: Type, more: Style = {}): Node {
  return text(words, "sans", type, {
    minWidth: 0,
    whiteSpace: "nowrap",
    overflow: "hidden",
    textOverflow: "ellipsis",
    ...more,
  });
}

function style(stack: FontStack, { size, weight, colour }: Type): Style {
  return { fontFamily: familiesOf(stack), fontSize: size, fontWeight: weight, color: getColours()[colour] };
}
