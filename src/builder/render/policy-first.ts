const CHARSET = '<meta charset="utf-8">';
const POLICY = /<meta http-equiv="content-security-policy"[^>]*>/;

/**
 * Moves the content security policy to the start of the head. Astro writes it
 * at the end, and browsers apply it only to what follows. It goes after the
 * charset, which must be within the first 1,024 bytes.
 */
export function withPolicyFirst(html: string): string {
  const policy = POLICY.exec(html);
  const start = html.indexOf(CHARSET) + CHARSET.length;
  if (!policy || start < CHARSET.length || policy.index < start) return html;
  const after = policy.index + policy[0].length;
  return html.slice(0, start) + policy[0] + html.slice(start, policy.index) + html.slice(after);
}
