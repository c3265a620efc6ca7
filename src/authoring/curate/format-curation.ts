/** Formats a proposal and a written curation for a person: each field with its source, each suggestion with its reason. */
import { cutAtWord } from "../../lib/text.ts";
import type { Proposal, Written } from "./curate.ts";

export function formatFields({ extraction: { fields }, publisher }: Proposal): string {
  const { title, authors, published, description, image, language, url } = fields;
  const rows: [name: string, value: string | undefined, source: string | undefined][] = [
    ["title", title?.value, title?.source],
    ["authors", authors?.value.join(", "), authors?.source],
    ["published", published?.value, published && `${published.source}: ${published.stated}`],
    ["description", description && cutAtWord(description.value, 160), description?.source],
    ["image", image?.value, image?.source],
    ["publisher", publisher.kind === "known" ? publisher.organization.name : publisher.proposal.name, publisher.reason],
    ["address", url.value, url.source],
    ["language", language?.value, language?.source],
  ];
  return rows
    .map(([name, value, source]) => `${name.padEnd(12)}${value ?? "–"}${source ? `  (${source})` : ""}`)
    .join("\n");
}

/** Why each topic and offering is suggested, for a program that reads the outcome. */
export function reasonsOf({ topics, offerings }: Proposal) {
  return {
    topics: topics.map(({ entity, reason }) => ({ name: entity.name, reason })),
    offerings: offerings.map(({ entity, reason }) => ({ slug: entity.slug, reason })),
  };
}

/** What was written, and what was suggested for which reason, for a person. */
export function formatWritten({ file, text, image, notes }: Written, proposal: Proposal, isDryRun: boolean): string {
  const { topics, offerings } = reasonsOf(proposal);
  const head = isDryRun ? [`Would write ${file}:`, "", text.trimEnd()] : [`Written: ${file}`];
  return [
    ...head,
    ...(image === undefined ? [] : [`Picture: ${image}`]),
    "",
    formatFields(proposal),
    "",
    ...topics.map(({ name, reason }) => `Suggested topic ${name}, since ${reason}`),
    ...offerings.map(({ slug, reason }) => `Suggested offering ${slug}, since ${reason}`),
    ...notes,
  ].join("\n");
}
