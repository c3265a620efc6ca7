/** The forms that a word takes with a count, by the plural categories of the language; English and German have these two. */
export interface PluralForms {
  readonly one: string;
  readonly other: string;
}

/** A function that writes a count with the form of the word that goes with it: `1 story`, `12,345 stories`. */
export function createCounted(language: string): (count: number, forms: PluralForms) => string {
  const rules = new Intl.PluralRules(language);
  const format = new Intl.NumberFormat(language);
  return (count, forms) => `${format.format(count)} ${rules.select(count) === "one" ? forms.one : forms.other}`;
}
