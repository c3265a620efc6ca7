/** The type of every page by its address; an address without a type is an error. */
import type { BuiltPage } from "../../src/built-site/built-site.ts";

export const pageTypes = [
  "home",
  "news index",
  "story",
  "digest index",
  "digest",
  "topic index",
  "topic",
  "topic filters",
  "year of news",
  "offering index",
  "offering",
  "organization index",
  "organization",
  "author",
  "resource",
  "search",
  "compare",
  "following",
  "about",
  "feeds",
  "offline",
  "api",
  "404",
  "redirect",
] as const;
export type PageType = (typeof pageTypes)[number];

export function typeOf({ path, isRedirect }: Pick<BuiltPage, "path" | "isRedirect">): PageType {
  if (isRedirect) return "redirect";
  const parts = path.split("/").slice(1, -1);
  const [section = path === "/404.html" ? "404" : "home", slug] = parts;
  switch (section) {
    case "home":
    case "resource":
    case "search":
    case "compare":
    case "following":
    case "about":
    case "feeds":
    case "offline":
    case "api":
    case "404":
      return section;
    case "news":
      return slug === undefined || slug === "page" || slug === "undated" || /^\d{4}$/.test(slug)
        ? "news index"
        : "story";
    case "digest":
      return slug === undefined ? "digest index" : "digest";
    case "topic":
    case "organization":
      if (slug === undefined) return `${section} index`;
      if (parts[2] === "filters") return "topic filters";
      return parts.length > 2 ? "year of news" : section;
    case "author":
      return parts.length > 2 ? "year of news" : section;
    case "offering":
      return parts.length === 2 && slug !== "filters" ? "offering" : "offering index";
    default:
      throw new Error(`No page type has the address ${path}`);
  }
}
