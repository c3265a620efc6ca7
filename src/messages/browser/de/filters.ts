import { counted, formatCount, joinWords } from "./format.ts";

export const tryAgain = "Erneut versuchen";
export const noPublisher = "Kein Herausgeber genannt";

export const fetchingOfferings = "Angebote werden geladen …";
export const offeringsFailed = "Die Angebote konnten nicht geladen werden.";
export const offeringsLeft = (left: number, all: number) =>
  `${formatCount(left)} von ${counted(all, { one: "Angebot", other: "Angeboten" })}`;

export const fetchingStories = "Meldungen werden geladen …";
export const storiesFailed = "Die Meldungen konnten nicht geladen werden.";
export const storiesLeft = (left: number, all: number) =>
  `${formatCount(left)} von ${counted(all, { one: "Meldung", other: "Meldungen" })}`;

export const valuesLeftOut = (values: readonly string[]) =>
  `Weggelassen, da es den Wert nicht gibt: ${joinWords(values)}.`;

export const showMore = (step: number) => `${step} weitere anzeigen`;
export const shown = (count: number, all: number) => `${formatCount(count)} von ${formatCount(all)} angezeigt.`;

export const alsoIn = "Auch bei";
export const dateNotStated = "Datum nicht angegeben";
