import { counted } from "./format.ts";

export const offerings = (count: number) => counted(count, { one: "Angebot", other: "Angebote" });
export const showOfferings = (count: number) => `${offerings(count)} anzeigen`;
export const notStated = "nicht angegeben";
export const standardsNotStated = "Standards nicht angegeben";
export const noInterface = "nicht erfasst";
export const compare = (name: string) => `${name} vergleichen`;
