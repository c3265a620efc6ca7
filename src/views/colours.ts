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

/** The paper of the dark scheme. */
export const darkPaper = "#131614";

export type Colour = keyof typeof colours;
