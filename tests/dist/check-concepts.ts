/** The topics' JSON-LD and Turtle state the same graph, which meets the integrity conditions of SKOS. */
import jsonld from "jsonld";
import { Parser, Store, Writer } from "n3";
import { type BuiltSite, fileOfAddress, textOf } from "../../src/built-site/built-site.ts";
import { API_FOLDER, readJson } from "./api-site.ts";
import type { Check, Violation } from "./check.ts";
import { typeOf } from "./page-type.ts";

const TURTLE = `${API_FOLDER}topics.ttl`;
const JSON_LD = `${API_FOLDER}topics.skos.jsonld`;
const SKOS = "http://www.w3.org/2004/02/skos/core#";
const TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type";
const PAGE = "http://xmlns.com/foaf/0.1/page";

export const conceptsCheck: Check = {
  name: "concepts",
  async run(site) {
    const turtle = site.files.has(TURTLE) ? new Store(new Parser().parse(textOf(site, TURTLE))) : new Store();
    const linked = site.files.has(JSON_LD) ? await readJsonLd(site) : [];
    const concepts = turtle.getSubjects(TYPE, `${SKOS}Concept`, null).map(({ value }) => value);
    const topics = site.pages.filter((page) => typeOf(page) === "topic").length;
    return {
      counts: [
        { what: "triples", count: turtle.size, least: topics * 5 },
        { what: "concepts", count: concepts.length, least: topics },
        {
          what: "mappings between vocabularies",
          count: turtle.countQuads(null, `${SKOS}exactMatch`, null, null),
          least: 0,
        },
      ],
      violations: [
        ...graphViolations(statementsOf(turtle), linked),
        ...concepts.flatMap((concept) => conceptViolations(concept, turtle)),
        ...turtle.getObjects(null, PAGE, null).flatMap(({ value }) => pageViolations(value, site)),
      ],
    };
  },
};

/** As N-Triples. Nothing in either file is without a name, so a set of statements is the graph. */
function statementsOf(store: Store): string[] {
  const writer = new Writer({ format: "N-Triples" });
  return store
    .getQuads(null, null, null, null)
    .map(({ subject, predicate, object }) => writer.quadToString(subject, predicate, object).trim());
}

async function readJsonLd(site: BuiltSite): Promise<string[]> {
  const quads = await jsonld.toRDF(readJson(site, JSON_LD) as jsonld.JsonLdDocument, {
    format: "application/n-quads",
    documentLoader: (url) => {
      throw new Error(`${JSON_LD} asks for ${url}`);
    },
  });
  return statementsOf(new Store(new Parser({ format: "N-Quads" }).parse(String(quads))));
}

function graphViolations(turtle: readonly string[], linked: readonly string[]): Violation[] {
  const inTurtle = new Set(turtle);
  const inJsonLd = new Set(linked);
  return [
    ...turtle.filter((one) => !inJsonLd.has(one)).map((one) => ({ where: JSON_LD, message: `does not state ${one}` })),
    ...linked.filter((one) => !inTurtle.has(one)).map((one) => ({ where: TURTLE, message: `does not state ${one}` })),
  ];
}

/** https://www.w3.org/TR/skos-reference/: S13 and S14 (labels), S27 (related), S46 (exactMatch), and that each lies in a scheme. */
function conceptViolations(concept: string, graph: Store): Violation[] {
  const labels = graph.getObjects(concept, `${SKOS}prefLabel`, null);
  const other = graph.getObjects(concept, `${SKOS}altLabel`, null).map(({ value }) => value);
  const all = (...names: string[]) =>
    names.flatMap((name) => graph.getObjects(concept, `${SKOS}${name}`, null).map(({ value }) => value));
  const related = all("related", "relatedMatch");
  const above = all("broader", "broadMatch");
  const ancestors = new Set(above);
  for (const one of ancestors)
    for (const name of ["broader", "broadMatch"])
      for (const { value } of graph.getObjects(one, `${SKOS}${name}`, null)) ancestors.add(value);
  const violations: string[] = [];
  if (labels.length !== 1) violations.push(`${labels.length} preferred labels`);
  if (labels.some(({ value }) => other.includes(value))) violations.push("a label is preferred and alternative");
  if (all("inScheme").length !== 1) violations.push(`lies in ${all("inScheme").length} schemes`);
  if (related.some((one) => ancestors.has(one))) violations.push("is related to what is broader");
  if (all("exactMatch").some((one) => related.includes(one) || above.includes(one)))
    violations.push("matches exactly what it is also related to or narrower than");
  for (const [name, inverse] of INVERSES)
    for (const target of all(name))
      if (graph.countQuads(target, `${SKOS}${inverse}`, concept, null) === 0)
        violations.push(`${name} ${target} is not stated the other way round`);
  return violations.map((message) => ({ where: concept, message }));
}

const INVERSES = [
  ["exactMatch", "exactMatch"],
  ["related", "related"],
  ["relatedMatch", "relatedMatch"],
  ["broader", "narrower"],
  ["narrower", "broader"],
  ["broadMatch", "narrowMatch"],
  ["narrowMatch", "broadMatch"],
] as const;

function pageViolations(address: string, site: BuiltSite): Violation[] {
  return fileOfAddress(site, address) !== undefined ? [] : [{ where: TURTLE, message: `${address} is no page` }];
}
