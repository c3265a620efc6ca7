/** Every reference leads to something that will be on the site. */
import { basename } from "node:path";
import type { Diagnostic, FieldPath } from "../../ingest/diagnostic.ts";
import { hostOf } from "../../lib/clean-url.ts";
import { toReadableHost } from "../../lib/host-name.ts";
import { didYouMean, nearest, onlySlip } from "../../lib/nearest.ts";
import { cutSlug, firstFree, isSlug, slugify } from "../../lib/slugify.ts";
import { offeringReferences } from "../../schemas/news.ts";
import { type EntityKind, entityKinds, nounOf } from "../../vocab/entity-kind.ts";
import { isReserved } from "../../vocab/paths.ts";
import type { Entry } from "../entries.ts";
import { findFileKind, interfaceFile, ONC_FACTS_FILE, REPORTED_FILE } from "../file-kind.ts";
import { entriesOf, error, findByHost, findInstitution, type RuleContext, warning } from "./rule.ts";

/** How many names are offered for one that is not there. */
const SUGGESTIONS = 3;

interface Reference {
  readonly from: Entry;
  readonly path: FieldPath;
  readonly kind: EntityKind;
  /** Slug, or full name for a topic. */
  readonly to: string;
  /** What an import knew about a missing offering. */
  readonly label?: string | undefined;
}

function* referencesOf(context: RuleContext): Generator<Reference> {
  const { topicsByName, bySlug } = context;
  for (const from of entriesOf(context.entries, "news")) {
    const { categories, offering, relatedOfferings, publisher, institution, sameStoryAs, notSameAs } = from.data;
    // Nearly all references of nearly all stories are valid, and no object is made for those.
    const isValid =
      categories.every((name) => isOnSite(topicsByName.get(name))) &&
      relatedOfferings.every(({ slug }) => isOnSite(bySlug.offering.get(slug))) &&
      (offering === undefined || isOnSite(bySlug.offering.get(offering.slug))) &&
      (institution === undefined || isOnSite(findInstitution(context, from.data))) &&
      (publisher === undefined || isOnSite(bySlug.organization.get(publisher))) &&
      [...sameStoryAs, ...notSameAs].every((slug) => slug !== from.slug && isOnSite(bySlug.news.get(slug)));
    if (isValid) continue;
    yield* toTopics(from, "categories", categories);
    for (const { path, slug, copy } of offeringReferences(from.data)) {
      yield { from, path, kind: "offering", to: slug, label: copy?.label };
    }
    if (institution) yield { from, path: ["institution"], kind: "organization", ...institution };
    if (publisher !== undefined) yield { from, path: ["publisher"], kind: "organization", to: publisher };
    for (const field of ["sameStoryAs", "notSameAs"] as const) {
      for (const [index, to] of from.data[field].entries()) yield { from, path: [field, index], kind: "news", to };
    }
  }
  for (const from of entriesOf(context.entries, "offering")) {
    yield { from, path: ["vendor"], kind: "organization", to: from.data.vendor };
    for (const field of ["successor", "product"] as const) {
      const to = from.data[field];
      if (to !== undefined) yield { from, path: [field], kind: "offering", to };
    }
    yield* toTopics(from, "topics", from.data.topics);
  }
  for (const from of entriesOf(context.entries, "topic")) {
    yield* toTopics(from, "sameAs", from.data.sameAs);
    yield* toTopics(from, "related", from.data.related);
    if (from.data.broader !== undefined) yield { from, path: ["broader"], kind: "topic", to: from.data.broader };
    for (const [index, to] of from.data.featured.entries())
      yield { from, path: ["featured", index], kind: "offering", to };
  }
}

function isOnSite(target: Entry | undefined): boolean {
  return target !== undefined && !target.data.draft;
}

function toTopics(from: Entry, field: string, names: readonly string[]): Reference[] {
  return names.map((to, index) => ({ from, path: [field, index], kind: "topic", to }));
}

export function* unknownReference(context: RuleContext) {
  // A removed topic may be named a thousand times. One more than is shown, because `from` is left out below.
  const known = new Map<string, { near: readonly string[]; meant: string | undefined }>();
  const suggest = (kind: EntityKind, to: string, index: ReadonlyMap<string, Entry>) => {
    const key = `${kind} ${to}`;
    const found = known.get(key) ?? {
      near: nearest(to, index.keys(), SUGGESTIONS + 1),
      meant: onlySlip(to, index.keys()),
    };
    known.set(key, found);
    return found;
  };
  const advise = toAdviser(context);
  for (const { from, path, kind, to, label } of referencesOf(context)) {
    const isName = kind === "topic" || (path[0] === "institution" && label === undefined && !isSlugOfOne(context, to));
    const byName = kind === "topic" ? context.topicsByName : context.organizationsByName;
    const index: ReadonlyMap<string, Entry> = isName ? byName : context.bySlug[kind];
    const target = index.get(to);
    if (target && target !== from && !target.data.draft) continue;
    const noun = nounOf(kind);
    if (!target) {
      const slug = isName ? cutSlug(slugify(to)) : to;
      const { folder } = entityKinds[kind];
      if (context.unread.has(`${folder}/${slug}.md`)) continue;
      const { near, meant } = suggest(kind, to, index);
      const offered = near.filter((name) => index.get(name) !== from).slice(0, SUGGESTIONS);
      const isOther = meant !== undefined && index.get(meant) !== from;
      yield error(from, path, {
        message: `There is no ${noun} '${to}'`,
        fix: didYouMean(offered) ?? advise(kind, to, slug, isName && kind !== "topic" ? to : label),
        ...(isOther && referenceEdit(path, meant, label, index.get(meant))),
      });
    } else if (target.data.draft && !from.data.draft) {
      yield error(from, path, {
        message: `The ${noun} '${to}' is a draft and will not be on the site`,
        fix: `Publish ${target.file}, or remove the reference`,
      });
    } else if (target === from) {
      yield error(from, path, { message: "The entry refers to itself", fix: "Remove the reference" });
    }
  }
}

/** An editor may write the slug of an institution or its name, which can look like a slug. */
function isSlugOfOne({ bySlug, organizationsByName }: RuleContext, to: string): boolean {
  return bySlug.organization.has(to) || (isSlug(to) && !organizationsByName.has(to));
}

/**
 * A file that can be written: an address of the site itself is none, and other names may have the slug already, in a
 * file or in the advice before this one.
 */
function toAdviser({ entries }: RuleContext) {
  const advised = new Map<string, string>();
  return (kind: EntityKind, to: string, slug: string, label: string | undefined): string => {
    if (!isSlug(slug) || isReserved(kind, slug)) {
      const meant = cutSlug(slugify(label ?? slug));
      return `Correct the reference: '${slug}' can be no slug${isSlug(meant) && meant !== slug ? `, '${meant}' could` : ""}`;
    }
    const { folder } = entityKinds[kind];
    const [namesake] = entriesOf(entries, kind).filter(({ file }) => file === `${folder}/${slug}.md`);
    if (namesake && kind !== "topic") return `Write '${namesake.slug}', which is the slug of ${namesake.file}`;
    const taken = new Set(entriesOf(entries, kind).flatMap((entry) => [entry.slug, basename(entry.file, ".md")]));
    const free = firstFree(slug, (one) => taken.has(one) || (advised.get(`${kind} ${one}`) ?? to) !== to);
    advised.set(`${kind} ${free}`, to);
    if (kind === "news") return "Write the slug of a story: the name of its file, without '.md'";
    return `Write content/${folder}/${free}.md${label ? ` with the name '${label}'` : ""}`;
  };
}

/** A copy names its target by path and by name. The path is corrected only where the name agrees. */
function referenceEdit(path: FieldPath, meant: string, label: string | undefined, target: Entry | undefined) {
  if (label === undefined) return { edit: { path, value: meant } };
  const isNamedSo = target && "name" in target.data && target.data.name === label;
  return isNamedSo ? { edit: { path: [...path, "permalink"], value: `/${target.kind}/${meant}` } } : {};
}

export function* unknownProduct(context: RuleContext) {
  if (context.unread.has(ONC_FACTS_FILE)) return;
  for (const entry of entriesOf(context.entries, "offering")) {
    for (const [index, name] of entry.data.oncProducts.entries()) {
      if (context.productNames.has(name)) continue;
      const near = nearest(name, context.productNames);
      yield error(entry, ["oncProducts", index], {
        message: `There is no product '${name}' in the ONC facts`,
        fix: didYouMean(near) ?? "Use the name in content/facts/onc-products.json",
      });
    }
  }
}

/** The folder of an interface's facts is named as its offering. */
export function* unknownInterface({ interfaces, bySlug, unread }: RuleContext): Generator<Omit<Diagnostic, "rule">> {
  // The missing offering may be in a file that could not be read.
  if ([...unread].some((file) => findFileKind(file) === "offering")) return;
  for (const { offering, name } of interfaces) {
    if (bySlug.offering.has(offering)) continue;
    const near = nearest(offering, bySlug.offering.keys());
    yield {
      severity: "error",
      file: interfaceFile(offering, name),
      path: [],
      message: `There is no offering '${offering}'`,
      fix: didYouMean(near) ?? "Name the folder as the slug of an offering, or delete it",
      at: { line: 1, column: 1 },
    };
  }
}

/** A report names its vendors as the ONC list names developers. */
export function* unknownDeveloper({ facts, reported, unread }: RuleContext): Generator<Omit<Diagnostic, "rule">> {
  if (unread.has(ONC_FACTS_FILE)) return;
  const developers = new Set(facts?.products.map(({ developer }) => developer));
  for (const [index, { vendor }] of (reported?.vendors ?? []).entries()) {
    if (developers.has(vendor)) continue;
    const near = nearest(vendor, developers);
    yield {
      severity: "warning",
      file: REPORTED_FILE,
      path: ["vendors", index, "vendor"],
      message: `No product in the ONC facts is by '${vendor}', so no page shows its addresses`,
      fix: didYouMean(near) ?? "Use the name in content/facts/onc-products.json, or remove the vendor",
      at: { line: 1, column: 1 },
    };
  }
}

export function* unknownPublisher(context: RuleContext) {
  for (const entry of entriesOf(context.entries, "news")) {
    const ownHost = hostOf(entry.data.url);
    if (entry.data.publisher !== undefined || findByHost(context, ownHost)) continue;
    const host = toReadableHost(ownHost);
    yield warning(entry, ["link"], {
      message: `No organization owns the host '${host}'`,
      fix: `Add '${host}' to the hosts of an organization, or state 'publisher'`,
    });
  }
}
