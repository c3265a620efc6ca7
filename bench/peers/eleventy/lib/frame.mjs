/** What every page has around its main part: head, header, breadcrumbs, footer, structured data. */
const SITE = "https://curalog.org";
export const policy = `<meta http-equiv="content-security-policy" content="default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'">`;

const ESCAPES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
export const escapeMarkup = (text) => String(text).replace(/[&<>"]/g, (character) => ESCAPES[character]);
export const absolute = (path) => SITE + path;
export const join = (items, toHtml) => items.map(toHtml).join("");
/** Markup where the value is there, else nothing. */
export const when = (value, toHtml) => (value ? toHtml(value) : "");

export function cut(text, length) {
  const clean = text.replace(/\s+/g, " ").trim();
  if (clean.length <= length) return clean;
  return `${clean.slice(0, clean.lastIndexOf(" ", length - 1))}…`;
}

export const counted = (count, one, many) => `${count} ${count === 1 ? one : many}`;
export const plain = (html) => html.replace(/<[^>]*>/g, " ");

const feedLinks = (title, path) =>
  join(
    [
      ["rss+xml", "RSS", "feed.xml"],
      ["atom+xml", "Atom", "atom.xml"],
      ["feed+json", "JSON Feed", "feed.json"],
    ],
    ([type, label, file]) =>
      `<link rel="alternate" type="application/${type}" title="${escapeMarkup(title)}, ${label}" href="${path}${file}">`,
  );

const headLinks = `<link rel="icon" href="/favicon.ico" sizes="32x32"><link rel="icon" href="/favicon.svg" type="image/svg+xml"><link rel="apple-touch-icon" href="/apple-touch-icon.png"><link rel="manifest" href="/site.webmanifest"><link rel="preload" href="/assets/bitter-latin-wght-normal.C8X_T8j_.woff2" as="font" type="font/woff2" crossorigin="anonymous"><link rel="preload" href="/assets/public-sans-latin-wght-normal.DdeTHZLK.woff2" as="font" type="font/woff2" crossorigin="anonymous"><link rel="search" type="application/opensearchdescription+xml" title="Curalog" href="/opensearch.xml">${feedLinks("Curalog: all news", "/")}`;

const header = (section) =>
  `<a class="skip" href="#main">Skip to the content</a> <header class="bar"> <div class="page"> <a class="wordmark" href="/">Curalog</a> <nav aria-label="Main"> <ul>${join(
    [
      ["news", "News"],
      ["topic", "Topics"],
      ["offering", "Offerings"],
      ["organization", "Organizations"],
      ["about", "About"],
    ],
    ([key, label]) => ` <li> <a href="/${key}/"${key === section ? ' aria-current="true"' : ""}>${label}</a> </li>`,
  )} </ul> </nav> <search aria-label="The site"> <form class="find" action="/search/" method="get"> <input class="box" type="search" name="q" placeholder="Stories, offerings, topics" aria-label="Search" autocomplete="off" enterkeyhint="search" spellcheck="false" data-box="popup"> <button type="submit">Search</button> </form> </search> </div> </header>`;

const footer = `<footer class="foot"> <div class="page"> <p> Summaries <a href="https://creativecommons.org/licenses/by/4.0/" rel="license">CC BY 4.0</a>. Excerpts belong to their publishers. </p> <ul> <li><a href="/feeds/">Feeds</a></li> <li><a href="/api/">Data</a></li> <li><a href="/organization/">Organizations</a></li> <li><a href="/about/#propose">Propose a story</a></li> </ul> </div> </footer> <script type="module" src="/assets/SearchKey.astro_astro_type_script_index_0_lang.Rh_4D8Ay.js"></script>`;

/** `view` has title, description and path; nodes of its graph with the main one first; and what else the page states. */
export function page(view, main) {
  const { path, section, trail = [], crumb = view.title, article, feeds, hasData } = view;
  const title =
    path === "/" || (view.title.length > 50 && view.title.length <= 60)
      ? view.title
      : `${cut(view.title, 50)} · Curalog`;
  const description = escapeMarkup(cut(view.description, 155));
  const url = path === undefined ? "" : absolute(path);
  const shown = escapeMarkup(title);
  const card = `${url}card.png`;
  return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${policy}<meta name="viewport" content="width=device-width, initial-scale=1"><title>${shown}</title><meta name="description" content="${description}"><meta name="robots" content="${path === undefined ? "noindex, follow" : "index, follow, max-image-preview:large, max-snippet:-1"}">${when(url, () => `<link rel="canonical" href="${url}">`)}<meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)"><meta name="theme-color" content="#131614" media="(prefers-color-scheme: dark)"><meta property="og:site_name" content="Curalog"><meta property="og:locale" content="en_GB"><meta property="og:type" content="${article ? "article" : "website"}"><meta property="og:title" content="${shown}"><meta property="og:description" content="${description}"><meta property="og:url" content="${url}">${when(article, ({ curated, modified, topics }) => `<meta property="article:published_time" content="${curated}T00:00:00Z"><meta property="article:modified_time" content="${modified}T00:00:00Z">${join(topics, ({ name }) => `<meta property="article:tag" content="${escapeMarkup(name)}">`)}`)}<meta name="twitter:card" content="summary_large_image"><meta name="twitter:title" content="${shown}"><meta name="twitter:description" content="${description}"><meta property="og:image" content="${card}"><meta property="og:image:type" content="image/png"><meta property="og:image:width" content="1200"><meta property="og:image:height" content="630"><meta property="og:image:alt" content="${escapeMarkup(view.title)}"><meta name="twitter:image" content="${card}"><meta name="twitter:image:alt" content="${escapeMarkup(view.title)}">${headLinks}${when(feeds, () => feedLinks(feeds, path))}<link rel="alternate" type="text/markdown" href="${path}index.md">${when(hasData, () => `<link rel="alternate" type="application/json" title="Data as JSON" href="${dataPath(path)}">`)}<link rel="stylesheet" href="/assets/base.css"></head> <body> ${header(section)}${path === "/" || path === undefined ? "" : breadcrumbs(trail, crumb)} <main id="main" class="page" tabindex="-1"> ${main} </main> ${footer} <script type="application/ld+json">${JSON.stringify(graph(view, { url, title, trail, crumb })).replaceAll("<", "\\u003c")}</script> </body> </html>`;
}

export const dataPath = (path) => `/api/v1${path.slice(0, -1)}.json`;

const breadcrumbs = (trail, crumb) =>
  ` <nav aria-label="Breadcrumb" class="page breadcrumbs"> <ol> <li><a href="/">Home</a></li>${join(trail, ({ href, label }) => `<li><a href="${href}">${label}</a></li>`)}<li><span aria-current="page">${escapeMarkup(cut(crumb, 60))}</span></li> </ol> </nav>`;

function graph({ type = "WebPage", nodes = [] }, { url, title, trail, crumb }) {
  const links = [{ href: "/", label: "Home" }, ...trail, { label: cut(crumb, 60) }];
  const [main] = nodes;
  return {
    "@context": "https://schema.org",
    "@graph": [
      {
        "@type": type,
        "@id": `${url}#page`,
        url,
        name: title,
        inLanguage: "en",
        isPartOf: { "@id": `${SITE}/#website` },
        breadcrumb: { "@id": `${url}#breadcrumbs` },
        ...(main && { mainEntity: { "@id": main["@id"] } }),
      },
      {
        "@type": "BreadcrumbList",
        "@id": `${url}#breadcrumbs`,
        itemListElement: links.map(({ href, label }, at) => ({
          "@type": "ListItem",
          position: at + 1,
          name: label,
          ...(href && { item: absolute(href) }),
        })),
      },
      ...nodes,
    ],
  };
}

export const publisher = {
  "@type": "Organization",
  "@id": `${SITE}/#organization`,
  name: "Curalog",
  url: `${SITE}/`,
  logo: `${SITE}/apple-touch-icon.png`,
};

/** An ItemList of at most a hundred entries. */
export function listNode(path, entries, total = entries.length) {
  return {
    "@type": "ItemList",
    "@id": `${absolute(path)}#list`,
    numberOfItems: total,
    itemListElement: entries.slice(0, 100).map((entry, at) => ({
      "@type": "ListItem",
      position: at + 1,
      url: absolute(entry.url),
      name: entry.title ?? entry.label ?? entry.name,
    })),
  };
}
