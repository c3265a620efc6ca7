/** Stories on one event as one: the one that leads in a list, and the others of that list. */

/** A story that may be on the same event as others: all of them, itself too, the lead first. */
interface Clustered<T> {
  readonly cluster?: readonly T[] | undefined;
}

export interface Told<T> {
  readonly lead: T;
  readonly others: readonly T[];
}

/** Each event once. Where the lead of its cluster is not in the list, the next of the cluster takes its place. */
export function tellOnce<T extends Clustered<T>>(stories: readonly T[]): Told<T>[] {
  const listed = new Set(stories);
  return stories.flatMap((item) => {
    const [lead, ...others] = item.cluster?.filter((member) => listed.has(member)) ?? [item];
    return lead === item ? [{ lead, others }] : [];
  });
}

/** What each of the others is called; where two of all have one name, their days tell them apart. */
export function tellApart<T>({ lead, others }: Told<T>, nameOf: (story: T) => string, dayOf: (story: T) => string) {
  const names = [lead, ...others].map(nameOf);
  return others.map((story) => {
    const label = nameOf(story);
    const isAlone = names.indexOf(label) === names.lastIndexOf(label);
    return { story, label, note: isAlone ? undefined : dayOf(story) };
  });
}
