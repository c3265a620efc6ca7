/** The light colours of the site, for what is drawn without a style sheet; the same as in `styles/tokens.css`. */
export const colours = {
  paper: "#fbfaf6",
  ink: "#191c19",
  soft: "#4f554f",
  rule: "#d8d5ca",
  accent: "#0b5d4e",
  stop: "#9c2117",
  warn: "#6f4a00",
} as const;

export type Colour = keyof typeof colours;

/** The same in the dark scheme. */
export const darkColours: Readonly<Record<Colour, string>> = {
  paper: "#131614",
  ink: "#e8eae5",
  soft: "#a9b1a9",
  rule: "#333a35",
  accent: "#82d3bd",
  stop: "#ffa196",
  warn: "#e9c06a",
};
