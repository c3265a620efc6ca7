/** Asks a person at the terminal to decide on a proposal. Stopping at any question writes nothing. */
import { type Choice, type Prompter, stopped, terminal } from "../../cli/prompter.ts";
import { parseWebUrl } from "../../lib/clean-url.ts";
import { isPartialDate } from "../../lib/partial-date.ts";
import { squeeze } from "../../lib/text.ts";
import { promptForType } from "../new/prompts.ts";
import { toAddress, toLanguage } from "./clean-fields.ts";
import type { CurationContext } from "./context.ts";
import { assertTopics, type Decision, DuplicateError, type Overrides, type Proposal, statedFields } from "./curate.ts";
import { findDuplicate } from "./duplicates.ts";
import { formatFields } from "./format-curation.ts";
import type { Suggested } from "./page-words.ts";
import { isSane } from "./read-date.ts";
import { type OrganizationProposal, suggestPublisher } from "./suggest-publisher.ts";

/** Throws an `InputError` when the person stops. */
export async function promptForDecision(
  proposal: Proposal,
  context: CurationContext,
  overrides: Overrides,
  prompter: Prompter = terminal,
): Promise<Decision> {
  const { extraction, offerings } = proposal;
  assertTopics(overrides.topics ?? [], context);
  const { fields, problem } = extraction;
  if (problem !== undefined) prompter.tell("Not read", problem);
  prompter.tell("Read from the page", formatFields(proposal));
  await settleDuplicate(proposal.duplicate, prompter);
  const stated = statedFields(proposal, context);
  const title = await prompter.text({
    message: "Title, as the source has it",
    initialValue: fields.title?.value ?? "",
    validate: (value = "") => (squeeze(value) === "" ? "A story has a title" : undefined),
  });
  const address = await prompter.text({
    message: "Address of the story",
    initialValue: stated.url,
    validate: (value = "") => (parseWebUrl(value.trim()) ? undefined : "Write an address that begins with https://"),
  });
  const url = toAddress(address, address) ?? stated.url;
  if (url !== stated.url) {
    const story = { url, title, published: fields.published?.value };
    await settleDuplicate(findDuplicate(story, context.stories), prompter);
  }
  const authors = await prompter.text({
    message: "Authors, with a semicolon between two; empty where none is named",
    initialValue: stated.authors.join("; "),
  });
  const language = await prompter.text({
    message: "Language as a code, such as en or de; empty where it is not known",
    initialValue: stated.language ?? "",
    validate: (value = "") =>
      value.trim() === "" || toLanguage(value) !== undefined ? undefined : "Write a code such as en, de or pt-BR",
  });
  const published = await prompter.text({
    message: "Published (2024, 2024-05, 2024-05-17, or unknown)",
    initialValue: stated.published ?? "unknown",
    validate: (value = "") =>
      value === "unknown" || (isPartialDate(value) && isSane(value, context.buildDate))
        ? undefined
        : "Write a date that has been, or unknown",
  });
  const names = await promptForTopics(proposal, context, overrides.topics ?? [], prompter);
  const slugs =
    offerings.length === 0
      ? []
      : await prompter.tick(
          "Offerings that the story is about",
          offerings.map((offering) => toChoice(offering.entity.slug, offering)),
          offerings.map(({ entity }) => entity.slug),
          false,
        );
  const summary = await prompter.text({
    message: "Summary in your own words, one to three sentences",
    initialValue: overrides.summary ?? "",
    placeholder: fields.description ? "Empty: the page’s own description is quoted" : "",
    validate: (value = "") =>
      squeeze(value) === "" && !fields.description
        ? "The page has no description, so the story needs a summary"
        : undefined,
  });
  const wantsImage =
    fields.image !== undefined && (await prompter.confirm(`Fetch and store the picture ${fields.image.value}?`, false));
  const publisher = await promptForPublisher(
    url === stated.url
      ? proposal.publisher
      : suggestPublisher({ url, publisher: fields.publisher?.value }, context.catalog),
    prompter,
  );
  const isUnchanged = published === stated.published;
  return {
    curation: {
      ...stated,
      title: squeeze(title),
      url,
      authors: authors
        .split(";")
        .map(squeeze)
        .filter((name) => name !== ""),
      language: toLanguage(language),
      published,
      publishedBasis: published === "unknown" ? undefined : isUnchanged ? stated.publishedBasis : "page",
      publisher: publisher.slug,
      topics: names,
      offerings: slugs,
      summary: squeeze(summary) || undefined,
    },
    wantsImage,
    organization: publisher.organization,
  };
}

/** Shows the file and asks whether to write it. */
export async function confirmWrite(file: string, text: string, prompter: Prompter = terminal): Promise<boolean> {
  prompter.tell(file, text.trimEnd());
  return prompter.confirm("Write it?");
}

/** Throws where the story is curated already, or a person thinks so. */
async function settleDuplicate(duplicate: Proposal["duplicate"], prompter: Prompter): Promise<void> {
  if (duplicate === undefined) return;
  if (duplicate.kind === "address") throw new DuplicateError(duplicate);
  const { of, reason } = duplicate;
  if (!(await prompter.confirm(`Curated already in ${of.file}: ${reason}. Go on all the same?`, false)))
    throw stopped();
}

/** Offers all topics: the suggested ones first, then those that are near, both with their reasons. */
async function promptForTopics(
  { topics: suggested, nearTopics }: Proposal,
  { catalog }: CurationContext,
  given: readonly string[],
  prompter: Prompter,
): Promise<readonly string[]> {
  const first = [...suggested, ...nearTopics].map((topic) => toChoice(topic.entity.name, topic));
  const names = new Set(first.map(({ value }) => value));
  const ticked = given.length > 0 ? given : suggested.map(({ entity }) => entity.name);
  const others = catalog.topics
    .filter(({ name }) => !names.has(name))
    .map(({ name }): Choice => ({ value: name, label: name }));
  return prompter.tick("Topics", [...first, ...others], ticked, true);
}

function toChoice(value: string, { entity, reason }: Suggested<{ readonly name: string }>): Choice {
  return { value, label: entity.name, hint: reason };
}

async function promptForPublisher(
  publisher: Proposal["publisher"],
  prompter: Prompter,
): Promise<{ slug?: string; organization?: OrganizationProposal }> {
  if (publisher.kind === "known") {
    const { organization, ownsHost, reason } = publisher;
    if (ownsHost) return {};
    return (await prompter.confirm(`Published by ${organization.name}? It ${reason}.`))
      ? { slug: organization.slug }
      : {};
  }
  const { proposal, reason } = publisher;
  const name = await prompter.text({
    message: `New publisher, since ${reason}: its usual name, or nothing to leave it out`,
    initialValue: proposal.name,
  });
  if (squeeze(name) === "") return {};
  const type = await promptForType(proposal.type, prompter);
  return { organization: { ...proposal, name: squeeze(name), type } };
}
