/** Promise: the settings of the site, and the only place that reads the clock. */
import { resolve } from "node:path";

export const site = {
  name: "Curalog",
  /** Root of the domain that the site is served from; paths begin there. */
  url: new URL(process.env["CURALOG_URL"] ?? "https://curalog.org/"),
  tagline: "healthcare APIs, curated",
  description:
    "Curated news on healthcare APIs, a catalog of the products, services and open-source projects it is about, and the topics that join them.",
  language: "en",
  /** Licence of the site's own words; excerpts belong to their publishers. */
  licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
  /** Where the content is edited; links to a file are made from it. Absent: no such links. */
  repository: process.env["CURALOG_REPOSITORY"],
} as const;

/** Folder of the content files, absolute. */
export const contentRoot: string = resolve(process.env["CURALOG_CONTENT"] ?? "content");

/** Folder that the site is built into and served from, absolute. */
export const siteFolder: string = resolve(process.env["CURALOG_DIST"] ?? "dist");

/** Folder of images that content refers to, absolute. */
export const imageRoot: string = resolve("public/images");

/**
 * The day of the build, YYYY-MM-DD in UTC. `CURALOG_BUILD_DATE` fixes it, so
 * that two builds of one commit are the same to the byte. Everything else gets
 * the day passed in.
 */
export const buildDate: string = process.env["CURALOG_BUILD_DATE"] ?? new Date().toISOString().slice(0, 10);
