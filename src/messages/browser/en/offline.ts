/** What the page on reading offline says of what is kept. */
import { formatSize } from "../../../lib/file-size.ts";
import { counted } from "./format.ts";

export const unable =
  "This browser cannot keep pages here: it has no service workers, or it refuses to store anything, as in a private window.";
export const notKept = "This page is not kept on this device";
export const turningOn = "Turning it on…";
export const turningOff = "Removing what was kept…";
export const isOn = "On: what you read from now on is kept.";
export const isOff = "Off: everything that was kept has been removed.";
export const onFailed = "It could not be turned on: the site did not answer, or the browser refuses to store pages.";
export const offFailed = "The browser failed to remove everything. Try again.";
export const pagesRemoved = "The pages that were kept have been removed.";
/** `12 pages, 3.4 MB in all` */
export const keptInAll = (pages: number, bytes: number) =>
  `${counted(pages, { one: "page", other: "pages" })}, ${formatSize(bytes)} in all`;
