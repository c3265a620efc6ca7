/** The structured data of every page has what Google asks for and says nothing that the page does not show. */
import type { BuiltPage, BuiltSite } from "../../src/built-site/built-site.ts";
import { type Check, type Violation, violationOf } from "./check.ts";
import { googleViolations } from "./graphs/google-violations.ts";
import { type GraphPage, isReference, nodesOf, propertiesOf, readGraphPage } from "./graphs/graph-page.ts";
import { contradictions, definedIds, idViolations } from "./graphs/id-violations.ts";
import { listViolationsOf } from "./graphs/list-violations.ts";
import { schemaOrgViolations } from "./graphs/schema-org.ts";
import { shownViolations } from "./graphs/shown-violations.ts";
import { typeOf } from "./page-type.ts";

export const graphsCheck: Check = {
  name: "graphs",
  run(site) {
    const documents = site.pages.filter(hasGraph);
    const read = documents.map((page) => ({ page, graph: readGraphPage(page, site) }));
    const graphs = read.flatMap(({ graph }) => ("violation" in graph ? [] : [graph]));
    const nodes = graphs.flatMap(nodesOf).filter((node) => !isReference(node));
    const properties = propertiesOf(nodes).length;
    return {
      counts: [
        { what: "graphs", count: graphs.length, least: documents.length },
        { what: "nodes", count: nodes.length, least: graphs.length * 2 },
        { what: "values", count: properties, least: graphs.length * 8 },
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
  const definedBy = new Map(graphs.map((graph) => [graph.page.path, new Set(definedIds(graph))]));
  const isDefined = (path: string, id: string) => definedBy.get(path)?.has(id) === true;
  return [
    ...graphs.flatMap((graph) =>
      [
        ...schemaOrgViolations(nodesOf(graph)),
        ...googleViolations(graph),
        ...shownViolations(graph),
        ...idViolations(graph, isDefined),
        ...listViolationsOf(graph),
      ].map((message) => violationOf(graph.page, message)),
    ),
    ...contradictions(graphs),
  ];
}

/** The 404 page and redirects have no structured data. */
function hasGraph(page: BuiltPage): boolean {
  return !["404", "redirect"].includes(typeOf(page));
}

function strayGraphs({ pages }: BuiltSite): Violation[] {
  return pages
    .filter((page) => !hasGraph(page) && page.html.includes("application/ld+json"))
    .map((page) => violationOf(page, `a graph on a page of type ${typeOf(page)}`));
}
