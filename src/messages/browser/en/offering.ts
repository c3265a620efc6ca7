/** What pages and scripts both say of an offering. */
import { counted } from "./format.ts";

export const offerings = (count: number) => counted(count, { one: "offering", other: "offerings" });
/** The way from the filters to the table, where that stands below them. */
export const showOfferings = (count: number) => `Show ${offerings(count)}`;
export const notStated = "not stated";
export const standardsNotStated = "standards not stated";
/** In the column of interfaces. */
export const noInterface = "not on record";
export const compare = (name: string) => `Compare ${name}`;
