/**
 * The texts of the interface, in the language of the site. Those of scripts are in `browser/`, which a build resolves to
 * one language, so that no page carries the other.
 */
import { getSettings, getSite } from "../config/settings.ts";
import { once } from "../lib/once.ts";
import * as de from "./de.ts";
import * as en from "./en.ts";
import { interfaceLanguage } from "./languages.ts";

/** English is the model: another catalogue that lacks a message is a type error. */
export type Messages = typeof en;

const catalogues = { en, de } as const satisfies Record<string, Messages>;

/** Rows of long lists ask for each word anew. */
export const getMessages = once((): Messages => withOwnWords(catalogues[interfaceLanguage(getSite().language)]));

function withOwnWords({ site, ...others }: Messages): Messages {
  const own = getSettings().words.sections;
  const sections = {
    ...site.sections,
    ...(own.news && { news: own.news }),
    ...(own.topics && { topic: own.topics }),
    ...(own.offerings && { offering: own.offerings }),
    ...(own.organizations && { organization: own.organizations }),
  };
  return { ...others, site: { ...site, sections } };
}
