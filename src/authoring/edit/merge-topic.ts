/** Makes two topics one: what was filed under the first is filed under the second, and the first one's path leads there; or says why not and writes nothing. */
import type { Entry } from "../../catalog/entries.ts";
import { entriesOf } from "../../catalog/rules/rule.ts";
import { InputError } from "../../cli/command.ts";
import { entityPath } from "../../vocab/paths.ts";
import { type Place, readValid, writeIfValid } from "./content-files.ts";
import { type Edit, editFrontMatter, readData } from "./edit-front-matter.ts";
import { findEntry } from "./find-entry.ts";
import { topicEdits } from "./references.ts";
import { type Rewritten, textOf } from "./rename.ts";

export interface MergeRequest {
  /** Slug, name, file or path of the topic that goes. */
  readonly from: string;
  readonly into: string;
  readonly isDryRun: boolean;
}

export async function mergeTopic(place: Place, { from, into, isDryRun }: MergeRequest): Promise<Rewritten> {
  const judged = await readValid(place);
  const where = { contentRoot: place.contentRoot, kind: "topic" } as const;
  const target = findEntry(judged.entries, into, where);
  const source = findEntry(judged.entries, from, where);
  if (source.isFormer && source.entry === target.entry) {
    return { isDryRun, movedFrom: undefined, movedTo: undefined, changed: [], alias: undefined, notes: [] };
  }
  if (source.isFormer) throw new InputError(`'${from}' is ${source.entry.file} now; name that`);
  if (target.isFormer) throw new InputError(`'${into}' is ${target.entry.file} now; name that`);
  const [gone] = entriesOf([source.entry], "topic");
  const [kept] = entriesOf([target.entry], "topic");
  if (!gone || !kept || gone === kept)
    throw new InputError("Name two topics: the one that goes, and the one that stays");
  if (gone.bodyWords > 0) {
    throw new InputError(
      `${gone.file} has a text of its own; move what is worth keeping to ${kept.file} and empty it first`,
    );
  }
  if (kept.data.draft && !gone.data.draft) {
    throw new InputError(
      `${kept.file} is a draft: what is filed under '${gone.data.name}' would leave the site; publish it first`,
    );
  }

  const changes = new Map<string, string | undefined>();
  for (const other of judged.entries) {
    if (other === gone) continue;
    const text = textOf(judged, other.file);
    const edits =
      other === kept
        ? joinEdits(gone, kept)
        : topicEdits(other.kind, readData(text, other.file), gone.data.name, kept.data.name);
    const edited = editFrontMatter(text, edits, other.file);
    if (edited !== text) changes.set(other.file, edited);
  }
  const changed = [...changes.keys()].sort();
  changes.set(gone.file, undefined);
  await writeIfValid(place, judged, changes, { moved: new Map(), isDryRun });
  return {
    isDryRun,
    movedFrom: gone.file,
    movedTo: undefined,
    changed,
    alias: entityPath("topic", gone.slug),
    notes: [...toNotes(gone, kept)],
  };
}

type TopicEntry = Entry<"topic">;

/** What the topic that stays takes over: relations and former paths, without itself and without doubles. */
function joinEdits(gone: TopicEntry, kept: TopicEntry): readonly Edit[] {
  const names = [gone.data.name, kept.data.name];
  const join = (own: readonly string[], other: readonly string[]) =>
    [...new Set([...own, ...other])].filter((name) => !names.includes(name));
  const sameAs = join(kept.data.sameAs, gone.data.sameAs);
  // What is the same subject needs not be called a neighbour as well, unless the file says both already.
  const related = join(kept.data.related, gone.data.related).filter(
    (name) => kept.data.related.includes(name) || !sameAs.includes(name),
  );
  const broader = broaderOf(gone, kept);
  return [
    ...listEdit("sameAs", kept.data.sameAs, sameAs),
    ...listEdit("related", kept.data.related, related),
    ...(broader === kept.data.broader
      ? []
      : [broader === undefined ? removal("broader") : ({ do: "set", path: ["broader"], value: broader } as const)]),
    ...[...gone.data.aliases, entityPath("topic", gone.slug)].map(
      (value): Edit => ({ do: "add", path: ["aliases"], value }),
    ),
  ];
}

/** Its own wider topic counts, unless it was the one that goes. */
function broaderOf(gone: TopicEntry, kept: TopicEntry): string | undefined {
  const own = kept.data.broader === gone.data.name ? undefined : kept.data.broader;
  const other = gone.data.broader === kept.data.name ? undefined : gone.data.broader;
  return own ?? other;
}

function listEdit(field: string, before: readonly string[], after: readonly string[]): readonly Edit[] {
  if (before.length === after.length && before.every((name, index) => name === after[index])) return [];
  return [after.length === 0 ? removal(field) : { do: "set", path: [field], value: after }];
}

function removal(field: string): Edit {
  return { do: "remove", path: [field] };
}

function* toNotes(gone: TopicEntry, kept: TopicEntry): Generator<string> {
  yield `Not kept, the description of the one that went: ${gone.data.description}`;
  const lost = gone.data.broader;
  const isLost = lost !== undefined && lost !== kept.data.name && broaderOf(gone, kept) !== lost;
  if (isLost) yield `Not kept, since ${kept.file} has a wider topic of its own: ${lost}`;
}
