import { once } from "../lib/once.ts";

/** The forms that a word takes with a count, by the plural categories of the language; English and German have these two. */
export interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** A function that chooses the form of a word that goes with a count: `story`, `stories`. */
export function createPlural(language: string): (count: number, forms: PluralForms) => string {
  const rules = once(() => new Intl.PluralRules(language));
  return (count, forms) => (rules().select(count) === "one" ? forms.one : forms.other);
}

/** A function that writes a count with the form of the word that goes with it: `1 story`, `12,345 stories`. */
export function createCounted(
  language: string,
  formatCount: (count: number) => string,
): (count: number, forms: PluralForms) => string {
  const plural = createPlural(language);
  return (count, forms) => `${formatCount(count)} ${plural(count, forms)}`;
}
