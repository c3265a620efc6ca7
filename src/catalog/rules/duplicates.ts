/** No two entries claim the same slug, name, number, source, host or former path. */
import { urlKey } from "../../lib/clean-url.ts";
import { toReadableHost } from "../../lib/host-name.ts";
import { entityKindKeys } from "../../vocab/entity-kind.ts";
import { entityPath, isSitePath } from "../../vocab/paths.ts";
import type { Entry } from "../entries.ts";
import { entriesOf, error, type RuleContext } from "./rule.ts";

/** Every entry whose key an earlier one has, with the first of that key: all of one key together. */
function* laterOf<T extends Entry>(
  entries: readonly T[],
  key: (entry: T) => string,
): Generator<readonly [later: T, first: T]> {
  const firsts = new Map<string, T>();
  const later = new Map<T, T[]>();
  for (const entry of entries) {
    const name = key(entry);
    const first = firsts.get(name);
    if (first === undefined) firsts.set(name, entry);
    else if (later.get(first)?.push(entry) === undefined) later.set(first, [entry]);
  }
  if (later.size === 0) return;
  for (const first of entries) for (const entry of later.get(first) ?? []) yield [entry, first];
}

export function* duplicateSlug({ entries }: RuleContext) {
  for (const kind of entityKindKeys) {
    for (const [entry, first] of laterOf(entriesOf(entries, kind), ({ slug }) => slug.toLowerCase())) {
      const clash = entry.slug === first.slug ? "is also the slug of" : "differs only by case from the slug of";
      yield error(entry, entry.data.slug === undefined ? [] : ["slug"], {
        message: `The slug '${entry.slug}' ${clash} ${first.file}`,
        fix: "Rename the newer file, or give it a 'slug' of its own",
      });
    }
  }
}

export function* duplicateTopic({ entries }: RuleContext) {
  for (const [entry, first] of laterOf(entriesOf(entries, "topic"), ({ data }) => data.name.toLowerCase())) {
    yield error(entry, ["name"], {
      message: `The topic '${entry.data.name}' stands in ${first.file} too`,
      fix: "Keep one of the two files",
    });
  }
}

export function* duplicateId({ entries }: RuleContext) {
  const imported = entriesOf(entries, "news").filter(({ data }) => data.importId !== undefined);
  for (const [entry, first] of laterOf(imported, ({ data }) => String(data.importId))) {
    yield error(entry, ["id"], {
      message: `The work package ${entry.data.importId} is imported in ${first.file} too`,
      fix: "Keep one of the two files",
    });
  }
  const numbered = entriesOf(entries, "offering").filter(({ data }) => data.offeringId !== undefined);
  for (const [entry, first] of laterOf(numbered, ({ data }) => String(data.offeringId))) {
    yield error(entry, ["offeringId"], {
      message: `The offering number ${entry.data.offeringId} belongs to ${first.file} too`,
      fix: "Correct the number in one of the two files",
    });
  }
}

export function* duplicateSource({ entries }: RuleContext) {
  for (const [entry, first] of laterOf(entriesOf(entries, "news"), ({ data }) => urlKey(data.url))) {
    yield error(entry, ["link"], {
      message: `The source ${entry.data.url} is curated in ${first.file} too`,
      fix: "Keep one of the two; give it the other's path as an alias",
    });
  }
}

export function* duplicateHost({ entries, organizationsByHost }: RuleContext) {
  for (const entry of entriesOf(entries, "organization")) {
    for (const [index, host] of entry.data.hosts.entries()) {
      const owner = organizationsByHost.get(host);
      if (owner && owner !== entry) {
        yield error(entry, ["hosts", index], {
          message: `The host '${toReadableHost(host)}' belongs to ${owner.file} too`,
          fix: "Keep it in one of the two",
        });
      }
    }
  }
}

/** An alias leads straight to its entity, so there is no chain; what is left is a page in the way, a loop or a rival. */
export function* aliasConflict({ entries }: RuleContext) {
  const wanted = new Set(entries.flatMap(({ data }) => data.aliases.map((alias) => alias.toLowerCase())));
  if (wanted.size === 0) return;
  const live = new Map<string, Entry>();
  for (const entry of entries) {
    const path = entityPath(entry.kind, entry.slug).toLowerCase();
    if (wanted.has(path)) live.set(path, entry);
  }
  const claimed = new Map<string, Entry>();
  for (const entry of entries) {
    for (const [index, alias] of entry.data.aliases.entries()) {
      const path = ["aliases", index];
      const key = alias.toLowerCase();
      const page = live.get(key);
      const rival = claimed.get(key);
      if (page === entry) {
        yield error(entry, path, {
          message: `The alias '${alias}' is the page itself: a loop`,
          fix: "Remove the alias",
        });
      } else if (page || isSitePath(key)) {
        yield error(entry, path, {
          message: `The alias '${alias}' is the address of ${page?.file ?? "a page of the site"}`,
          fix: "Remove the alias",
        });
      } else if (rival) {
        yield error(entry, path, {
          message: `The alias '${alias}' stands in ${rival.file} too`,
          fix: "Keep it in one place",
        });
      } else claimed.set(key, entry);
    }
  }
}
