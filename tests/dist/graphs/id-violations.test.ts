import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { graphsCheck } from "../check-graphs.ts";
import { violationsIn } from "../testing.ts";
import {
  article,
  author,
  BODY,
  breadcrumbs,
  HOME,
  list,
  type Node,
  publisher,
  SOURCE,
  STORY,
  siteWith,
  violationsOf,
} from "./testing.ts";

describe("an id", () => {
  const term = (changes: Node = {}): Node => ({
    "@type": "DefinedTerm",
    "@id": `${HOME}#term`,
    name: "Site",
    ...changes,
  });

  test("is defined once a page", async () => {
    const violations = await violationsIn(graphsCheck, siteWith({ home: [publisher, list, term(), term()] }));
    assert.deepEqual(violations, [`/: ${HOME}#term is defined twice`]);
  });

  test("is the same thing under the same name on all pages", async () => {
    const nodes = [article, author, publisher, breadcrumbs];
    const violations = (home: Node, here: Node) =>
      violationsIn(graphsCheck, siteWith({ home: [publisher, list, home], nodes: [...nodes, here] }));
    assert.deepEqual(await violations(term(), term()), []);
    assert.deepEqual(await violations(term(), term({ name: "Jo" })), [
      `/news/a/: ${HOME}#term is named Jo here and Site elsewhere`,
    ]);
    assert.deepEqual(await violations(term(), term({ "@type": "CreativeWork" })), [
      `/news/a/: ${HOME}#term is a CreativeWork here and DefinedTerm elsewhere`,
    ]);
  });

  test("is defined here, or by the page that it begins with", async () => {
    assert.deepEqual(await violationsOf({ about: { "@id": `${HOME}#list` } }), []);
    assert.deepEqual(await violationsOf({ about: { "@id": `${HOME}#none` } }), [
      `${HOME}#none is not defined by the page that it begins with`,
    ]);
    assert.deepEqual(await violationsOf({ about: { "@id": `${SOURCE}#it` } }), [`"${SOURCE}#it" is defined nowhere`]);
  });

  test("leads to a page that is there, by a fragment", async () => {
    const lost = `${HOME}topic/none/`;
    const violations = await violationsOf(
      { about: term({ "@id": `${lost}#term` }) },
      `${BODY}<a href="/topic/none/">x</a>`,
    );
    assert.deepEqual(violations, [`${lost}#term leads to no page`]);
    assert.deepEqual(await violationsOf({ about: term({ "@id": HOME }) }), [
      `${HOME} has no fragment, so it names the page and not a thing`,
    ]);
    assert.ok((await violationsOf({ about: term({ "@id": "term" }) })).includes('"term" is no address'));
  });

  test("of the page itself is there, with its address", async () => {
    const page = siteWith()["news/a/index.html"];
    const violations = (html: string) => violationsIn(graphsCheck, { ...siteWith(), "news/a/index.html": html });
    assert.deepEqual(await violations(page.replace("#page", "#pag")), ["/news/a/: the graph has no node for its page"]);
    assert.deepEqual(await violations(page.replace(`"url":"${STORY}"`, `"url":"${HOME}"`)), [
      `/news/a/: the page's node has the address "${HOME}"`,
    ]);
  });
});
