/** Every outbound link that the site's pages offer for itself, once each, with the places that use it. */
import type { Catalog } from "../../catalog/graph.ts";
import { byText } from "../../lib/order.ts";
import { type AccessField, type Fact, isAddress, listAccessFacts } from "../../schemas/access-facts.ts";

/** Fields of offerings and organizations that hold an address. */
export const LINK_FIELDS = ["homepage", "documentation", "repository"] as const;

export interface LinkUse {
  readonly url: string;
  /** Content file that has it. */
  readonly file: string;
  /** `link`, `homepage`, `sandbox` … */
  readonly field: string;
}

export interface OutboundLink {
  readonly url: string;
  readonly uses: readonly LinkUse[];
}

/** What a fact leads readers to; its source is a record of where it was seen. */
function addressesOf(name: AccessField, { value, address }: Fact): string[] {
  const values = [value].flat().flatMap((one) => {
    if (typeof one === "string") return isAddress(name) ? one : [];
    return "repository" in one && one.repository !== undefined ? one.repository : [];
  });
  return address === undefined ? values : [address, ...values];
}

/** Sources of stories and who pointed to them, and the links of offerings and organizations; not evidence, which is a record of what was seen. */
export function collectLinks({ news, offerings, organizations }: Catalog): readonly OutboundLink[] {
  const uses: LinkUse[] = [
    ...news.map(({ url, file }): LinkUse => ({ url, file, field: "link" })),
    ...news.flatMap(({ via, file }): LinkUse[] =>
      via?.link === undefined ? [] : [{ url: via.link, file, field: "via" }],
    ),
    ...[...offerings, ...organizations].flatMap((entity) =>
      LINK_FIELDS.flatMap((field): LinkUse[] => {
        const url = field in entity ? (entity as Partial<Record<typeof field, string>>)[field] : undefined;
        return url === undefined ? [] : [{ url, file: entity.file, field }];
      }),
    ),
    ...offerings.flatMap(({ access, file }) =>
      listAccessFacts(access).flatMap(({ name, fact }) =>
        addressesOf(name, fact).map((url) => ({ url, file, field: name })),
      ),
    ),
  ];
  return [...Map.groupBy(uses, ({ url }) => url)]
    .map(([url, group]) => ({ url, uses: group }))
    .sort((a, b) => byText(a.url, b.url));
}
