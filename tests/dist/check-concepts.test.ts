import assert from "node:assert/strict";
import { test } from "node:test";
import { apiSiteFiles, type SiteFiles, withFile } from "./api-testing.ts";
import { conceptsCheck } from "./check-concepts.ts";
import { countsIn, violationsIn } from "./testing.ts";

const TURTLE = "api/v1/topics.ttl";
const JSON_LD = "api/v1/topics.skos.jsonld";
const FHIR = "https://site.example/topic/hl7-fhir/#term";

async function says(files: SiteFiles): Promise<string> {
  return (await violationsIn(conceptsCheck, files)).join("\n");
}

/** The sample with this statement about FHIR added, in Turtle alone. */
function adding(statement: string): SiteFiles {
  return withFile(TURTLE, (text) => `${text}<${FHIR}> ${statement}.\n`);
}

test("nothing is wrong with the sample, and it was looked at", async () => {
  assert.equal(await says(apiSiteFiles), "");
  const { counts, short } = await countsIn(conceptsCheck, apiSiteFiles);
  assert.deepEqual(short, []);
  assert.deepEqual(
    counts.map(({ count }) => count > 0),
    [true, true, true],
  );
});

test("a site whose topics are no concepts is looked at too little", async () => {
  const { [TURTLE]: _, [JSON_LD]: __, ...pages } = apiSiteFiles;
  const topics = (await countsIn(conceptsCheck, apiSiteFiles)).counts[1]?.count;
  assert.deepEqual((await countsIn(conceptsCheck, pages)).short.slice(1), [`only 0 concepts, expected ${topics}`]);
});

test("the page left at the former address of a topic is no topic, nor does a site need one", async () => {
  const moved = '<html><head><meta http-equiv="refresh" content="0; url=/topic/hl7-fhir/"></head></html>';
  const files = { ...apiSiteFiles, "topic/fhir/index.html": moved, "topic/old/index.html": moved };
  assert.deepEqual((await countsIn(conceptsCheck, files)).short, []);
  assert.deepEqual((await countsIn(conceptsCheck, {})).short, []);
});

test("what one file states and the other does not is found", async () => {
  const turtle = withFile(TURTLE, (text) => text.replace('"The hashtag."', '"A hashtag."'));
  assert.match(await says(turtle), /topics\.skos\.jsonld: does not state .*"A hashtag\."@en/);
  assert.match(await says(turtle), /topics\.ttl: does not state .*"The hashtag\."@en/);
});

test("JSON-LD that asks for a context elsewhere is not followed", async () => {
  const files = withFile(JSON_LD, (text) =>
    text
      .replace('"@context": {', '"@context": ["https://other.example/c.jsonld", {')
      .replace(/\}(,\s*"@graph")/, "}]$1"),
  );
  await assert.rejects(says(files), /other\.example/);
});

test("what SKOS does not allow is found", async () => {
  assert.match(await says(adding('skos:prefLabel "Second"@en')), /2 preferred labels/);
  assert.match(await says(adding('skos:altLabel "FHIR"@en')), /a label is preferred and alternative/);
  assert.match(await says(adding("skos:inScheme <https://site.example/topic/#x>")), /lies in 2 schemes/);
  assert.match(
    await says(adding("skos:relatedMatch <https://site.example/topic/symplur-fhir/#term>")),
    /matches exactly what it is also related to/,
  );
  assert.match(
    await says(adding("skos:related <https://site.example/topic/symplur-fhir/#term>")),
    /related \S+ is not stated the other way round/,
  );
  assert.match(
    await says(
      withFile(
        TURTLE,
        (text) =>
          `${text}<https://site.example/topic/hl7-flat-fhir/#term> skos:related <https://site.example/topic/hl7-bulk-data/#term>.\n`,
      ),
    ),
    /is related to what is broader/,
  );
});

test("a concept whose page is not there is found", async () => {
  assert.match(await says(withFile("topic/symplur-fhir/index.html", () => undefined)), /symplur-fhir\/ is no page/);
});
