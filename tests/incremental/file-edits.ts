/** Edits of the files beside the entries: images, files that are copied, and facts that programs write. */
import { existsSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { between, pick } from "../../bench/random.ts";
import { listFiles } from "../../src/built-site/built-site.ts";
import { LINK_FACTS_FILE, ONC_FACTS_FILE } from "../../src/catalog/file-kind.ts";
import type { FhirFacts } from "../../src/schemas/interface-facts.ts";
import type { LinkFacts } from "../../src/schemas/link-facts.ts";
import type { OncFacts } from "../../src/schemas/onc-facts.ts";
import { PNG } from "../png.ts";
import { contentOf, drawFile, drawFiles, type Edit, findDrawn, readText, type State, writeTo } from "./edit.ts";
import { fieldsOf, setField } from "./field-edits.ts";

const SMALLEST = 100;
const LARGEST = 2000;

export const fileEdits: readonly Edit[] = [
  { kind: "image added", apply: addImage },
  { kind: "image replaced", apply: (state) => changeFile(state, "public/images", LARGEST) },
  { kind: "image replaced, of the same length", apply: (state) => changeFile(state, "public/images", 0) },
  { kind: "image removed", apply: (state) => removeFile(state, "public/images") },
  { kind: "document added", apply: addDocument },
  { kind: "document replaced", apply: (state) => changeFile(state, "public/documents", LARGEST) },
  { kind: "file in public added", apply: (state) => addFile(state, `public/notes/note-${state.serial()}.txt`) },
  { kind: "file in public changed", apply: (state) => changeFile(state, "public/notes", LARGEST) },
  { kind: "file in public removed", apply: (state) => removeFile(state, "public/notes") },
  { kind: "facts about certified products", apply: changeProduct },
  { kind: "facts of an interface", apply: changeInterface },
  { kind: "facts about links", apply: loseLink },
];

function addImage(state: State): string {
  const image = `2026/picture-${state.serial()}.png`;
  addFile(state, `public/images/${image}`);
  return setField(state, drawFile(state, "news/2026"), ["featuredImage"], image);
}

function addDocument(state: State): string {
  const document = `2026/report-${state.serial()}.pdf`;
  addFile(state, `public/documents/${document}`);
  return setField(state, drawFile(state, "news/2026"), ["featuredPdf"], document);
}

/** A small image or the beginning of a PDF with noise behind it; what is neither can hold any bytes. */
function addFile(state: State, file: string, length: number = between(state.random, SMALLEST, LARGEST)): string {
  const head = file.endsWith(".pdf") ? Buffer.from("%PDF-1.7") : PNG;
  const noise = Array.from({ length: length - head.length }, () => between(state.random, 0, 255));
  writeTo(state.project, file, Uint8Array.from([...head, ...noise]));
  state.touched.add(file);
  return `${file} has ${length} bytes`;
}

function changeFile(state: State, folder: string, more: number): string | undefined {
  const file = findFile(state, folder);
  if (file === undefined) return undefined;
  const { length } = readFileSync(join(state.project, file));
  return addFile(state, file, length + (more === 0 ? 0 : between(state.random, 1, more)));
}

function removeFile(state: State, folder: string): string | undefined {
  const file = findFile(state, folder);
  if (file === undefined) return undefined;
  rmSync(join(state.project, file));
  return `${file} is dead`;
}

function findFile({ project, random, touched }: State, folder: string): string | undefined {
  const files = existsSync(join(project, folder)) ? listFiles(join(project, folder)) : [];
  const untouched = files.map((file) => `${folder}/${file}`).filter((file) => !touched.has(file));
  return untouched.length === 0 ? undefined : pick(random, untouched);
}

/** One that an offering of the corpus shows. */
function changeProduct(state: State): string {
  const facts: OncFacts = JSON.parse(readText(contentOf(state), ONC_FACTS_FILE));
  const shown = new Set(drawFiles(state, "offerings").flatMap((file) => fieldsOf(state, file)["oncProducts"] ?? []));
  const name = pick(
    state.random,
    facts.products.filter(({ product }) => shown.has(product)),
  ).product;
  const version = `edited ${state.serial()}`;
  const products = facts.products.map((one) => {
    const [newest, ...others] = one.versions;
    return one.product === name ? { ...one, versions: [{ ...newest, version }, ...others] } : one;
  });
  writeTo(contentOf(state), ONC_FACTS_FILE, `${JSON.stringify({ ...facts, products }, null, 2)}\n`);
  return `${ONC_FACTS_FILE}: '${name}' is ${version}`;
}

/** The software of a server has another version, which its pages, feeds and data tell as a change. */
function changeInterface(state: State): string {
  const root = contentOf(state);
  const file = pick(
    state.random,
    listFiles(join(root, "facts/interfaces")).filter((name) => name.includes("/fhir-")),
  );
  const path = `facts/interfaces/${file}`;
  const facts: FhirFacts = JSON.parse(readText(root, path));
  const version = `edited ${state.serial()}`;
  const changes = [{ day: facts.seen, field: "software.version", after: version }, ...facts.changes];
  writeTo(root, path, `${JSON.stringify({ ...facts, software: { ...facts.software, version }, changes }, null, 2)}\n`);
  return `${path}: the software is ${version}`;
}

/** A source is gone, as the check of the links finds after a week. */
function loseLink(state: State): string | undefined {
  const root = contentOf(state);
  const earlier: LinkFacts = existsSync(join(root, LINK_FACTS_FILE))
    ? JSON.parse(readText(root, LINK_FACTS_FILE))
    : { source: "npm run links", links: [] };
  const linkOf = (file: string) => String(fieldsOf(state, file)["link"]);
  const story = findDrawn(state, "news/2026", (file) => earlier.links.every(({ url }) => url !== linkOf(file)));
  if (story === undefined) return undefined;
  const url = linkOf(story);
  const deadOn = ["2026-11-01", "2026-11-08", "2026-11-15"];
  const record = { url, checked: "2026-11-15", result: "dead", detail: "404", deadOn };
  writeTo(root, LINK_FACTS_FILE, `${JSON.stringify({ ...earlier, links: [...earlier.links, record] }, null, 2)}\n`);
  return `${LINK_FACTS_FILE}: ${url} is dead`;
}
