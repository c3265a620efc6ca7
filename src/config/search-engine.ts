/** Which search engine answers the search of the site: the built-in one, or another that is asked from the browser. */
import { z } from "zod";

/** The engines that the search can be exported to and ask. */
export const engineNames = ["opensearch", "typesense", "meilisearch"] as const;
export type EngineName = (typeof engineNames)[number];

/** Names that all three engines take, with room for the digest that an export adds. */
export const indexName = z
  .string()
  .regex(/^[a-z\d][a-z\d_-]{0,63}$/, "must be at most 64 small letters, digits, - and _, as curalog");

const engineFields = {
  address: z
    .string()
    .refine(isEngineAddress, "must be an https address without a path, as https://search.example.org, and not of IPv6")
    .describe("Where browsers reach the engine; plain http is for this machine alone, and no address is of IPv6."),
  index: indexName.describe("The alias of the exported index, as in --name of `npm run export:search`."),
  key: z
    .string()
    .regex(/^[\x21-\x7e]{1,512}$/, "must be a key without spaces")
    .optional()
    .describe(
      "A key that may only search this index. Every reader can see it. For OpenSearch name:password of such a user. Absent where the engine wants none.",
    ),
};

/** The setting `search`. */
export const SearchEngineSettingsSchema = z.discriminatedUnion(
  "engine",
  [
    z.strictObject({ engine: z.literal("builtin") }),
    ...engineNames.map((name) => z.strictObject({ engine: z.literal(name), ...engineFields })),
  ],
  { error: `must be one of: builtin, ${engineNames.join(", ")}` },
);

export type SearchEngineSettings = z.output<typeof SearchEngineSettingsSchema>;

/** Another engine than the built-in one. */
export type OtherEngine = Extract<SearchEngineSettings, { engine: EngineName }>;

function isEngineAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.href !== `${url.origin}/`) return false;
  // A content security policy cannot name an address of IPv6, so browsers would refuse to connect.
  if (url.hostname.startsWith("[")) return false;
  return url.protocol === "https:" || (url.protocol === "http:" && /^(?:localhost|127\.0\.0\.1)$/.test(url.hostname));
}
