import { keysOf, type Term } from "./vocab.ts";

/** What an organization is, in display order. */
export const organizationTypes = {
  vendor: { label: "Vendor", slug: "vendor" },
  government: { label: "Government", slug: "government" },
  news: { label: "News", slug: "news" },
  journal: { label: "Journal", slug: "journal" },
  preprint: { label: "Preprint server", slug: "preprint" },
  research: { label: "Research", slug: "research" },
  nonprofit: { label: "Non-profit", slug: "nonprofit" },
  community: { label: "Community", slug: "community" },
  association: { label: "Association", slug: "association" },
  law: { label: "Law", slug: "law" },
  blog: { label: "Blog", slug: "blog" },
  repost: { label: "Reposts and document sharing", slug: "repost" },
} as const satisfies Record<string, Term>;

export type OrganizationType = keyof typeof organizationTypes;
export const organizationTypeKeys = keysOf(organizationTypes);
