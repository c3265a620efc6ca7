/** Fragments that only track: AddThis (`#.YWhSbhrMJPY`), XiTi, campaign pairs, and text highlights. */
const TRACKING_FRAGMENT = /^#(?:\.[\w-]+|xtor=.*|utm_.*|:~:text=.*|ftag=.*|Echobox=.*)$/i;

/** A web address, or undefined: http or https, with a host, without credentials. */
export function parseWebUrl(text: string): URL | undefined {
  // No `URL.canParse` before it: a check of thousands of addresses spends its time on parsing them.
  const url = URL.parse(text);
  const isWeb = url?.protocol === "https:" || url?.protocol === "http:";
  return isWeb && url.hostname !== "" && url.username === "" && url.password === "" ? url : undefined;
}

/** `&` as HTML spells it, which an address copied from the source of a page still has; escaped twice, in some feeds. */
const ESCAPED_AMPERSAND = /&(?:(?:amp|#0*38|#x0*26);)+/gi;

/**
 * Removes from `text` everything that only tracks a visitor: the query
 * parameters in `trackers` (lower case names; `utm_*` always) and fragments
 * known to track. Everything that may select content stays as it was spelled,
 * except `&amp;`. A text that is no web address comes back unchanged.
 */
export function cleanUrl(text: string, trackers: ReadonlySet<string>): string {
  const url = parseWebUrl(text.trim().replace(ESCAPED_AMPERSAND, "&"));
  if (!url) return text;
  const query = url.search === "" ? [] : url.search.slice(1).split("&");
  const others = query.filter((pair) => !isTracker(pair, trackers));
  if (others.length < query.length) url.search = others.length > 0 ? `?${others.join("&")}` : "";
  // An empty one, `#` alone, goes too.
  if (url.hash === "" || TRACKING_FRAGMENT.test(url.hash)) url.hash = "";
  if (url.hostname.endsWith(".")) url.hostname = url.hostname.replace(/\.+$/, "");
  return url.href;
}

/** One parameter at a time: writing all of `searchParams` back would spell the ones that stay anew. */
function isTracker(pair: string, trackers: ReadonlySet<string>): boolean {
  const [name = ""] = new URLSearchParams(`&${pair}`).keys();
  const lower = name.toLowerCase();
  return lower.startsWith("utm_") || trackers.has(lower);
}

/** Fragments that choose the page in sites that are one program: `#/story`, `#!story`. */
const ROUTING_FRAGMENT = /^#[/!]/;

/** The file that a server sends for its folder. */
const INDEX_FILE = /\/(?:index|default)\.(?:s?html?|php|aspx?|jsp|cfm)$/i;

/**
 * The key by which two cleaned addresses are the same page: no scheme, `www.`,
 * port of a scheme, name of an index file, closing slash or fragment that only
 * scrolls; each character of the path in one spelling, and the query in one order.
 */
export function urlKey(cleaned: string): string {
  const url = parseWebUrl(cleaned);
  if (!url) return cleaned;
  const route = ROUTING_FRAGMENT.test(url.hash) ? url.hash : "";
  const port = url.port === "" || url.port === "80" || url.port === "443" ? "" : `:${url.port}`;
  const path = onlySpelling(url.pathname)
    .replace(INDEX_FILE, "")
    .replace(/(?<!\/)\/+$/, "");
  return `${plainHost(url)}${port}${path}${queryKey(url)}${route}`;
}

/** A path with percent-encoding removed where that changes no meaning; the codes that stay are in upper case. */
function onlySpelling(path: string): string {
  if (!path.includes("%")) return path;
  const upper = path.replace(/%[0-9a-f]{2}/gi, (code) => code.toUpperCase());
  try {
    // Decoded, `%252F` would be `%2F`, which is another path.
    return decodeURI(upper.replaceAll("%25", "%2525"));
  } catch {
    return upper;
  }
}

/** Parameters by name; those of one name stay in their order, which may mean something. */
function queryKey({ search }: URL): string {
  if (search === "") return "";
  const query = new URLSearchParams(search.replace(ESCAPED_AMPERSAND, "&"));
  query.sort();
  return query.size === 0 ? "" : `?${query}`;
}

/** The host of an address in lower case, without `www.`; empty when it is no web address. */
export function hostOf(text: string): string {
  const url = parseWebUrl(text);
  return url ? plainHost(url) : "";
}

function plainHost(url: URL): string {
  return url.hostname.replace(/^www\.|\.+$/g, "");
}
