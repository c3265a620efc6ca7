/** Names of months and weekdays in every language, in the forms that dates have: `März`, `marca`, `de març`, `Sept.`. */
import { fold } from "../../lib/fold.ts";

/** What `Intl` does not know: how WordPress and ASCII write German months, and an English short form. */
const OTHER_SPELLINGS: ReadonlyMap<string, number> = new Map([
  ["mrz", 3],
  ["maerz", 3],
  ["jaenner", 1],
  ["sept", 9],
]);

/** Tried together where neither the language of the page nor English has the word: pages misstate their language. */
const COMMON_LANGUAGES =
  "ar bg ca cs da de de-AT el es et eu fi fr gl he hi hr hu id is it lt lv mk nb nl pl pt ro ru sk sl sq sr sr-Latn sv tr uk".split(
    " ",
  );

/** A day in each month, and the days from a Sunday on. */
const DAYS_OF_YEAR = Array.from({ length: 12 }, (_, month) => Date.UTC(2024, month, 15));
const DAYS_OF_WEEK = Array.from({ length: 7 }, (_, day) => Date.UTC(2024, 0, 7 + day));

type Names = ReadonlyMap<string, number>;

/** The number of a month by its name, or by its first letters, in the language of the page, in English or in any other. */
export function monthOf(word: string, language: string): number | undefined {
  const wanted = fold(word);
  if (wanted.length < 3) return undefined;
  const own = namesIn(language, "month");
  return (
    own.get(wanted) ??
    namesIn("en", "month").get(wanted) ??
    OTHER_SPELLINGS.get(wanted) ??
    byFirstLetters(own, wanted) ??
    byFirstLetters(namesIn("en", "month"), wanted) ??
    monthsInAny().get(wanted)
  );
}

/** The number of a weekday, Sunday being 0, in the language of the page or in English. */
export function weekdayOf(word: string, language: string): number | undefined {
  const wanted = fold(word);
  if (wanted.length < 2) return undefined;
  for (const names of [namesIn(language, "weekday"), namesIn("en", "weekday")]) {
    const number = names.get(wanted) ?? byFirstLetters(names, wanted);
    if (number !== undefined) return number;
  }
  return undefined;
}

/** Names are shortened in many ways; letters that begin the names of two months tell neither. */
function byFirstLetters(names: Names, letters: string): number | undefined {
  if (letters.length < 3 || letters.length > 5) return undefined;
  const numbers = new Set([...names].flatMap(([name, number]) => (name.startsWith(letters) ? [number] : [])));
  const [number] = numbers;
  return numbers.size === 1 ? number : undefined;
}

let inAnyLanguage: Names | undefined;

/** Names that mean the same month in every language that has them: not `listopad`, which is October or November. */
function monthsInAny(): Names {
  inAnyLanguage ??= unambiguous(COMMON_LANGUAGES.flatMap((language) => [...namesIn(language, "month")]));
  return inAnyLanguage;
}

const known = new Map<string, Names>();

function namesIn(language: string, part: "month" | "weekday"): Names {
  const key = `${language} ${part}`;
  let names = known.get(key);
  if (!names) {
    names = readNames(language, part);
    known.set(key, names);
  }
  return names;
}

function readNames(language: string, part: "month" | "weekday"): Names {
  const times = part === "month" ? DAYS_OF_YEAR : DAYS_OF_WEEK;
  const names: [string, number][] = [];
  try {
    for (const style of ["long", "short"] as const) {
      // In many languages a month has another form beside a day: `marzec`, `5 marca`.
      for (const day of [undefined, "numeric"] as const) {
        const format = new Intl.DateTimeFormat(language, {
          [part]: style,
          day,
          calendar: "gregory",
          numberingSystem: "latn",
          timeZone: "UTC",
        });
        for (const [index, time] of times.entries()) {
          const value = format.formatToParts(time).find(({ type }) => type === part)?.value ?? "";
          names.push([fold(value), part === "month" ? index + 1 : index]);
        }
      }
    }
  } catch {
    // A page may call its language anything.
    return new Map();
  }
  return unambiguous(names.filter(([name]) => /(?:\p{L}\p{M}*){2}/u.test(name)));
}

function unambiguous(names: readonly (readonly [string, number])[]): Names {
  const numbers = new Map<string, Set<number>>();
  for (const [name, number] of names) numbers.set(name, (numbers.get(name) ?? new Set()).add(number));
  return new Map(
    [...numbers].flatMap(([name, [first = 0, ...others]]) => (others.length === 0 ? [[name, first]] : [])),
  );
}
