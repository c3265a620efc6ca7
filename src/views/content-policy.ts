/**
 * The content security policy of every page, which the layout writes behind the charset: browsers apply it only to what
 * follows. Scripts and styles fall back to `default-src`, so that nothing inline runs, whatever its hash.
 */
export const pagePolicy = "default-src 'self'; base-uri 'none'; form-action 'self'; object-src 'none'";
