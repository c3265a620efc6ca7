/** Makes two topics one: what was filed under the first is filed under the second, and the first one's path leads there; or says why not and writes nothing. */
import type { Entry } from "../../catalog/entries.ts";
import type { ContentSettings } from "../../catalog/load-content.ts";
import { entriesOf } from "../../catalog/rules/rule.ts";
import { InputError } from "../../cli/command.ts";
import { entityPath } from "../../vocab/paths.ts";
import { findSound, listData, readAsIs, writeIfValid } from "./content-files.ts";
import { editFrontMatter, type FieldEdit } from "./edit-front-matter.ts";
import { findEntry } from "./find-entry.ts";
import { topicEdits } from "./references.ts";
import { nothingRewritten, type Rewritten } from "./rename.ts";

export interface MergeRequest {
  /** Slug, name, file or path of the topic that goes. */
  readonly from: string;
  readonly into: string;
  readonly isDryRun: boolean;
}

export async function mergeTopic(
  settings: ContentSettings,
  { from, into, isDryRun }: MergeRequest,
): Promise<Rewritten> {
  const content = await readAsIs(settings);
  const where = { contentRoot: settings.contentRoot, kind: "topic" } as const;
  const foundTarget = findSound(content, into, () => findEntry(content.entries, into, where));
  const foundSource = findSound(content, from, () => findEntry(content.entries, from, where));
  if (foundSource.isFormer && foundSource.entry === foundTarget.entry) {
    return { ...nothingRewritten, isDryRun };
  }
  if (foundSource.isFormer) throw new InputError(`'${from}' is ${foundSource.entry.file} now; name that`);
  if (foundTarget.isFormer) throw new InputError(`'${into}' is ${foundTarget.entry.file} now; name that`);
  const [source] = entriesOf([foundSource.entry], "topic");
  const [target] = entriesOf([foundTarget.entry], "topic");
  if (!source || !target || source === target)
    throw new InputError("Name two topics: the one that goes, and the one that stays");
  if (source.hasBody) {
    throw new InputError(
      `${source.file} has a text of its own; move what is worth keeping to ${target.file} and empty it first`,
    );
  }
  if (target.data.draft && !source.data.draft) {
    throw new InputError(
      `${target.file} is a draft: what is filed under '${source.data.name}' would leave the site; publish it first`,
    );
  }

  const changes = new Map<string, string | undefined>();
  for (const { file, kind, text, data } of listData(content, [source.data.name])) {
    if (file === source.file) continue;
    const edits =
      file === target.file ? joinEdits(source, target) : topicEdits(kind, data, source.data.name, target.data.name);
    const edited = editFrontMatter(text, edits, file);
    if (edited !== text) changes.set(file, edited);
  }
  const changed = [...changes.keys()].sort();
  changes.set(source.file, undefined);
  await writeIfValid(settings, content, changes, { moved: new Map(), isDryRun });
  return {
    isDryRun,
    movedFrom: source.file,
    movedTo: undefined,
    changed,
    alias: entityPath("topic", source.slug),
    notes: [...toNotes(source, target)],
  };
}

type TopicEntry = Entry<"topic">;

/** What the topic that stays takes over: relations and former paths, without itself and without doubles. */
function joinEdits(source: TopicEntry, target: TopicEntry): readonly FieldEdit[] {
  const names = [source.data.name, target.data.name];
  const join = (own: readonly string[], other: readonly string[]) =>
    [...new Set([...own, ...other])].filter((name) => !names.includes(name));
  const sameAs = join(target.data.sameAs, source.data.sameAs);
  // A topic on the same subject need not be listed as related too, unless the file already lists it as both.
  const related = join(target.data.related, source.data.related).filter(
    (name) => target.data.related.includes(name) || !sameAs.includes(name),
  );
  const broader = broaderOf(source, target);
  return [
    ...listEdit("sameAs", target.data.sameAs, sameAs),
    ...listEdit("related", target.data.related, related),
    ...(broader === target.data.broader
      ? []
      : [broader === undefined ? removal("broader") : ({ do: "set", path: ["broader"], value: broader } as const)]),
    ...[...source.data.aliases, entityPath("topic", source.slug)].map(
      (value): FieldEdit => ({ do: "add", path: ["aliases"], value }),
    ),
  ];
}

/** Its own wider topic counts, unless it was the one that goes. */
function broaderOf(source: TopicEntry, target: TopicEntry): string | undefined {
  const own = target.data.broader === source.data.name ? undefined : target.data.broader;
  const other = source.data.broader === target.data.name ? undefined : source.data.broader;
  return own ?? other;
}

function listEdit(field: string, before: readonly string[], after: readonly string[]): readonly FieldEdit[] {
  if (before.length === after.length && before.every((name, index) => name === after[index])) return [];
  return [after.length === 0 ? removal(field) : { do: "set", path: [field], value: after }];
}

function removal(field: string): FieldEdit {
  return { do: "remove", path: [field] };
}

function* toNotes(source: TopicEntry, target: TopicEntry): Generator<string> {
  yield `Dropped, the description of the one that went: ${source.data.description}`;
  const lost = source.data.broader;
  const isLost = lost !== undefined && lost !== target.data.name && broaderOf(source, target) !== lost;
  if (isLost) yield `Dropped, since ${target.file} has a wider topic of its own: ${lost}`;
}
