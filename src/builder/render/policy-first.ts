/** The policy of a page stands before everything that it should judge. */

const CHARSET = '<meta charset="utf-8">';
const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/;

/**
 * Astro prints the policy at the end of the head, and a browser holds to it
 * only what comes after. It goes behind the encoding, which must stand within
 * the first thousand bytes. A page without either is left as it is.
 */
export function withPolicyFirst(html: string): string {
  const policy = POLICY.exec(html);
  const start = html.indexOf(CHARSET) + CHARSET.length;
  if (!policy || start < CHARSET.length || policy.index < start) return html;
  const after = policy.index + policy[0].length;
  return html.slice(0, start) + policy[0] + html.slice(start, policy.index) + html.slice(after);
}
