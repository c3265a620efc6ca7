import assert from "node:assert/strict";
import { test } from "node:test";
import { memoryStore } from "../lib/testing.ts";
import { keepChoice, readAddress, readChoice, toQuery } from "./choice.ts";

const storeOf = (text?: string) => memoryStore(text === undefined ? {} : { "curalog.compare": text });

const readOf = (text: string, kept: readonly string[] = []) => readAddress(new URLSearchParams(text), kept);

test("a choice is kept and read again", () => {
  const store = storeOf();
  assert.deepEqual(
    readChoice(() => store),
    [],
  );
  assert.equal(
    keepChoice(["hapi-fhir", "medplum"], () => store),
    true,
  );
  assert.deepEqual(
    readChoice(() => store),
    ["hapi-fhir", "medplum"],
  );
});

test("a storage that refuses or holds anything else counts as empty", () => {
  for (const text of ["", "{", "null", '"a"', '{"a":1}', "[1, null]"]) {
    assert.deepEqual(
      readChoice(() => storeOf(text)),
      [],
      text,
    );
  }
  const refuse = () => {
    throw new Error("Access is denied");
  };
  assert.deepEqual(readChoice(refuse), []);
  assert.equal(keepChoice(["a"], refuse), false);
});

test("an address replaces what was kept, or joins it", () => {
  assert.deepEqual(readOf("", ["a", "b"]).slugs, ["a", "b"]);
  assert.deepEqual(readOf("o=c,d", ["a", "b"]).slugs, ["c", "d"]);
  assert.deepEqual(readOf("o=", ["a", "b"]).slugs, []);
  assert.deepEqual(readOf("add=c&add=a", ["a", "b"]).slugs, ["b", "c", "a"]);
  assert.deepEqual(readOf("o=a&o=b,,%20a&add=c").slugs, ["a", "b", "c"]);
});

test("more than four are named as left out, what was chosen earliest first", () => {
  assert.deepEqual(readOf("o=a,b,c,d,e,f"), { slugs: ["a", "b", "c", "d"], leftOut: ["e", "f"] });
  assert.deepEqual(readOf("add=e", ["a", "b", "c", "d"]), { slugs: ["b", "c", "d", "e"], leftOut: ["a"] });
  assert.deepEqual(readOf("add=a,b,c,d", ["e"]), { slugs: ["a", "b", "c", "d"], leftOut: ["e"] });
});

test("a choice in an address is read back", () => {
  for (const slugs of [[], ["a"], ["hapi-fhir", "医療-api", "a-b"]]) {
    assert.deepEqual(readAddress(new URL(`https://a.example/${toQuery(slugs)}`).searchParams, []).slugs, slugs);
  }
});
