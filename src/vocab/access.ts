/** How a developer gets to an interface and what it serves: the closed lists that the catalog filters by, in display order. */
import { keysOf, type Term } from "./vocab.ts";

export const authentications = {
  none: { label: "None", slug: "none" },
  "API key": { label: "API key", slug: "api-key" },
  "HTTP Basic": { label: "HTTP Basic", slug: "http-basic" },
  "bearer token": { label: "Bearer token", slug: "bearer-token" },
  "OAuth 2.0": { label: "OAuth 2.0", slug: "oauth-2-0" },
  "OAuth 2.0 authorization code": { label: "OAuth 2.0 authorization code", slug: "oauth-2-0-authorization-code" },
  "OAuth 2.0 client credentials": { label: "OAuth 2.0 client credentials", slug: "oauth-2-0-client-credentials" },
  PKCE: { label: "PKCE", slug: "pkce" },
  "OpenID Connect": { label: "OpenID Connect", slug: "openid-connect" },
  "SMART app launch": { label: "SMART app launch", slug: "smart-app-launch" },
  "SMART backend services": { label: "SMART backend services", slug: "smart-backend-services" },
  "signed JWT": { label: "Signed JWT", slug: "signed-jwt" },
  "mutual TLS": { label: "Mutual TLS", slug: "mutual-tls" },
  SAML: { label: "SAML", slug: "saml" },
  "cloud account": { label: "Cloud account", slug: "cloud-account" },
  "permission on the device": { label: "Permission on the device", slug: "permission-on-the-device" },
} as const satisfies Record<string, Term>;

/** What stands between a developer and a key. From the easiest to the hardest, which is how they sort. */
export const registrations = {
  open: { label: "None needed", slug: "open" },
  "self-serve": { label: "Self-service", slug: "self-serve" },
  approval: { label: "By approval", slug: "approval" },
  contract: { label: "By contract", slug: "contract" },
} as const satisfies Record<string, Term>;

/** From the cheapest, as far as that can be said, which is how they sort. */
export const pricings = {
  free: { label: "Free", slug: "free" },
  "free tier": { label: "Free tier", slug: "free-tier" },
  usage: { label: "By usage", slug: "usage" },
  contract: { label: "By contract", slug: "contract" },
  "not public": { label: "Not public", slug: "not-public" },
} as const satisfies Record<string, Term>;

export const sandboxes = {
  available: { label: "Available", slug: "available" },
  none: { label: "None", slug: "none" },
} as const satisfies Record<string, Term>;

export const regions = {
  worldwide: { label: "Worldwide", slug: "worldwide" },
  "United States": { label: "United States", slug: "united-states" },
  "United Kingdom": { label: "United Kingdom", slug: "united-kingdom" },
  "European Union": { label: "European Union", slug: "european-union" },
  Australia: { label: "Australia", slug: "australia" },
  Canada: { label: "Canada", slug: "canada" },
  India: { label: "India", slug: "india" },
  Japan: { label: "Japan", slug: "japan" },
  "South Africa": { label: "South Africa", slug: "south-africa" },
  "South Korea": { label: "South Korea", slug: "south-korea" },
} as const satisfies Record<string, Term>;

export const authenticationKeys = keysOf(authentications);
export const registrationKeys = keysOf(registrations);
export const pricingKeys = keysOf(pricings);
export const sandboxKeys = keysOf(sandboxes);
export const regionKeys = keysOf(regions);
