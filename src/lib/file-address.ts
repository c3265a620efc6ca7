/** GitHub shows a file within a page, and has the file itself at another host, to which `/raw/` redirects. Any other address stays as it is. */
export function toFileAddress(address: string): string {
  return address.replace(
    /^https:\/\/github\.com\/([^/]+\/[^/]+)\/(?:blob|raw)\//,
    "https://raw.githubusercontent.com/$1/",
  );
}
