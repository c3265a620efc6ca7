/** The topics, offerings and organizations of a made-up site: the real ones first, then invented ones like them. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dump } from "js-yaml";
import { getConfig } from "../src/config/config.ts";
import { parseContentFile } from "../src/ingest/front-matter.ts";
import { byText } from "../src/lib/order.ts";
import { cutSlug, slugify } from "../src/lib/slugify.ts";
import { capitalize } from "../src/lib/text.ts";
import { getVocabulary, usualType } from "../src/vocab/vocabulary.ts";
import { buildProse, type Prose } from "./corpus-prose.ts";
import { between, drawer, pick, type Random, shuffle, zipf } from "./random.ts";
import { type ContentWords, inventNames, stopWords } from "./words.ts";

export interface ContentFile {
  /** Below the content folder, with `/`. */
  readonly path: string;
  readonly text: string;
}

export interface CatalogOffering {
  readonly slug: string;
  readonly name: string;
  readonly topics: readonly string[];
  /** Number in the system that stories are imported from; most have none. */
  readonly offeringId: number | undefined;
}

/** What stories refer to; each list with the most frequent first. */
export interface DrawnCatalog {
  readonly files: readonly ContentFile[];
  /** Full names. */
  readonly topics: readonly string[];
  readonly offerings: readonly CatalogOffering[];
  /** Hosts that organizations own. */
  readonly hosts: readonly string[];
  readonly authors: readonly string[];
}

const STORIES_PER_TOPIC = 1000;
const STORIES_PER_OFFERING = 30;
const STORIES_PER_PUBLISHER = 20;
const STORIES_PER_AUTHOR = 10;
const OFFERINGS_PER_VENDOR = 2;

export function drawCatalog(random: Random, content: ContentWords, stories: number): DrawnCatalog {
  const prose = buildProse(random, content);
  const names = inventNames(
    random,
    content.words.map(({ word }) => word),
  );
  const realTopics = readFolder("topics");
  const featured = new Set(realTopics.flatMap(({ data }) => (data["featured"] as readonly string[]) ?? []));
  const topics = [...realTopics, ...inventTopics(random, content, prose, stories / STORIES_PER_TOPIC)];
  const topicNames = shuffle(random, topics.map(nameOf));
  const wantedOfferings = Math.ceil(stories / STORIES_PER_OFFERING);
  // What a topic features must be there, so it comes first.
  const offerings = readFolder("offerings")
    .filter(isPlainOffering)
    .sort((a, b) => Number(featured.has(b.slug)) - Number(featured.has(a.slug)))
    .slice(0, wantedOfferings);

  const owners = readFolder("organizations").filter(({ data }) => Array.isArray(data["hosts"]));
  const publishers = owners.slice(0, Math.ceil(stories / STORIES_PER_PUBLISHER));
  const wantedPublishers = Math.ceil(stories / STORIES_PER_PUBLISHER) - publishers.length;
  for (let count = 0; count < wantedPublishers; count += 1) {
    publishers.push(inventOrganization(random, prose, names.next().value));
  }
  const vendorSlugs = new Set(offerings.map(({ data }) => String(data["vendor"])));
  const vendors = readFolder("organizations").filter(({ slug }) => vendorSlugs.has(slug));

  const missing = wantedOfferings - offerings.length;
  const newVendors = Array.from({ length: Math.ceil(missing / OFFERINGS_PER_VENDOR) }, () =>
    inventOrganization(random, prose, names.next().value, usualType("vendor")),
  );
  const drawVendor = missing > 0 ? drawer(random, newVendors, zipf) : undefined;
  const drawTopic = drawer(random, topicNames, zipf);
  for (let count = 0; count < missing && drawVendor; count += 1) {
    offerings.push(inventOffering(random, prose, names.next().value, drawVendor().slug, drawTopic));
  }

  const organizations = new Map([...publishers, ...vendors, ...newVendors].map((entry) => [entry.path, entry]));
  return {
    files: [...topics, ...offerings, ...organizations.values()],
    topics: topicNames,
    offerings: shuffle(random, offerings.map(toOffering)),
    hosts: shuffle(random, publishers.map(hostOf)),
    authors: Array.from({ length: Math.ceil(stories / STORIES_PER_AUTHOR) }, () => {
      return `${names.next().value} ${names.next().value}`;
    }),
  };
}

interface CatalogFile extends ContentFile {
  readonly slug: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** The real files of a folder, as they are. */
function readFolder(folder: string): CatalogFile[] {
  const { contentRoot } = getConfig();
  const files = readdirSync(join(contentRoot, folder)).filter((name) => name.endsWith(".md"));
  return files.sort(byText).flatMap((name) => {
    const path = `${folder}/${name}`;
    const bytes = readFileSync(join(contentRoot, path));
    const parsed = parseContentFile(bytes, path);
    return parsed.ok ? [{ path, text: bytes.toString(), slug: name.slice(0, -3), data: parsed.value.data }] : [];
  });
}

/** Certified products need facts that no other generator is made to join, and a successor or product would have to be drawn too. */
function isPlainOffering({ data }: CatalogFile): boolean {
  return ["oncProducts", "successor", "product"].every((field) => data[field] === undefined);
}

function inventTopics(random: Random, { words, topics }: ContentWords, prose: Prose, count: number): CatalogFile[] {
  const authorities = [...new Set(topics.map((name) => name.split(": ")[0] ?? ""))];
  const labelWords = words.map(({ word }) => word).filter((word) => /^\p{L}{4,}$/u.test(word));
  const draw = drawer(
    random,
    labelWords.filter((word) => !stopWords.has(word.toLowerCase())),
    zipf,
  );
  const taken = new Set(topics.map((name) => cutSlug(slugify(name))));
  const files: CatalogFile[] = [];
  while (files.length < Math.floor(count)) {
    const label = Array.from({ length: between(random, 1, 3) }, () => capitalize(draw())).join(" ");
    const name = `${pick(random, authorities)}: ${label}`;
    const slug = cutSlug(slugify(name));
    if (taken.has(slug)) continue;
    taken.add(slug);
    files.push(toFile("topics", slug, { name, description: prose.sentence(10, 18) }));
  }
  return files;
}

function inventOrganization(random: Random, prose: Prose, name: string, type?: string): CatalogFile {
  const host = `${slugify(name)}.example`;
  const data = {
    name,
    type: type ?? pick(random, [...getVocabulary().organizationTypes.keys()]),
    homepage: `https://www.${host}/`,
    hosts: [host],
  };
  const isDescribed = random() < 0.3;
  return toFile("organizations", slugify(name), isDescribed ? { ...data, description: prose.sentence(8, 16) } : data);
}

function inventOffering(
  random: Random,
  prose: Prose,
  name: string,
  vendor: string,
  drawTopic: () => string,
): CatalogFile {
  const home = `https://www.${vendor}.example/${slugify(name)}`;
  const { kinds, licences, standards, statuses } = getVocabulary();
  const data = {
    name,
    vendor,
    kind: pick(random, [...kinds.keys()]),
    summary: prose.sentence(14, 26),
    licence: pick(random, [...licences.keys()]),
    standards: distinct(between(random, 1, 4), () => pick(random, [...standards.keys()])),
    status: [...statuses.keys()][0],
    homepage: home,
    documentation: `${home}/docs`,
    topics: distinct(between(random, 1, 4), drawTopic),
    evidence: [`${home}/about`],
    confidence: random() < 0.7 ? "high" : "medium",
  };
  return toFile("offerings", slugify(name), data, random() < 0.3 ? `${prose.sentence(10, 20)}\n` : "");
}

function toFile(folder: string, slug: string, data: CatalogFile["data"], body = ""): CatalogFile {
  return { path: `${folder}/${slug}.md`, text: `---\n${dump(data, { noRefs: true })}---\n${body}`, slug, data };
}

const nameOf = ({ data }: CatalogFile) => String(data["name"]);

function hostOf({ data, path }: CatalogFile): string {
  const [host] = data["hosts"] as readonly string[];
  if (host === undefined) throw new Error(`${path} owns no host`);
  return host;
}

function toOffering({ slug, data }: CatalogFile): CatalogOffering {
  const { name, topics, offeringId } = data as Partial<CatalogOffering>;
  return { slug, name: name ?? slug, topics: topics ?? [], offeringId };
}

/** Draws `count` times, and keeps each result once. */
export function distinct<T>(count: number, draw: () => T): T[] {
  return [...new Set(Array.from({ length: count }, draw))];
}
