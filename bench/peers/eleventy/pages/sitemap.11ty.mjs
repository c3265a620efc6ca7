/** The list of all pages for search engines. */
import { absolute, join } from "../lib/frame.mjs";

export default {
  data: { permalink: "/sitemap.xml", eleventyExcludeFromCollections: true },
  render({ collections }) {
    const urls = join(
      collections.all,
      ({ url, date }) => `<url><loc>${absolute(url)}</loc><lastmod>${date.toISOString().slice(0, 10)}</lastmod></url>`,
    );
    return `<?xml version="1.0" encoding="utf-8"?><urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">${urls}</urlset>`;
  },
};
