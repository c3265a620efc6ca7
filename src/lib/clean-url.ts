const DEFAULT_PORTS: Readonly<Record<string, string>> = { "http:": "80", "https:": "443" };

/** Fragments that only track: AddThis (`#.YWhSbhrMJPY`), XiTi, campaign pairs, and text highlights. */
const TRACKING_FRAGMENT = /^#(?:\.[\w-]+|xtor=.*|utm_.*|:~:text=.*|ftag=.*|Echobox=.*)$/i;

/** A web address, or undefined: http or https, with a host, without credentials. */
export function parseWebUrl(text: string): URL | undefined {
  if (!URL.canParse(text)) return undefined;
  const url = new URL(text);
  const isWeb = url.protocol === "https:" || url.protocol === "http:";
  return isWeb && url.hostname !== "" && url.username === "" && url.password === "" ? url : undefined;
}

/**
 * Removes from `text` everything that only tracks a visitor: the query
 * parameters in `trackers` (lower case names; `utm_*` always) and fragments
 * known to track. Everything that may select content stays. A text that is no
 * web address comes back unchanged.
 */
export function cleanUrl(text: string, trackers: ReadonlySet<string>): string {
  const url = parseWebUrl(text.trim());
  if (!url) return text;
  for (const name of [...url.searchParams.keys()]) {
    const lower = name.toLowerCase();
    if (lower.startsWith("utm_") || trackers.has(lower)) url.searchParams.delete(name);
  }
  if (TRACKING_FRAGMENT.test(url.hash)) url.hash = "";
  if (url.port === DEFAULT_PORTS[url.protocol]) url.port = "";
  url.hostname = url.hostname.replace(/\.$/, "");
  return url.href;
}

/** The key by which two cleaned addresses are the same page: no scheme, `www.`, closing slash or fragment. */
export function urlKey(cleaned: string): string {
  const url = parseWebUrl(cleaned);
  if (!url) return cleaned;
  return `${hostOf(cleaned)}${url.pathname.replace(/\/+$/, "")}${url.search}`;
}

/** The host of an address in lower case, without `www.`; empty when it is no web address. */
export function hostOf(text: string): string {
  return (
    parseWebUrl(text)
      ?.hostname.toLowerCase()
      .replace(/^www\./, "")
      .replace(/\.$/, "") ?? ""
  );
}
