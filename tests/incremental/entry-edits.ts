/** Edits by which whole entries come, go and move. */
import { rmSync } from "node:fs";
import { basename, join } from "node:path";
import { readTexts, validate } from "../../src/authoring/edit/content-files.ts";
import { rename } from "../../src/authoring/edit/rename.ts";
import { entityKinds } from "../../src/vocab/entity-kind.ts";
import { BUILD_DATE } from "../project-copy.ts";
import { contentOf, drawFile, drawFiles, type Edit, type State, writeTo } from "./edit.ts";
import { drawKind, drawTopic, fieldsOf, setField } from "./field-edits.ts";

/** Most organizations and topics are referred to; after so many that are, none is taken. */
const TRIES = 40;

export const entryEdits: readonly Edit[] = [
  { kind: "new story at the top of the list", apply: addStory },
  { kind: "new offering of a new organization", apply: addOffering },
  { kind: "deletion of a story", apply: (state) => deleteEntry(state, "news/2026") },
  { kind: "deletion of an offering", apply: (state) => deleteEntry(state, "offerings") },
  { kind: "deletion of an organization", apply: (state) => deleteEntry(state, "organizations") },
  { kind: "draft", apply: holdBack },
  { kind: "rename", apply: moveEntry },
  { kind: "topic name", apply: renameTopic },
];

function addStory(state: State): string {
  const number = state.serial();
  const file = `news/2026/new-story-${number}.md`;
  writeTo(contentOf(state), file, storyText(state, `The newest story, number ${number}`));
  return `${file} is new`;
}

/** A story as of the day of the build, of a topic and an offering that are there. */
export function storyText(state: State, title: string): string {
  return `---
title: '${title}'
date: ${BUILD_DATE}
link: https://news.example/${encodeURIComponent(title)}
published: ${BUILD_DATE}
categories:
  - '${drawTopic(state)}'
relatedOfferings:
  - ${basename(drawFile(state, "offerings"), ".md")}
summary: A story that came in last.
---
`;
}

function addOffering(state: State): string {
  const slug = `new-${state.serial()}`;
  writeTo(contentOf(state), `organizations/${slug}.md`, `---\nname: Organization ${slug}\ntype: vendor\n---\n`);
  const text = `---
name: Offering ${slug}
vendor: ${slug}
kind: library
summary: An offering that came in last.
topics:
  - '${drawTopic(state)}'
---
`;
  writeTo(contentOf(state), `offerings/${slug}.md`, text);
  return `offerings/${slug}.md and organizations/${slug}.md are new`;
}

async function deleteEntry(state: State, folder: string): Promise<string | undefined> {
  const file = await drawUnneeded(state, folder);
  if (file === undefined) return undefined;
  rmSync(join(contentOf(state), file));
  return `${file} is gone`;
}

async function holdBack(state: State): Promise<string | undefined> {
  const file = await drawUnneeded(state, "news/2026");
  return file && setField(state, file, ["draft"], true);
}

/** A file that nothing refers to: without it the content has no error. It counts as touched. */
async function drawUnneeded(state: State, folder: string): Promise<string | undefined> {
  const texts = await readTexts(contentOf(state));
  for (const file of drawFiles(state, folder).slice(0, TRIES)) {
    const rest = new Map([...texts].filter(([other]) => other !== file));
    const { diagnostics } = await validate(rest, positionOf(state));
    if (diagnostics.some(({ severity }) => severity === "error")) continue;
    state.touched.add(file);
    return file;
  }
  return undefined;
}

async function moveEntry(state: State): Promise<string> {
  const file = drawFile(state, entityKinds[drawKind(state)].folder);
  const slug = file.startsWith("topics/") ? undefined : `moved-${state.serial()}`;
  if (slug === undefined) return renameTopic(state);
  await rename(positionOf(state), { old: file, slug, name: undefined, isDryRun: false });
  return `${file} is ${slug} now`;
}

/** The address of a topic follows its name, as a rule asks. */
async function renameTopic(state: State): Promise<string> {
  const file = drawFile(state, "topics");
  const authority = String(fieldsOf(state, file)["name"]).split(": ")[0];
  const name = `${authority}: Renamed ${state.serial()}`;
  await rename(positionOf(state), { old: file, slug: undefined, name, isDryRun: false });
  return `${file} is '${name}' now`;
}

function positionOf(state: State) {
  const imageRoot = join(state.project, "public/images");
  const documentRoot = join(state.project, "public/documents");
  return { contentRoot: contentOf(state), imageRoot, documentRoot, buildDate: BUILD_DATE };
}
