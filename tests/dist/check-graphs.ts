/** Promise: every page tells programs what it is: in words of schema.org, as Google asks, and nothing that it does not show. */
import type { BuiltSite, Page } from "../../src/built-site/built-site.ts";
import { type Check, type Fault, faultOf } from "./check.ts";
import { googleFaults } from "./graphs/google-violations.ts";
import { type GraphPage, idOf, isReference, nodesOf, propertiesOf, readGraphPage } from "./graphs/graph-page.ts";
import { idFaults, indexIds } from "./graphs/id-violations.ts";
import { listFaultsOf } from "./graphs/list-violations.ts";
import { shownFaults } from "./graphs/shown-violations.ts";
import { loadVocabulary } from "./graphs/vocabulary.ts";
import { vocabularyFaults } from "./graphs/vocabulary-violations.ts";
import { typeOf } from "./page-type.ts";

/** Fewer of either were read, and it is the reading that fails: schema.org has over 900 types and 1,500 properties. */
const TYPES = 900;
const PROPERTIES = 1400;

export const graphsCheck: Check = {
  name: "graphs",
  run(site) {
    const documents = site.pages.filter(hasGraph);
    const read = documents.map((page) => ({ page, graph: readGraphPage(page, site) }));
    const graphs = read.flatMap(({ graph }) => ("fault" in graph ? [] : [graph]));
    const vocabulary = loadVocabulary();
    const nodes = graphs.flatMap(nodesOf).filter((node) => !isReference(node));
    const properties = propertiesOf(nodes).length;
    return {
      looked: [
        { what: "graphs", count: graphs.length, least: documents.length },
        { what: "nodes", count: nodes.length, least: graphs.length * 2 },
        { what: "values", count: properties, least: graphs.length * 8 },
        { what: "types of the vocabulary", count: vocabulary.typeCount, least: TYPES },
        { what: "properties of the vocabulary", count: vocabulary.propertyCount, least: PROPERTIES },
      ],
      faults: [
        ...read.flatMap(({ page, graph }) => ("fault" in graph ? [faultOf(page, graph.fault)] : [])),
        ...strayGraphs(site),
        ...graphFaults(graphs),
      ],
    };
  },
};

function graphFaults(graphs: readonly GraphPage[]): Fault[] {
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
  const told = (path: string, id: string) => ids.get(path)?.has(id) === true;
  return [
    ...graphs.flatMap((graph) =>
      [
        ...vocabularyFaults(nodesOf(graph), vocabulary, (id) => index.types.get(id)),
        ...googleFaults(graph, vocabulary),
        ...shownFaults(graph, vocabulary),
        ...idFaults(graph, told),
        ...listFaultsOf(graph),
      ].map((message) => faultOf(graph.page, message)),
    ),
    ...index.faults.map(({ page, message }) => faultOf(page.page, message)),
  ];
}

/** A page that is not there, or elsewhere, has nothing to tell of itself. */
function hasGraph(page: Page): boolean {
  return !["404", "redirect"].includes(typeOf(page));
}

function strayGraphs({ pages }: BuiltSite): Fault[] {
  return pages
    .filter((page) => !hasGraph(page) && page.html.includes("application/ld+json"))
    .map((page) => faultOf(page, `a graph on a page of type ${typeOf(page)}`));
}
