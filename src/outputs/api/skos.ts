/** The topics as SKOS, one graph written as JSON-LD and as Turtle. */
import { DataFactory, type Quad, Writer } from "n3";
import type { Catalog, Topic } from "../../catalog/graph.ts";
import { getSite } from "../../config/settings.ts";
import { byText } from "../../lib/order.ts";
import { idOf, vocabularyId } from "../../views/structured-data/node.ts";
import { absoluteUrl, conceptsUrl, entityUrl } from "../../views/urls.ts";

const PREFIXES = {
  skos: "http://www.w3.org/2004/02/skos/core#",
  dcterms: "http://purl.org/dc/terms/",
  foaf: "http://xmlns.com/foaf/0.1/",
  rdf: "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
} as const;

/** What is said of a thing, and whether it is words in the site's language or other things. */
const PROPERTIES = {
  prefLabel: ["skos:prefLabel", "words"],
  altLabel: ["skos:altLabel", "words"],
  definition: ["skos:definition", "words"],
  editorialNote: ["skos:editorialNote", "words"],
  title: ["dcterms:title", "words"],
  license: ["dcterms:license", "things"],
  page: ["foaf:page", "things"],
  inScheme: ["skos:inScheme", "things"],
  topConceptOf: ["skos:topConceptOf", "things"],
  hasTopConcept: ["skos:hasTopConcept", "things"],
  broader: ["skos:broader", "things"],
  narrower: ["skos:narrower", "things"],
  related: ["skos:related", "things"],
  exactMatch: ["skos:exactMatch", "things"],
  broadMatch: ["skos:broadMatch", "things"],
  narrowMatch: ["skos:narrowMatch", "things"],
  relatedMatch: ["skos:relatedMatch", "things"],
} as const;

/** Of a label that its authority was not seen to use. */
const PLAUSIBLE = "The label is likely one of its authority, whose own list was not seen.";

type Property = keyof typeof PROPERTIES;

/** A thing and what is said of it; the one source of both files. */
interface Node extends Readonly<Partial<Record<Property, readonly string[]>>> {
  readonly id: string;
  readonly type: "ConceptScheme" | "Concept";
}

/**
 * `sameAs` of the catalog becomes exactMatch, not closeMatch: the catalog takes
 * it to hold in both directions and along chains, and files the entries of
 * both under each, which is what SKOS says of exactMatch and denies of
 * closeMatch. Between two vocabularies broader and related are mappings too.
 */
function toNodes({ topics }: Catalog): Node[] {
  return [...Map.groupBy(topics, schemeOf)].flatMap(([scheme, members]) => [
    {
      id: scheme,
      type: "ConceptScheme" as const,
      prefLabel: members.slice(0, 1).map(({ authority }) => authority),
      title: members.slice(0, 1).map(({ authority }) => `${authority}, as ${getSite().name} uses it`),
      license: [getSite().licence.url],
      hasTopConcept: idsOf(members.filter((topic) => isTop(topic))),
    },
    ...members.map((topic) => toConcept(topic, scheme)),
  ]);
}

function toConcept(topic: Topic, scheme: string): Node {
  const within = (others: readonly Topic[]) => idsOf(others.filter((other) => schemeOf(other) === scheme));
  const across = (others: readonly Topic[]) => idsOf(others.filter((other) => schemeOf(other) !== scheme));
  // SKOS allows only one of these between two concepts: match, broader or narrower, related. The first counts.
  const isOther = (other: Topic) => !topic.sameAs.includes(other);
  const broader = topic.broader ? [topic.broader].filter(isOther) : [];
  const narrower = topic.narrower.filter(isOther);
  const related = topic.related.filter((other) => isOther(other) && !isInLine(topic, other));
  return {
    id: idOf(topic),
    type: "Concept",
    prefLabel: [topic.label],
    altLabel: [topic.name],
    definition: [topic.description],
    editorialNote: topic.isPlausible ? [PLAUSIBLE] : [],
    page: [absoluteUrl(entityUrl(topic))],
    inScheme: [scheme],
    topConceptOf: isTop(topic) ? [scheme] : [],
    broader: within(broader),
    narrower: within(narrower),
    related: within(related),
    exactMatch: idsOf(topic.sameAs),
    broadMatch: across(broader),
    narrowMatch: across(narrower),
    relatedMatch: across(related),
  };
}

/** The vocabulary that a topic belongs to, as a thing. */
function schemeOf({ authority }: Topic): string {
  return vocabularyId(authority);
}

/** Nothing of its own vocabulary is broader. */
function isTop(topic: Topic): boolean {
  return topic.broader === undefined || schemeOf(topic.broader) !== schemeOf(topic);
}

function isInLine(a: Topic, b: Topic): boolean {
  return ancestorsOf(a).includes(b) || ancestorsOf(b).includes(a);
}

function ancestorsOf({ broader }: Topic): Topic[] {
  return broader ? [broader, ...ancestorsOf(broader)] : [];
}

function idsOf(topics: readonly Topic[]): string[] {
  return topics.map(idOf).sort(byText);
}

export function toSkosJsonLd(catalog: Catalog): object {
  const terms = Object.entries(PROPERTIES).map(([name, [id, holds]]) => [
    name,
    holds === "things" ? { "@id": id, "@type": "@id" } : { "@id": id, "@language": getSite().language },
  ]);
  return {
    "@context": {
      ...PREFIXES,
      id: "@id",
      type: "@type",
      Concept: "skos:Concept",
      ConceptScheme: "skos:ConceptScheme",
      ...Object.fromEntries(terms),
    },
    // An address of its own for the graph would make it a named one, which Turtle cannot say.
    "@graph": toNodes(catalog).map((node) =>
      Object.fromEntries(Object.entries(node).filter(([, value]) => value.length > 0)),
    ),
  };
}

export function toTurtle(catalog: Catalog): string {
  const writer = new Writer({ prefixes: { ...PREFIXES } });
  for (const node of toNodes(catalog)) writer.addQuads(toQuads(node));
  let turtle = "";
  // Without a stream to write to it answers at once: https://github.com/rdfjs/N3.js#from-quads-to-a-string
  writer.end((error, result) => {
    if (error) throw error;
    turtle = result;
  });
  return `# ${getSite().name}: topics, ${absoluteUrl(conceptsUrl.turtle)}\n${turtle}`;
}

function toQuads({ id, type, ...said }: Node): Quad[] {
  const { namedNode, literal, quad } = DataFactory;
  const expand = (name: string) => {
    const [prefix = "", local = ""] = name.split(":");
    return namedNode(`${PREFIXES[prefix as keyof typeof PREFIXES]}${local}`);
  };
  const subject = namedNode(id);
  return [
    quad(subject, expand("rdf:type"), expand(`skos:${type}`)),
    ...Object.entries(said).flatMap(([name, values]) => {
      const [property, holds] = PROPERTIES[name as Property];
      return values.map((value) =>
        quad(subject, expand(property), holds === "things" ? namedNode(value) : literal(value, getSite().language)),
      );
    }),
  ];
}
