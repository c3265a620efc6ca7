import type { Messages } from "../messages.ts";
import { counted, format } from "./format.ts";
import { site } from "./site.ts";

const { counts } = site;

export const llms: Messages["llms"] = {
  addresses:
    "Jede Seite gibt es auch als Markdown, unter ihrer eigenen Adresse mit angehängtem index.md; die Links hier führen dorthin. Links im Markdown führen zu Seiten.",
  licence: (site, licence) =>
    `Unsere eigenen Texte stehen unter ${licence}: ${site} ist zu nennen und die Seite zu verlinken. Auszüge sind zitiert und gehören ihren Herausgebern. Was niemand angegeben hat, heißt „nicht angegeben“.`,
  lists: "Listen",
  digest: "Wochenüberblick",
  listsHold: {
    news: (count) => `${counts.news(count)}, neueste zuerst`,
    topic: (count) => `${counts.topic(count)} nach Vokabular`,
    offering: (count) => `${counts.offering(count)} nach Namen, mit Art, Lizenz und Standards`,
    organization: (count) => `${counts.organization(count)} nach Namen`,
    digest: "was aufgenommen wurde und was sich geändert hat, Woche für Woche",
  },
  kinds: "Angebote nach Art",
  standards: "Angebote nach Standard",
  years: "Meldungen nach Jahr",
  latest: "Neueste Meldungen",
  optional: "Optional",
  full: "Alles in unseren eigenen Worten",
  fullSize: (kilobytes) => `eine Datei von ${format.count(kilobytes)} kB`,
  feeds: "Feeds",
  data: "Daten",
  pagesHold: {
    home: "was sich zuletzt geändert hat",
    about: "wie Meldungen ausgewählt und Angebote beschrieben werden",
    feeds: (of) => `zu ${of}`,
    data: "der Katalog als JSON, CSV und SKOS, mit JSON-Schemas, OpenAPI und einem API-Katalog",
  },

  inOwnWords: (site) => `${site} in eigenen Worten`,
  use: (site, licence) => `Unter ${licence}: ${site} ist zu nennen und die Seite zu verlinken.`,
  older: (count) => [
    `${counted(count, { one: "ältere Meldung steht", other: "ältere Meldungen stehen" })} unter `,
    ".",
  ],
  sameSubject: "Dasselbe Thema",
};
