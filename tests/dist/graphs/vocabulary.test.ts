import assert from "node:assert/strict";
import { test } from "node:test";
import { loadVocabulary, toVocabulary } from "./vocabulary.ts";

const DECLARATIONS = `
type SchemaValue<T, TProperty extends string> = T | readonly T[];
interface ThingBase extends Partial<IdReference> {
    /** The name. */
    "name"?: SchemaValue<Text, "name">;
}
interface WorkBase extends ThingBase {
    /**
     * @deprecated Consider another.
     */
    "awards"?: SchemaValue<Text, "awards">;
    "about"?: SchemaValue<Thing | URL | IdReference, "about">;
}
export interface ThingLeaf extends ThingBase { "@type": "Thing"; }
export interface WorkLeaf extends WorkBase { "@type": "Work"; }
export interface BookLeaf extends WorkBase { "@type": "Book"; }
export interface FormLeaf extends ThingBase { "@type": "Form"; }
export type Form = "https://schema.org/Paper" | "Paper" | FormLeaf;
export type Book = BookLeaf;
export type Work = WorkLeaf | Book;
export type Thing = ThingLeaf | Work | Form;
`;

test("types, properties, ranges, members and what is deprecated are read from the declarations", () => {
  const small = toVocabulary(DECLARATIONS);
  assert.deepEqual([small.typeCount, small.propertyCount], [4, 3]);
  assert.ok(small.hasType("Book") && !small.hasType("Boook"));
  assert.ok(small.isA("Book", "Thing") && small.isA("Book", "Book") && !small.isA("Work", "Book"));
  assert.deepEqual(small.propertyOf("Book", "name"), { ranges: ["Text"], isDeprecated: false });
  assert.deepEqual(small.propertyOf("Book", "about"), { ranges: ["Thing", "URL", "IdReference"], isDeprecated: false });
  assert.equal(small.propertyOf("Book", "awards")?.isDeprecated, true);
  assert.equal(small.propertyOf("Thing", "about"), undefined);
  assert.deepEqual([...small.membersOf("Form")], ["https://schema.org/Paper", "Paper"]);
  assert.deepEqual([...small.membersOf("Book")], []);
});

test("the installed declarations have the form that is expected, and the terms that the site uses", () => {
  const vocabulary = loadVocabulary();
  assert.ok(vocabulary.typeCount > 900 && vocabulary.propertyCount > 1400);
  assert.ok(vocabulary.isA("WebAPI", "Service") && vocabulary.isA("ProfilePage", "CreativeWork"));
  assert.ok(!vocabulary.isA("Article", "Product"));
  assert.deepEqual(vocabulary.propertyOf("WebAPI", "documentation")?.ranges, ["CreativeWork", "URL", "IdReference"]);
  assert.equal(vocabulary.propertyOf("WebAPI", "headline"), undefined);
  assert.equal(vocabulary.propertyOf("Article", "isBasedOnUrl")?.isDeprecated, true);
  assert.ok(vocabulary.membersOf("ItemListOrderType").has("ItemListOrderAscending"));
});
