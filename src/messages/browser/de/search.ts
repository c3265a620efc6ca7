import type { Found } from "../en/search.ts";
import { counted, formatCount } from "./format.ts";

export function describeFound({ part, total, query, without, newestFirst }: Found): string {
  const count =
    part === undefined
      ? counted(total, { one: "Ergebnis", other: "Ergebnisse" })
      : `${formatCount(part)} von ${counted(total, { one: "Ergebnis", other: "Ergebnissen" })}`;
  const order = newestFirst && (newestFirst === "all" ? ", neueste zuerst" : ", neueste Meldungen zuerst");
  return `${count}${describeWords(query, without)}${order ?? ""}`;
}

export function linkToFound({ total, query, without }: Omit<Found, "part" | "newestFirst">): string {
  const words = describeWords(query, without);
  return total === 1 ? `1 Ergebnis${words} auf der Suchseite` : `Alle ${formatCount(total)} Ergebnisse${words}`;
}

function describeWords(query: string | undefined, without: readonly string[]): string {
  const spelling = query === undefined ? "" : ` für „${query}“`;
  return without.length === 0 ? spelling : `${spelling} ohne ${without.map((word) => `„${word}“`).join(", ")}`;
}

export const nothingFound = (query: string) => `Nichts gefunden für „${query}“`;
export const nothingFoundYet = (query: string) => `Bisher nichts gefunden für „${query}“`;

export const fetchingRecords = "Die Einträge der Suche werden geladen …";
export const fetchingOlder = "Ältere Einträge werden noch geladen";
export const olderUnread = "Ältere Einträge konnten nicht gelesen werden";
export const olderUnfetched = "Ältere Einträge konnten nicht geladen werden";
export const searchStandsIn = "Der Suchserver antwortet nicht, daher sucht diese Seite selbst";

export const searchFailures = {
  missing: "Die Website wurde erneuert, seit diese Seite geöffnet wurde.",
  unreachable: "Die Einträge der Suche konnten nicht geladen werden.",
  broken: "Die Suche funktioniert zurzeit nicht.",
};

export const unreachableFromBox = "Die Suche ist nicht erreichbar. Mit der Eingabetaste geht es zur Suchseite.";
export const enterLeadsOn = "Mit der Eingabetaste geht es zur Suchseite.";

export const recentSearches = "Letzte Suchen";
export const dateNotStated = "Datum nicht angegeben";

export const fieldLabels = {
  topic: "Thema",
  publisher: "Herausgeber",
  vendor: "Anbieter",
  standard: "Standard",
  licence: "Lizenz",
  status: "Status",
  access: "Zugang",
  author: "Autor",
  offering: "Angebot",
  institution: "Institution",
  via: "Gefunden über",
  name: "Auch genannt",
  product: "Zertifiziertes Produkt",
  host: "Host",
  sameAs: "Gleiches Thema wie",
};
