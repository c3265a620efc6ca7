/** The structured data of every page has what Google asks for and says nothing that the page does not show. */
import type { BuiltPage, BuiltSite } from "../../src/built-site/built-site.ts";
import { type Check, type Violation, violationOf } from "./check.ts";
import { googleViolations } from "./graphs/google-violations.ts";
import { type GraphPage, idOf, isReference, nodesOf, propertiesOf, readGraphPage } from "./graphs/graph-page.ts";
import { idViolations, indexIds } from "./graphs/id-violations.ts";
import { listViolationsOf } from "./graphs/list-violations.ts";
import { shownViolations } from "./graphs/shown-violations.ts";
import { loadVocabulary } from "./graphs/vocabulary.ts";
import { vocabularyViolations } from "./graphs/vocabulary-violations.ts";
import { typeOf } from "./page-type.ts";

/** Fewer of either were read, and it is the reading that fails: schema.org has over 900 types and 1,500 properties. */
const TYPES = 900;
const PROPERTIES = 1400;

export const graphsCheck: Check = {
  name: "graphs",
  run(site) {
    const documents = site.pages.filter(hasGraph);
    const read = documents.map((page) => ({ page, graph: readGraphPage(page, site) }));
    const graphs = read.flatMap(({ graph }) => ("violation" in graph ? [] : [graph]));
    const vocabulary = loadVocabulary();
    const nodes = graphs.flatMap(nodesOf).filter((node) => !isReference(node));
    const properties = propertiesOf(nodes).length;
    return {
      counts: [
        { what: "graphs", count: graphs.length, least: documents.length },
        { what: "nodes", count: nodes.length, least: graphs.length * 2 },
        { what: "values", count: properties, least: graphs.length * 8 },
        { what: "types of the vocabulary", count: vocabulary.typeCount, least: TYPES },
        { what: "properties of the vocabulary", count: vocabulary.propertyCount, least: PROPERTIES },
      ],
      violations: [
        ...read.flatMap(({ page, graph }) => ("violation" in graph ? [violationOf(page, graph.violation)] : [])),
        ...strayGraphs(site),
        ...graphViolations(graphs),
      ],
    };
  },
};

function graphViolations(graphs: readonly GraphPage[]): Violation[] {
  const vocabulary = loadVocabulary();
  const index = indexIds(graphs);
  const ids = new Map(
    graphs.map((graph) => [
      graph.page.path,
      new Set(
        nodesOf(graph)
          .filter((node) => !isReference(node))
          .map(idOf),
      ),
    ]),
  );
  const isDefined = (path: string, id: string) => ids.get(path)?.has(id) === true;
  return [
    ...graphs.flatMap((graph) =>
      [
        ...vocabularyViolations(nodesOf(graph), vocabulary, (id) => index.types.get(id)),
        ...googleViolations(graph, vocabulary),
        ...shownViolations(graph, vocabulary),
        ...idViolations(graph, isDefined),
        ...listViolationsOf(graph),
      ].map((message) => violationOf(graph.page, message)),
    ),
    ...index.violations.map(({ page, message }) => violationOf(page.page, message)),
  ];
}

/** The 404 page and redirects have nothing to say about itself. */
function hasGraph(page: BuiltPage): boolean {
  return !["404", "redirect"].includes(typeOf(page));
}

function strayGraphs({ pages }: BuiltSite): Violation[] {
  return pages
    .filter((page) => !hasGraph(page) && page.html.includes("application/ld+json"))
    .map((page) => violationOf(page, `a graph on a page of type ${typeOf(page)}`));
}
