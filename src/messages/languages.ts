/** The languages that the interface speaks. */
export const interfaceLanguages = ["en", "de"] as const;
export type InterfaceLanguage = (typeof interfaceLanguages)[number];

/** The language of the interface of a site in a language such as `de-AT`; English where there is no catalogue of it. */
export function interfaceLanguage(tag: string): InterfaceLanguage {
  const { language } = new Intl.Locale(tag);
  return interfaceLanguages.find((one) => one === language) ?? "en";
}
