/**
 * The content security policy of every page, right after the charset: browsers apply it only to what follows. Scripts
 * and styles fall back to `default-src`, so that none runs from within a page, and so do workers and the manifest. The
 * service worker itself has no policy but the header that its script is sent with, and asks the site alone.
 *
 * In development a component that throws is shown on a page of its own, without a policy. A style sheet or script that
 * cannot be compiled is shown over the open page, which refuses the styles of that message; the terminal has it too.
 * Vite would take a nonce for them, but Astro's message, which replaces Vite's, has none.
 *
 * `engineAddress` is that of the search engine which scripts ask, where it is not the built-in one.
 */
export function buildPagePolicy(engineAddress?: string): string {
  const connect = engineAddress === undefined ? [] : [`connect-src 'self' ${new URL(engineAddress).origin}`];
  return ["default-src 'self'", ...connect, "base-uri 'none'", "form-action 'self'", "object-src 'none'"].join("; ");
}
