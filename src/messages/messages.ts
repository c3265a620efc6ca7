/**
 * The texts of the interface, in the language of the site. Those of scripts are in `browser/`, which a build resolves to
 * one language, so that no page carries the other.
 */
import { getSite } from "../config/settings.ts";
import { once } from "../lib/once.ts";
import { de } from "./de.ts";
import { en } from "./en.ts";
import { interfaceLanguage } from "./languages.ts";

/** English is the model: another catalogue that lacks a message is a type error. */
export type Messages = typeof en;

const catalogues = { en, de } as const satisfies Record<string, Messages>;

/** Rows of long lists ask for each word anew. */
export const getMessages = once((): Messages => catalogues[interfaceLanguage(getSite().language)]);
