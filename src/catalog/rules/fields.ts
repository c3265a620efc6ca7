/** An entry agrees with itself, with the calendar, and with the files that it names. */

import { dirname } from "node:path/posix";
import type { Section } from "../../config/settings-schema.ts";
import type { Diagnostic } from "../../ingest/diagnostic.ts";
import { startOf } from "../../lib/partial-date.ts";
import { printableLine } from "../../lib/printable.ts";
import { cutSlug, slugify } from "../../lib/slugify.ts";
import { counted } from "../../lib/text.ts";
import { listAccessFacts } from "../../schemas/access-facts.ts";
import { offeringReferences } from "../../schemas/news.ts";
import type { EntityKind } from "../../vocab/entity-kind.ts";
import { folderOfStory, MOST_FILES_LISTED } from "../../vocab/news-folder.ts";
import { entityPath } from "../../vocab/paths.ts";
import { isWithheld } from "../../vocab/work-status.ts";
import { COPIED_FIELDS, DERIVED_FIELDS } from "../contradictions.ts";
import { interfaceFile } from "../file-kind.ts";
import { countOwnWords, isIndexedUnder, OWN_WORDS } from "../own-words.ts";
import { entriesOf, error, namesOf, type RuleContext, warning } from "./rule.ts";

export function* emptyItem({ entries }: RuleContext) {
  for (const entry of entriesOf(entries, "news")) {
    if (!entry.hasBody && entry.data.summary === undefined && entry.data.insights === undefined) {
      yield error(entry, [], {
        message: "The item has no text that its page shows: no body, no summary and no insights",
        fix: "Write a 'summary', or put an excerpt below the front matter",
        at: { line: 1, column: 1 },
      });
    }
  }
}

const SECTIONS = {
  news: "news",
  offering: "offerings",
  topic: "topics",
  organization: "organizations",
} as const satisfies Record<EntityKind, Section>;

/** An entry of a section that is off would be in lists and links of others, and have no page. */
export function* sectionOff({ entries, sectionsOff }: RuleContext) {
  for (const entry of entries) {
    const section = SECTIONS[entry.kind];
    if (entry.data.draft || !sectionsOff.includes(section)) continue;
    yield error(entry, [], {
      message: `The section '${section}' is off in the settings of this site`,
      fix: "Turn it on, or remove the file",
      at: { line: 1, column: 1 },
    });
  }
}

/** What the settings of the site ask of every story. */
export function* requiredHere({ entries, required }: RuleContext) {
  for (const entry of entriesOf(entries, "news")) {
    const { data } = entry;
    for (const field of required) {
      if (field === "author" ? data.authors.length > 0 : data[field] !== undefined) continue;
      yield error(entry, [], {
        message: `The story has no '${field}', which the settings of this site ask for`,
        fix: `Add '${field}' to the front matter`,
        at: { line: 1, column: 1 },
      });
    }
  }
}

/** Only where the indexing policy requires words of the curator's own. */
export function* fewOwnWords({ entries, indexing }: RuleContext) {
  for (const entry of entriesOf(entries, "news")) {
    const texts = { summary: entry.data.summary, insightsWords: entry.insightsWords };
    if (isIndexedUnder(indexing, texts)) continue;
    const words = countOwnWords(texts);
    const field = entry.data.summary === undefined ? "insights" : "summary";
    yield warning(entry, entry.data[field] === undefined ? [] : [field], {
      message: `Search engines are asked to leave the page out: ${counted(words, "word")} of its own in 'summary' and 'insights', where ${OWN_WORDS} are needed`,
      fix: `Write ${counted(OWN_WORDS - words, "more word")} of your own`,
      ...(entry.data[field] === undefined && { at: { line: 1, column: 1 } }),
    });
  }
}

export function* thinOffering({ entries }: RuleContext) {
  for (const entry of entriesOf(entries, "offering")) {
    const { summary, oncProducts, homepage, documentation } = entry.data;
    if (summary === undefined && !entry.hasBody && oncProducts.length === 0 && !homepage && !documentation) {
      yield warning(entry, ["name"], {
        message: "Nothing but a name is known of the offering",
        fix: "Add a 'summary' or a 'homepage'",
      });
    }
  }
}

export function* factWithoutSource({ entries }: RuleContext) {
  for (const entry of entriesOf(entries, "offering")) {
    for (const { name, fact } of listAccessFacts(entry.data)) {
      if (fact.source.length > 0) continue;
      yield warning(entry, [name], {
        message: `Nothing says where '${name}' was seen`,
        fix: "Put the value into 'value', and an address beside it into 'source'",
      });
    }
  }
}

export function* futureDate({ entries, interfaces, buildDate }: RuleContext): Generator<Omit<Diagnostic, "rule">> {
  for (const entry of entriesOf(entries, "news")) {
    const { date, published } = entry.data;
    if (date > buildDate) {
      yield warning(entry, ["date"], {
        message: `The day ${date} is in the future`,
        fix: "The item appears on that day; correct the date if that is not meant",
      });
    }
    if (published !== "unknown" && startOf(published) > buildDate && published !== date) {
      yield error(entry, ["published"], {
        message: `The source cannot have been published on ${published}, which is in the future`,
        fix: "Correct the date, or write 'unknown'",
      });
    }
  }
  for (const entry of entriesOf(entries, "offering")) {
    const { added } = entry.data;
    if (added !== undefined && added > buildDate) {
      yield warning(entry, ["added"], {
        message: `The offering cannot have been added on ${added}, which is in the future`,
        fix: "Write the day on which it entered the catalog, or remove the field",
      });
    }
    for (const { name, fact } of listAccessFacts(entry.data)) {
      if (fact.seen === undefined || startOf(fact.seen) <= buildDate) continue;
      yield warning(entry, [name, "seen"], {
        message: `The fact cannot have been seen on ${fact.seen}, which is in the future`,
        fix: "Write the day on which it was seen",
      });
    }
  }
  // One for each record: the changes of one reading have one day.
  for (const { offering, name, facts } of interfaces) {
    const days = [facts.seen, ...facts.changes.map(({ day }) => day)];
    const index = days.findIndex((day) => day > buildDate);
    if (index === -1) continue;
    yield {
      severity: "warning",
      file: interfaceFile(offering, name),
      path: index === 0 ? ["seen"] : ["changes", index - 1, "day"],
      message: `The document cannot have been read on ${days[index]}, which is in the future`,
      fix: "Write the day on which it was read",
      at: { line: 1, column: 1 },
    };
  }
}

export function* wrongNewsFolder({ entries }: RuleContext) {
  const news = entriesOf(entries, "news");
  const files = news.map(({ file }) => file);
  for (const entry of news) {
    const { date } = entry.data;
    const [, year, month = ""] = dirname(entry.file).split("/");
    const isInMonth = !/^\d\d$/.test(month) || month === date.slice(5, 7);
    if (year === date.slice(0, 4) && isInMonth) continue;
    yield warning(entry, ["date"], {
      message: `The item of ${date} lies in the folder '${dirname(entry.file)}'`,
      fix: `Move it to ${folderOfStory(date, files)}/`,
    });
  }
}

export function* crowdedFolder({ entries }: RuleContext) {
  const byFolder = Map.groupBy(entriesOf(entries, "news"), ({ file }) => dirname(file));
  for (const [folder, news] of byFolder) {
    const last = news.at(-1);
    if (!last || news.length <= MOST_FILES_LISTED) continue;
    yield warning(last, ["date"], {
      message: `${folder}/ has ${news.length} files, of which GitHub lists ${MOST_FILES_LISTED} at most`,
      fix: "Sort the stories into a folder for each month: npm run tidy -- --by month",
    });
  }
}

/** An import names images that it does not fetch: those are left to the editors' report. */
export function* missingImage({ entries, images }: RuleContext) {
  for (const entry of entriesOf(entries, "news")) {
    const { image, icon, importId } = entry.data;
    if (importId !== undefined) continue;
    for (const [field, file] of [
      ["featuredImage", image?.file],
      ["favIconImage", icon],
    ] as const) {
      if (file === undefined || images.has(file)) continue;
      yield warning(entry, [field], {
        message: `There is no file public/images/${file}`,
        fix: "Add the file, or remove the field; the page does without an image until then",
      });
    }
  }
}

/** Of imports too: a document is what readers come for, and an import that names one fetches it. */
export function* missingDocument({ entries, documents }: RuleContext) {
  for (const entry of entriesOf(entries, "news")) {
    const { document } = entry.data;
    if (document === undefined) continue;
    const facts = documents.get(document);
    if (facts?.isPdf) continue;
    yield warning(entry, ["featuredPdf"], {
      message: facts
        ? `The file public/documents/${document} is no PDF`
        : `There is no file public/documents/${document}`,
      fix: `${facts ? "Put a PDF in its place" : "Add the file"}, or remove the field; the page does without a link to it until then`,
    });
  }
}

/** A story that is published although its work package says not to publish it. */
export function* withheldStory({ entries }: RuleContext) {
  for (const entry of entriesOf(entries, "news")) {
    const { status, draft } = entry.data;
    if (status === undefined || draft || !isWithheld(status)) continue;
    yield warning(entry, ["status"], {
      message: `The work package is '${printableLine(status, 40)}', and the story is published`,
      fix: "Write 'draft: true' to keep it off the site, or remove the status",
    });
  }
}

/** Of its copies an entry has only those that contradict it; see `withoutCopies`. */
export function* derivedDrift({ entries, topicsByName }: RuleContext) {
  for (const entry of entriesOf(entries, "news")) {
    const { categories, url, derived } = entry.data;
    for (const { key, path, toItem } of DERIVED_FIELDS) {
      if (derived[key] === undefined) continue;
      const value = categories.map(toItem);
      // From categories that are wrong themselves nothing can be derived.
      const isDerivable = categories.every((name) => topicsByName.has(name));
      yield warning(entry, path, {
        message: "The derived field contradicts 'categories'",
        fix: `Write ${JSON.stringify(value)}, or remove the field`,
        ...(isDerivable && { edit: { path, value } }),
      });
    }
    for (const { key, path } of COPIED_FIELDS) {
      if (derived[key] === undefined) continue;
      yield warning(entry, path, {
        message: "The copy of the link leads elsewhere than 'link'",
        fix: `Write '${url}', or remove the field`,
      });
    }
  }
}

/** A copy may know fewer topics than the offering has now; it may not contradict it. */
export function* offeringDrift({ entries, bySlug }: RuleContext) {
  for (const entry of entriesOf(entries, "news")) {
    for (const { path: place, slug, copy } of offeringReferences(entry.data)) {
      const offering = bySlug.offering.get(slug);
      if (!copy || !offering) continue;
      const { name, formerly, topics, offeringId } = offering.data;
      const path = (field: string) => [...place, field];
      const isNamedSo = copy.label === name || formerly.includes(copy.label);
      const isNumberedSo = copy.offeringId !== undefined && copy.offeringId === offeringId;
      if (!isNamedSo) {
        yield warning(entry, path("label"), {
          message: `The offering is called '${name}' in ${offering.file}`,
          fix: `Write '${name}'`,
          // If path and number agree, the name is wrong; without a number, the path may be.
          ...(isNumberedSo && { edit: { path: path("label"), value: name } }),
        });
      }
      if (copy.offeringId !== undefined && offeringId !== undefined && !isNumberedSo) {
        yield warning(entry, path("offeringId"), {
          message: `The offering has the number ${offeringId} in ${offering.file}`,
          fix: `Write ${offeringId}`,
          ...(isNamedSo && { edit: { path: path("offeringId"), value: offeringId } }),
        });
      }
      const gone = (copy.categories ?? []).filter((topic) => !topics.includes(topic));
      if (gone.length > 0) {
        yield warning(entry, path("categories"), {
          message: `The offering is not filed under ${gone.map((topic) => `'${topic}'`).join(", ")} in ${offering.file}`,
          fix: "Remove the topic here, or add it to the offering",
        });
      }
    }
  }
}

/** The same of the organization that a copy names. */
export function* institutionDrift({ entries, bySlug }: RuleContext) {
  for (const entry of entriesOf(entries, "news")) {
    const { to, label } = entry.data.institution ?? {};
    if (to === undefined || label === undefined) continue;
    const organization = bySlug.organization.get(to);
    if (!organization || namesOf(organization).includes(label)) continue;
    yield warning(entry, ["institution", "label"], {
      message: `The organization is called '${organization.data.name}' in ${organization.file}`,
      fix: `Write '${organization.data.name}'`,
    });
  }
}

/**
 * A topic's file should have the slug made from its name, since another one misleads. If several names make the same
 * slug, as `C++` and `C#` do, one topic must have it and the others may have any.
 */
export function* topicSlug({ entries }: RuleContext) {
  const topics = entriesOf(entries, "topic").map((entry) => ({ entry, expected: cutSlug(slugify(entry.data.name)) }));
  const owned = new Set(topics.flatMap(({ entry, expected }) => (entry.slug === expected ? [expected] : [])));
  for (const { entry, expected } of topics) {
    const isMoved = entry.data.aliases.includes(entityPath("topic", expected));
    if (expected === "" || isMoved || owned.has(expected)) continue;
    owned.add(expected);
    yield warning(entry, ["name"], {
      message: `The topic '${entry.data.name}' has the slug '${entry.slug}'`,
      fix: `Name the file '${expected}.md'; links made from the name expect it`,
    });
  }
}
