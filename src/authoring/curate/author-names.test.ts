import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { isPerson, toAuthors, turnName } from "./author-names.ts";
import { hostNames } from "./clean-fields.ts";

const SITE = ["Example News", ...hostNames("https://www.example-news.co.uk/a")];

function assertAuthors(bylines: Readonly<Record<string, readonly string[]>>): void {
  for (const [given, expected] of Object.entries(bylines)) assert.deepEqual(toAuthors([given], SITE), expected, given);
}

test("bylines become names", () => {
  assertAuthors({
    "By Ada Park": ["Ada Park"],
    "By Ada Park and Ben Ode": ["Ada Park", "Ben Ode"],
    "By Ada Park, Ben Ode and Cy Lee": ["Ada Park", "Ben Ode", "Cy Lee"],
    "Ada Park, Ben Ode & Cy Lee": ["Ada Park", "Ben Ode", "Cy Lee"],
    "ADA PARK AND BEN ODE": ["ADA PARK", "BEN ODE"],
    "ada park and ben ode": ["ada park", "ben ode"],
    "By Kate Crawford and danah boyd": ["Kate Crawford", "danah boyd"],
    "Ada Park and bell hooks": ["Ada Park", "bell hooks"],
    "Ada Park and many others": ["Ada Park"],
    "Author: Ada Park | Editor: Ben Ode": ["Ada Park"],
    "张三、李四": ["张三", "李四"],
    "Ada Park, Chicago": ["Ada Park"],
    "Ada Park, New York": ["Ada Park"],
    "ByAda Park": ["Ada Park"],
    "Byron Kay": ["Byron Kay"],
    "Posted by: Ada Park | May 3, 2024": ["Ada Park"],
    "By | Ada Park | Staff Writer": ["Ada Park"],
    "Ada Park (@adapark)": ["Ada Park"],
    "Robert (Bob) Lee": ["Robert Lee"],
    "Jean-Luc d’Arc; José Núñez": ["Jean-Luc d’Arc", "José Núñez"],
    "José Ortega y Gasset": ["José Ortega y Gasset"],
    "Maria da Conceição de la Cruz": ["Maria da Conceição de la Cruz"],
    "Ольга Іва": ["Ольга Іва"],
    "O&amp;#146;Brien": ["O’Brien"],
    "https://example.com/author/ada": [],
    "www.facebook.com/ada": [],
    "ada@example.com": [],
    "@adapark": [],
    Staff: [],
    Admin: [],
    Redaktion: [],
    "Example News Staff": [],
    "Editorial Team": [],
    "View the Website": [],
    "": [],
  });
});

test("a byline in the words of other languages", () => {
  assertAuthors({
    "Von Ada Park und Ben Ode": ["Ada Park", "Ben Ode"],
    "Von Miller": ["Von Miller"],
    "Ein Gastbeitrag von Ada Park": ["Ada Park"],
    "Veröffentlicht von Ada Park am 3. Mai 2024": ["Ada Park"],
    "Autorin: Ada Park": ["Ada Park"],
    "Par Ada Park et Ben Ode": ["Ada Park", "Ben Ode"],
    "Écrit par Ada Park": ["Ada Park"],
    "Por Juan Pérez y María García": ["Juan Pérez", "María García"],
    "di Maria Rossi": ["Maria Rossi"],
    "Geschreven door Ada Park": ["Ada Park"],
    "Автор: Ольга Іва": ["Ольга Іва"],
    "About the author Ada Park": ["Ada Park"],
    "Guest post by Ada Park": ["Ada Park"],
    "View all posts by Ada Park": ["Ada Park"],
  });
});

test("an organization is one author, whatever its name joins", () => {
  for (const name of [
    "Centers for Medicare & Medicaid Services",
    "McKinsey & Company",
    "Johnson & Johnson",
    "Procter and Gamble",
    "Eli Lilly and Company",
    "Holland & Knight",
    "Ernst and Young LLP",
    "Foley & Lardner LLP",
    "Bain & Company, Inc.",
    "Becton, Dickinson and Company",
    "Acme, Inc.",
    "Skadden, Arps, Slate, Meagher & Flom LLP",
    "Department of Health and Human Services",
    "U.S. Department of Health and Human Services",
    "Centers for Disease Control and Prevention",
    "Agency for Healthcare Research and Quality",
    "National Academies of Sciences, Engineering, and Medicine",
    "Blue Cross and Blue Shield of Michigan",
    "Blue Cross & Blue Shield Association",
    "Acme Health and Beta Labs",
    "Bank of America",
    "Code for America",
    "Robert Wood Johnson Foundation",
    "Office of the National Coordinator for Health Information Technology",
    "Assistant Secretary for Technology Policy/Office of the National Coordinator for Health Information Technology",
    "HL7 International",
    "SAP SE",
    "Reuters",
  ]) {
    assertAuthors({ [name]: [name], [`By ${name}`]: [name] });
  }
});

test("what people are, and where they work, is no author", () => {
  for (const text of [
    "Jane Doe",
    "By Jane Doe, MD, Chief Medical Officer, Acme Health",
    "Jane Doe, MD, PhD",
    "Jane Doe MD, MPH",
    "Jane Doe, RN, MSN, CPHIMS",
    "Dr. Jane Doe",
    "Dr. med. Jane Doe",
    "Prof. Dr. rer. nat. Jane Doe",
    "Jane Doe PhD",
    "Jane Doe, Dr. med.",
    "Jane Doe, FHIR Lead at X",
    "Jane Doe FHIR Lead at X",
    "Jane Doe for KFF Health News",
    "By Jane Doe, for KFF Health News",
    "Jane Doe, KFF Health News",
    "Jane Doe, Mayo Clinic",
    "Jane Doe of Acme Health",
    "Jane Doe in Berlin",
    "Jane Doe, CEO, Redox Engine",
    "Jane Doe, CEO & Co-Founder, Acme",
    "Jane Doe, Principal at Acme & Co.",
    "Jane Doe, Senior Director of Policy and Regulatory Affairs",
    "Jane Doe, Editor in Chief",
    "Jane Doe, Ph.D. Candidate, MIT",
    "Jane Doe, McKinsey & Company",
    "Par Jane Doe, médecin généraliste",
    "Por Jane Doe, Directora de Salud",
    "Editor-in-Chief Jane Doe",
    "Staff Writer Jane Doe",
    "Jane Doe Health Reporter",
    "Jane Doe, Foley & Lardner LLP",
    "Jane Doe and the Example News team",
    "Jane Doe and colleagues",
    "Jane Doe/Reuters",
    "AP/Jane Doe",
    "Jane Doe, Example News",
    "Jane Doe - Example News",
    "By Jane Doe May 3, 2024",
    "By Jane Doe on May 3, 2024",
    "By Jane Doe Published May 3, 2024",
    "Jane Doe Monday, May 3",
    "Written by Jane Doe | Reviewed by John Roe, MD",
    "Jane Doe Photographs by John Roe",
  ]) {
    assertAuthors({ [text]: ["Jane Doe"] });
  }
  for (const text of [
    "Jane Doe and John Roe",
    "Jane Doe with John Roe",
    "Jane Doe, MD, John Roe, MD",
    "Jane Doe, MD and John Roe, PhD",
    "Dr. Jane Doe, Prof. Dr. John Roe",
    "Jane Doe, CEO, Acme Health, and John Roe, CTO, Redox Engine",
    "Jane Doe, Vice President of Product, Acme; John Roe, CEO",
  ]) {
    assertAuthors({ [text]: ["Jane Doe", "John Roe"] });
  }
  assertAuthors({
    "Medically reviewed by Jane Doe, MD": [],
    "Photo by Jane Doe": [],
    "Jack Ma": ["Jack Ma"],
    "Nat King Cole": ["Nat King Cole"],
    "Dr. Oz": ["Dr. Oz"],
    "Martin Luther King III": ["Martin Luther King III"],
  });
});

test("names are not cut up, and turned ones are turned back", () => {
  assertAuthors({
    "MIT Technology Review": ["MIT Technology Review"],
    "By MIT Technology Review": ["MIT Technology Review"],
    "Y Combinator": ["Y Combinator"],
    "E Ink": ["E Ink"],
    "Mary Ann E Van Buren": ["Mary Ann E Van Buren"],
    "Doe, Jane": ["Jane Doe"],
    "Reuters, Berlin": ["Reuters"],
    "By Acme, Berlin": ["Acme"],
    "Doe, Jane A.": ["Jane A. Doe"],
    "Kim, Jong; Lee, Ann": ["Jong Kim", "Ann Lee"],
    "Jane Doe and 3 others": ["Jane Doe"],
    "John Doe | Jane Roe": ["John Doe", "Jane Roe"],
    "John Doe • Jane Roe • Ada Park": ["John Doe", "Jane Roe", "Ada Park"],
    "Jane Doe | Data Science, Open Source": ["Jane Doe"],
    "Jane Doe | New York": ["Jane Doe"],
    "Skadden Arps, Slate Meagher & Flom LLP": ["Skadden Arps, Slate Meagher & Flom LLP"],
  });
});

test("beside a person the site is no author; other organizations are", () => {
  assert.deepEqual(toAuthors(["Jane Doe", "Example News"], SITE), ["Jane Doe"]);
  assert.deepEqual(toAuthors(["Jane Doe", "Acme Health"], SITE), ["Jane Doe", "Acme Health"]);
  assert.deepEqual(toAuthors(["Example News"], SITE), ["Example News"]);
});

test("names that are turned round are turned back", () => {
  assert.equal(turnName("Park, Ada B."), "Ada B. Park");
  assert.equal(turnName("de la Cruz, José"), "José de la Cruz");
  assert.equal(turnName("Ada Park, MD"), "Ada Park, MD");
  assert.equal(turnName("Ada Park"), "Ada Park");
});

test("a name stands once, however it is spaced", () => {
  assert.deepEqual(toAuthors(["Ada Park", "ADA PARK", "Ada  Park and Ben Ode"]), ["Ada Park", "Ben Ode"]);
});

test("people are told from organizations", () => {
  for (const name of ["Ada Park", "Ludwig van Beethoven", "J. K. Rowling", "张三"]) assert.ok(isPerson(name), name);
  for (const name of ["Ada", "Acme Health", "Read more of this", "SAP SE", "3 Doors Down"]) {
    assert.ok(!isPerson(name), name);
  }
});

test("reading names again changes nothing, whatever the text", () => {
  const part = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.constantFrom(
      ..." | , - ,By , and , & ,; ,/,Example News,Ada Park,Ben Ode,&amp;,MD, (Bob) ,Dr. ,Chief ,Acme Health,LLP, for , on , Editor ,Von ,: ".split(
        ",",
      ),
      ", ",
    ),
  );
  fc.assert(
    fc.property(fc.array(part, { maxLength: 8 }), (parts) => {
      const authors = toAuthors([parts.join("")], SITE);
      assert.deepEqual(toAuthors(authors, SITE), authors);
    }),
  );
});

test("a hostile byline takes no time", () => {
  for (const text of ["By ", "and ", "Dr. ", "A ", "Jane Doe, ", "a & ", "(", " | "]) {
    toAuthors([text.repeat(20_000)], SITE);
  }
});
