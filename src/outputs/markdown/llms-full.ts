/** `llms-full.txt`: topics, offerings and stories in our own words, whole, in one file of bounded size; a public format. */
import type { Nodes, RootContent } from "mdast";
import type { Catalog, NewsItem, Offering, Topic } from "../../catalog/graph.ts";
import { getSite, hasSection } from "../../config/settings.ts";
import { digestOf } from "../../lib/digest.ts";
import { getMessages } from "../../messages/messages.ts";
import { buildOfferingPage } from "../../views/offering-page.ts";
import { sourceName, toDateView } from "../../views/parts.ts";
import { toInsights, toOwnText } from "../../views/texts.ts";
import { entityUrl, indexUrl } from "../../views/urls.ts";
import type { FileDigest, ReadBody } from "../api/records.ts";
import { createLines } from "../cached-lines.ts";
import { offeringFacts } from "./offering-markdown.ts";
import { facts, fromHtml, heading, type Part, paragraph, quote, writeMarkdown } from "./tree.ts";

/** About what a reader of the whole would take in at once; then the oldest stories are left out. */
const MAX_BYTES = 5_000_000;

/** What stands in no catalog. */
export interface LlmsSources {
  readonly readBody: ReadBody;
  readonly fileDigest: FileDigest;
}

/** Excerpts are left out, since they are not ours. `maxBytes` is for tests. */
export async function buildLlmsFull(catalog: Catalog, sources: LlmsSources, maxBytes = MAX_BYTES): Promise<string> {
  const { readBody } = sources;
  const { name, description, licence } = getSite();
  const { llms: messages, site } = getMessages();
  const parts = [
    writeMarkdown([
      heading(1, messages.inOwnWords(name)),
      quote(paragraph(description)),
      ...paragraph(messages.use(name, licence.name)),
    ]),
    ...(hasSection("topics") ? [writeMarkdown([heading(2, site.sections.topic)])] : []),
    ...(await Promise.all(catalog.topics.map(async (topic) => writeMarkdown(await topicPart(topic, readBody))))),
    ...(hasSection("offerings") ? [writeMarkdown([heading(2, site.sections.offering)])] : []),
  ];
  for await (const part of offeringParts(catalog, sources)) parts.push(part);
  if (hasSection("news")) parts.push(writeMarkdown([heading(2, site.sections.news)]));
  let size = parts.reduce((sum, part) => sum + Buffer.byteLength(part) + 1, 0);
  let told = 0;
  for await (const part of storyParts(catalog, sources)) {
    size += Buffer.byteLength(part) + 1;
    if (size > maxBytes) break;
    parts.push(part);
    told += 1;
  }
  const left = catalog.news.length - told;
  if (left > 0) {
    const [before, behind] = messages.older(left);
    parts.push(writeMarkdown(paragraph(before, { href: indexUrl("news"), label: site.sections.news }, behind)));
  }
  return parts.join("\n");
}

/** Only those that fit are made. */
function storyParts({ news }: Catalog, { fileDigest }: LlmsSources): AsyncIterable<string> {
  return cachedParts("story", news, {
    key: (item) => [entityUrl(item), fileDigest(item.file), storyFacts(item)],
    make: async (item) => storyPart(item),
  });
}

function offeringParts(catalog: Catalog, { fileDigest, readBody }: LlmsSources): AsyncIterable<string> {
  return cachedParts("offering", catalog.offerings, {
    key: (offering) => [buildOfferingPage(catalog, offering, ""), fileDigest(offering.file)],
    make: (offering) => offeringPart(catalog, offering, readBody),
  });
}

interface PartMaker<T> {
  /** Decides the part, together with the code. */
  readonly key: (entity: T) => unknown;
  readonly make: (entity: T) => Promise<RootContent[]>;
}

/** In the order of the entities. */
async function* cachedParts<T>(name: string, entities: readonly T[], { key, make }: PartMaker<T>) {
  const lines = createLines(
    `${name} in llms-full.txt`,
    entities.map((entity) => ({
      key: () => digestOf(key(entity)),
      // Markdown of many lines is one line as JSON.
      make: async () => JSON.stringify(writeMarkdown(await make(entity))),
    })),
  );
  for await (const line of lines.all()) yield JSON.parse(line) as string;
}

async function topicPart(topic: Topic, readBody: ReadBody): Promise<RootContent[]> {
  const path = entityUrl(topic);
  return [
    heading(3, { href: path, label: topic.name }),
    ...paragraph(topic.description),
    ...facts([[getMessages().llms.sameSubject, topic.sameAs.map(({ name }) => name).join(", ")]]),
    ...lowered(fromHtml(topic.hasBody ? toOwnText(topic, await readBody(topic.file)) : undefined, path)),
  ];
}

async function offeringPart(catalog: Catalog, offering: Offering, readBody: ReadBody): Promise<RootContent[]> {
  const path = entityUrl(offering);
  const view = buildOfferingPage(catalog, offering, offering.hasBody ? await readBody(offering.file) : "");
  return [
    heading(3, { href: path, label: offering.name }),
    ...paragraph(view.summary),
    ...lowered(fromHtml(view.body, path)),
    ...offeringFacts(view),
  ];
}

/** Headings of a text begin at h2, and here stand below an h3. */
function lowered<Node extends Nodes>(nodes: readonly Node[]): Node[] {
  return nodes.map((node) => {
    if (node.type === "heading") return { ...node, depth: Math.min(6, node.depth + 2) };
    return "children" in node ? { ...node, children: lowered<Nodes>(node.children) } : node;
  });
}

function storyPart(item: NewsItem): RootContent[] {
  const path = entityUrl(item);
  return [
    heading(3, { href: path, label: item.title }),
    ...paragraph(item.summary),
    ...fromHtml(toInsights(item), path),
    ...facts(storyFacts(item)),
  ];
}

/** All that a part says beyond the file of its story. */
function storyFacts(item: NewsItem): (readonly [name: string, value: Part])[] {
  const { markdown, news, site } = getMessages();
  const { story: messages } = news;
  return [
    [messages.source, { href: item.url, label: sourceName(item) }],
    [messages.published, toDateView(item.published)?.label ?? markdown.notStated],
    [messages.author(item.authors.length), item.authors.map(({ name }) => name).join(", ")],
    [markdown.topics, item.topics.map(({ name }) => name).join(", ")],
    [site.sections.offering, item.offerings.map(({ name }) => name).join(", ")],
  ];
}
