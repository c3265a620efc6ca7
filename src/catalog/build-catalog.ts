/** Entries become one immutable graph resolved in both directions, or all that is wrong with them; it never half-succeeds. */
import type { Diagnostic } from "../ingest/diagnostic.ts";
import { hostOf } from "../lib/clean-url.ts";
import { deepFreeze } from "../lib/deep-freeze.ts";
import { byLabel, byText } from "../lib/order.ts";
import { startOf } from "../lib/partial-date.ts";
import { toAccessFacts } from "../schemas/access-facts.ts";
import { offeringReferences } from "../schemas/news.ts";
import { type AuthorIdentity, toAuthorIndex } from "./authors.ts";
import { findClustersOn } from "./clusters.ts";
import { isDead } from "./dead-links.ts";
import type { Entry } from "./entries.ts";
import type { Alias, Author, Catalog, NewsItem, Offering, Organization, Topic } from "./graph.ts";
import { isIndexedUnder } from "./own-words.ts";
import { inReadingOrder } from "./queries.ts";
import { diagnose } from "./rules/index.ts";
import {
  type Content,
  entriesOf,
  findByHost,
  findInstitution,
  type RuleContext,
  type RuleSettings,
  toRuleContext,
} from "./rules/rule.ts";
import { toImpliedStandards, toKnownStandards } from "./standards.ts";
import { toSubjects } from "./subjects.ts";

export type CatalogResult =
  | { readonly ok: true; readonly catalog: Catalog; readonly diagnostics: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** The day of the build decides what is published: drafts and items of a later day are left out. */
export function buildCatalog(content: Content, settings: RuleSettings): CatalogResult {
  const context = toRuleContext(content, settings);
  const diagnostics = diagnose(context);
  if (diagnostics.some(({ severity }) => severity === "error")) return { ok: false, diagnostics };
  return { ok: true, catalog: resolve(context), diagnostics };
}

/** The graph of content that is known to have no errors; rules are not run again. */
export function linkCatalog(content: Content, settings: RuleSettings): Catalog {
  return resolve(toRuleContext(content, settings));
}

/** The former paths of everything that is published, sorted. */
export function listAliases({ entries, buildDate }: Pick<RuleContext, "buildDate" | "entries">): Alias[] {
  return published(entries, buildDate)
    .flatMap(({ kind, slug, data }) => data.aliases.map((from) => ({ from, kind, slug })))
    .sort((a, b) => byText(a.from, b.from));
}

function published(entries: readonly Entry[], buildDate: string): Entry[] {
  return entries.filter(({ data }) => !data.draft && !("date" in data && data.date > buildDate));
}

/** The graph while its entries are being linked; frozen before anyone else sees it. */
type Linked<T> = { -readonly [K in keyof T]: T[K] extends readonly (infer U)[] ? U[] : T[K] };

function resolve(context: RuleContext): Catalog {
  const { buildDate, facts, implications, reported } = context;
  const live = published(context.entries, buildDate);
  const organizations = new Map(
    [...entriesOf(live, "organization")].map((entry) => [entry.slug, toOrganization(entry)]),
  );
  const topics = new Map([...entriesOf(live, "topic")].map((entry) => [entry.data.name, toTopic(entry)]));
  linkTopics([...entriesOf(live, "topic")], topics);

  const products = new Map(facts?.products.map((product) => [product.product, product]));
  const offeringEntries = [...entriesOf(live, "offering")].sort(
    (a, b) => byLabel(a.data.name, b.data.name) || byText(a.slug, b.slug),
  );
  const reportedVendors = new Map(reported?.vendors.map((vendor) => [vendor.vendor, vendor]));
  const interfaces = Map.groupBy(context.interfaces, ({ offering }) => offering);
  const offerings = new Map<string, Linked<Offering>>();
  for (const entry of offeringEntries) {
    const vendor = get(organizations, entry.data.vendor);
    const offering = toOffering(entry, vendor, unique(entry.data.topics.map((name) => get(topics, name))), buildDate);
    offering.certified = unique(entry.data.oncProducts).map((name) => get(products, name));
    const named = offering.certified.find(({ developer }) => reportedVendors.has(developer));
    offering.reported = named && reportedVendors.get(named.developer);
    offering.interfaces = (interfaces.get(entry.slug) ?? []).sort((a, b) => byText(a.name, b.name));
    offering.implied = toImpliedStandards(offering.certified, implications, buildDate);
    offering.knownStandards = toKnownStandards(
      offering.standards,
      offering.interfaces.map((one) => one.facts),
      offering.implied,
    );
    offerings.set(entry.slug, offering);
    vendor.offerings.push(offering);
    for (const topic of offering.topics as Linked<Topic>[]) topic.offerings.push(offering);
  }
  for (const { slug, data } of offeringEntries) {
    const offering = get(offerings, slug);
    if (data.successor !== undefined) {
      offering.successor = get(offerings, data.successor);
      (offering.successor.predecessors as Offering[]).push(offering);
    }
    if (data.product !== undefined) {
      offering.product = get(offerings, data.product);
      (offering.product.apis as Offering[]).push(offering);
    }
  }
  for (const { data } of entriesOf(live, "topic"))
    get(topics, data.name).featured = data.featured.map((slug) => get(offerings, slug));

  const authors = new Map<string, Linked<Author>>();
  const identify = toAuthorIndex(context.authorNames);
  const newsEntries = entriesOf(live, "news").map((entry) => {
    const publisherSlug = entry.data.publisher ?? findByHost(context, hostOf(entry.data.url))?.slug;
    const publisher = publisherSlug === undefined ? undefined : organizations.get(publisherSlug);
    return { entry, publisher, item: toNewsItem(entry, publisher, context) };
  });
  newsEntries.sort((a, b) => inReadingOrder(a.item, b.item));
  const news = newsEntries.map(({ entry, publisher, item }) => {
    item.topics = unique(entry.data.categories.map((name) => get(topics, name)));
    item.offerings = unique(offeringReferences(entry.data).map(({ slug }) => get(offerings, slug)));
    item.mainOffering = entry.data.offering && get(offerings, entry.data.offering.slug);
    const institution = findInstitution(context, entry.data);
    if (institution) {
      const concerned = get(organizations, institution.slug);
      item.institution = concerned;
      concerned.newsAbout.push(item);
    }
    item.authors = unique(entry.data.authors.map((name) => authorOf(authors, identify(name))));
    publisher?.news.push(item);
    for (const one of [...item.topics, ...item.offerings, ...item.authors]) (one.news as NewsItem[]).push(item);
    return item;
  });
  const items = new Map(newsEntries.map(({ item }) => [item.slug, item]));
  for (const { stories } of findClustersOn(buildDate, context.entries)) {
    const cluster = stories.map(({ slug }) => get(items, slug));
    for (const item of cluster) item.cluster = cluster;
  }

  return deepFreeze({
    buildDate,
    about: context.about,
    news,
    offerings: [...offerings.values()],
    topics: [...topics.values()].sort((a, b) => byLabel(a.authority, b.authority) || byLabel(a.label, b.label)),
    organizations: [...organizations.values()].sort((a, b) => byLabel(a.name, b.name) || byText(a.slug, b.slug)),
    authors: [...authors.values()].sort((a, b) => byLabel(a.name, b.name) || byText(a.slug, b.slug)),
    aliases: listAliases(context),
    criteria: new Map(Object.entries(facts?.criteria ?? {})),
    factsSource: facts && { source: facts.source, asOf: facts.asOf },
    implicationsSource: implications && { source: implications.source, asOf: implications.asOf },
    reportedSource: reported && { source: reported.source, url: reported.url, asOf: reported.asOf },
    deadLinks: new Map(
      context.links?.links.flatMap(({ url, deadOn }) => (isDead(deadOn) ? [[url, deadOn?.at(-1) ?? ""]] : [])),
    ),
  });
}

function toNewsItem(
  { slug, file, data, hasBody, insightsWords }: Entry<"news">,
  publisher: Organization | undefined,
  { images, documents, buildDate, indexing }: RuleContext,
): Linked<NewsItem> {
  const pdf = data.document === undefined ? undefined : documents.get(data.document);
  return {
    kind: "news",
    slug,
    file,
    title: data.title,
    titleBasis: data.titleBasis,
    date: data.date,
    published: data.published === "unknown" ? undefined : data.published,
    publishedBasis: data.publishedBasis,
    url: data.url,
    host: hostOf(data.url),
    publisher,
    authors: [],
    topics: [],
    mainOffering: undefined,
    offerings: [],
    institution: undefined,
    via: data.via,
    cluster: undefined,
    summary: data.summary,
    description: data.description,
    insights: data.insights,
    insightsBy: data.insightsBy,
    image: data.image && images.has(data.image.file) ? data.image : undefined,
    document: data.document !== undefined && pdf?.isPdf ? { file: data.document, length: pdf.length } : undefined,
    icon: data.icon !== undefined && images.has(data.icon) ? data.icon : undefined,
    missingFiles: missingFilesOf(data, { images, documents }),
    language: data.language,
    note: data.note,
    modified: modifiedOn(data, buildDate),
    workStatus: data.status,
    hasBody,
    isIndexed: isIndexedUnder(indexing, { summary: data.summary, insightsWords }),
  };
}

function missingFilesOf(
  { image, icon, document }: Entry<"news">["data"],
  { images, documents }: Pick<RuleContext, "images" | "documents">,
): string[] {
  return [
    ...[image?.file, icon].flatMap((file) => (file === undefined || images.has(file) ? [] : `public/images/${file}`)),
    ...(document === undefined || documents.has(document) ? [] : [`public/documents/${document}`]),
  ];
}

/** The later of curation and last change. An export may be dated later than the build that reads it. */
function modifiedOn({ date, modified = date }: Entry<"news">["data"], buildDate: string): string {
  const known = modified > buildDate ? buildDate : modified;
  return known > date ? known : date;
}

function toOffering(
  { slug, file, data, hasBody }: Entry<"offering">,
  vendor: Organization,
  topics: Topic[],
  buildDate: string,
): Linked<Offering> {
  return {
    kind: "offering",
    slug,
    file,
    name: data.name,
    vendor,
    offeringKind: data.kind,
    summary: data.summary,
    licence: data.licence,
    standards: unique(data.standards),
    status: data.status,
    statusDate: data.statusDate,
    statusNote: data.statusNote,
    isStatusToCome: data.statusDate !== undefined && startOf(data.statusDate) > buildDate,
    successor: undefined,
    successorName: data.successorName,
    predecessors: [],
    formerly: data.formerly,
    homepage: data.homepage,
    documentation: data.documentation,
    repository: data.repository,
    product: undefined,
    apis: [],
    access: toAccessFacts(data),
    topics,
    certified: [],
    reported: undefined,
    interfaces: [],
    knownStandards: [],
    implied: [],
    evidence: data.evidence,
    confidence: data.confidence,
    added: data.added !== undefined && data.added <= buildDate ? data.added : undefined,
    news: [],
    hasBody,
  };
}

function toTopic({ slug, file, data, hasBody }: Entry<"topic">): Linked<Topic> {
  const { name, authority, label, description } = data;
  return {
    kind: "topic",
    slug,
    file,
    name,
    authority,
    label,
    description,
    isPlausible: data.basis === "plausible",
    hasBody,
    sameAs: [],
    related: [],
    broader: undefined,
    narrower: [],
    featured: [],
    news: [],
    offerings: [],
  };
}

function toOrganization({ slug, file, data }: Entry<"organization">): Linked<Organization> {
  return {
    kind: "organization",
    slug,
    file,
    name: data.name,
    type: data.type,
    legalName: data.legalName,
    alsoKnownAs: data.alsoKnownAs,
    homepage: data.homepage,
    hosts: data.hosts,
    description: data.description,
    news: [],
    newsAbout: [],
    offerings: [],
  };
}

/** `sameAs` and `related` hold in both directions, however they were stated; `sameAs` along chains too. */
function linkTopics(entries: readonly Entry<"topic">[], topics: ReadonlyMap<string, Linked<Topic>>): void {
  const subjects = toSubjects(entries);
  for (const { data } of entries) {
    const topic = get(topics, data.name);
    for (const name of data.related) {
      const other = get(topics, name);
      if (!topic.related.includes(other)) topic.related.push(other);
      if (!other.related.includes(topic)) other.related.push(topic);
    }
    if (data.broader !== undefined) {
      topic.broader = get(topics, data.broader);
      get(topics, data.broader).narrower.push(topic);
    }
  }
  for (const topic of topics.values()) {
    const same = [...get(subjects, topic.name)].map((name) => get(topics, name));
    topic.sameAs = same.filter((other) => other !== topic).sort((a, b) => byText(a.name, b.name));
    topic.related.sort((a, b) => byText(a.name, b.name));
    topic.narrower.sort((a, b) => byText(a.name, b.name));
  }
}

/** Unless one is listed, the first spelling of a name wins; `Kenneth D Mandl` and `Kenneth D. Mandl` are one. */
function authorOf(authors: Map<string, Linked<Author>>, { slug, name }: AuthorIdentity): Author {
  const known = authors.get(slug);
  if (known) return known;
  const author: Linked<Author> = { kind: "author", slug, name, news: [] };
  authors.set(slug, author);
  return author;
}

/** The rules have checked all references, so a miss here is a bug. */
function get<K, T>(map: ReadonlyMap<K, T>, key: K): T {
  const value = map.get(key);
  if (value === undefined) throw new Error(`Unchecked reference '${String(key)}'`);
  return value;
}

function unique<T>(items: readonly T[]): T[] {
  return [...new Set(items)];
}
