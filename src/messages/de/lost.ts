import type { Messages } from "../messages.ts";

export const lost: Messages["lost"] = {
  title: "Seite nicht gefunden",
  description: "Unter dieser Adresse gibt es keine Seite.",
  heading: "Unter dieser Adresse gibt es keine Seite",
  text: "Adressen ändern sich hier nicht; wahrscheinlich enthält sie einen Tippfehler. Die Suche hilft weiter, ebenso diese Listen.",
  moved: "Diese Seite ist umgezogen",
  newAddress: ["Sie steht jetzt unter ", "."],
};
