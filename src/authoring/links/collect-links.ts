/** Every outbound link that the site's pages offer for itself, once each, with the places that use it. */
import type { Catalog } from "../../catalog/graph.ts";
import { byText } from "../../lib/order.ts";

/** Fields of offerings and organizations that hold an address. */
export const LINK_FIELDS = ["homepage", "documentation", "repository"] as const;

export interface LinkUse {
  readonly url: string;
  /** Content file that has it. */
  readonly file: string;
  readonly field: "link" | (typeof LINK_FIELDS)[number];
}

export interface OutboundLink {
  readonly url: string;
  readonly uses: readonly LinkUse[];
}

/** Sources of stories, and the links of offerings and organizations; not evidence, which is a record of what was seen. */
export function collectLinks({ news, offerings, organizations }: Catalog): readonly OutboundLink[] {
  const uses: LinkUse[] = [
    ...news.map(({ url, file }): LinkUse => ({ url, file, field: "link" })),
    ...[...offerings, ...organizations].flatMap((entity) =>
      LINK_FIELDS.flatMap((field): LinkUse[] => {
        const url = field in entity ? (entity as Partial<Record<typeof field, string>>)[field] : undefined;
        return url === undefined ? [] : [{ url, file: entity.file, field }];
      }),
    ),
  ];
  return [...Map.groupBy(uses, ({ url }) => url)]
    .map(([url, group]) => ({ url, uses: group }))
    .sort((a, b) => byText(a.url, b.url));
}
