import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { graphsCheck } from "../check-graphs.ts";
import { faultsIn } from "../testing.ts";
import {
  article,
  author,
  BODY,
  faultsOf,
  HOME,
  list,
  type Node,
  publisher,
  SOURCE,
  STORY,
  siteWith,
  trail,
} from "./testing.ts";

describe("an id", () => {
  const term = (changes: Node = {}): Node => ({
    "@type": "DefinedTerm",
    "@id": `${HOME}#term`,
    name: "Site",
    ...changes,
  });

  test("is told once a page", async () => {
    const faults = await faultsIn(graphsCheck, siteWith({ home: [publisher, list, term(), term()] }));
    assert.deepEqual(faults, [`/: ${HOME}#term is told twice`]);
  });

  test("is the same thing under the same name on all pages", async () => {
    const nodes = [article, author, publisher, trail];
    const faults = (home: Node, here: Node) =>
      faultsIn(graphsCheck, siteWith({ home: [publisher, list, home], nodes: [...nodes, here] }));
    assert.deepEqual(await faults(term(), term()), []);
    assert.deepEqual(await faults(term(), term({ name: "Jo" })), [
      `/news/a/: ${HOME}#term is named Jo here and Site elsewhere`,
    ]);
    assert.deepEqual(await faults(term(), term({ "@type": "Thing" })), [
      `/news/a/: ${HOME}#term is a Thing here and DefinedTerm elsewhere`,
    ]);
  });

  test("is told here, or by the page that it begins with", async () => {
    assert.deepEqual(await faultsOf({ about: { "@id": `${HOME}#list` } }), []);
    assert.deepEqual(await faultsOf({ about: { "@id": `${HOME}#none` } }), [
      `${HOME}#none is not told by the page that it begins with`,
    ]);
    assert.deepEqual(await faultsOf({ about: { "@id": `${SOURCE}#it` } }), [`"${SOURCE}#it" is told nowhere`]);
  });

  test("leads to a page that is there, by a fragment", async () => {
    const lost = `${HOME}topic/none/`;
    const faults = await faultsOf({ about: term({ "@id": `${lost}#term` }) }, `${BODY}<a href="/topic/none/">x</a>`);
    assert.deepEqual(faults, [`${lost}#term leads to no page`]);
    assert.deepEqual(await faultsOf({ about: term({ "@id": HOME }) }), [
      `${HOME} has no fragment, so it names the page and not a thing`,
    ]);
    assert.ok((await faultsOf({ about: term({ "@id": "term" }) })).includes('"term" is no address'));
  });

  test("of the page itself is told, with its address", async () => {
    const page = siteWith()["news/a/index.html"];
    const faults = (html: string) => faultsIn(graphsCheck, { ...siteWith(), "news/a/index.html": html });
    assert.deepEqual(await faults(page.replace("#page", "#pag")), ["/news/a/: the graph does not tell of its page"]);
    assert.deepEqual(await faults(page.replace(`"url":"${STORY}"`, `"url":"${HOME}"`)), [
      `/news/a/: the page's node has the address "${HOME}"`,
    ]);
  });
});
