/** Words beside a date that say what it is the date of, in the languages of many pages. */
import type { PartialDate } from "../../lib/partial-date.ts";
import { monthOf } from "./month-names.ts";
import type { DateRole } from "./page-marks.ts";

/** Beginnings of words, since languages inflect them; whole where a longer word means another thing, such as news. */
const MODIFIED =
  /last[- ](?:update|change|edit|review|revis|sav|modifi|check|verif|refresh|mod\b)|(?:current|valid|accurate|correct) (?:as of|on)\b|\bas of:? ?$|\bupdated\b|\bupdate\s*(?::|date|vom\b|am\b|du\b)|(?:^|[.;|•·(–-] ?)update $|nachtrag|korrektur|correct(?:ed|ion)|modifi(?:ed|cation)|\bedited (?:on|at)\b|amended|revis(?:ed|ion)\b|reviewed|aktualisier|ge(?:ä|ae)ndert|zuletzt\b|änderung|überarbeite|bearbeit(?:et|ung)|\bstand(?: der \p{L}{2,20})?\s*:?\s*(?:vom |am )?$|actualitza|mise? à jour|mis(?:e?s)? à jour|\bmàj\b|\bmaj\s*:|actualisé|modifié|actualiza|modificad|modificat|modificación|última (?:act|mod|rev)|aggiorna|modifica\s*:|ultim[ao] (?:agg|mod|rev)|atualiza|modificação|alterad|editad|bijgewerkt|gewijzigd|laatste? (?:bij|gew|aan|wij)|uppdatera|ändra[dt]|ändring|opdater|oppdater|sidst (?:red|æn)|sist (?:end|re)|endret|ændret|päivitet|muokat|güncelle|değiştir|обновл|изменен|изменён|оновлен|змінен|aktualizac|aktualizow|aktualizov|zmodyfik|zmienion|data zmian|upraven|změn[aěo]|zmen(?:en|a)|промя|granska[dt]|revider|uuendatud|muudetud|atnaujin|atjaun|cập nhật|diperbarui|dikemas ?kini|עודכן|עדכון|अपडेट|frissít|módosít|ενημέρωσ|ενημερώθ|τροποπο|ažurir|izmijen|izmenj|posodob|обновен|更新|修改|修正|変更|آخر تحديث|تم التحديث|업데이트|수정/giu;

const PUBLISHED =
  /publish|publie|publié|publica(?!tions)|publicer|publik(?:o|u|á)|posted|pubbl|veröff|veroeff|erschien|erstellt|geschrieben am|eingestellt|online seit|submitted|release|issued|created|written|gepost|geplaatst|gepubl|geschreven|julkais|yayın|yayım|опубл|публик|dodan|zveřejn|közzét|megjelen|feltölt|δημοσ|objav|mis en ligne|paru le|発行|公開|掲載|投稿|发布|發布|发表|發表|게시|등록|입력|작성/giu;

/** Some also occur in sentences, and are then no label of a date after a bar: `Join us on LinkedIn | March 5, 2025`. */
const OTHER =
  /copyright|©|\(c\)|joined|member since|membership|registered (?:on|since)|\bsince\b|mitglied seit|dabei seit|inscrit|depuis|\best\.|founded|gegründet|\bborn\b|geboren|deadline|\bdue\b|expir(?:es|y|ation)|gültig|\buntil\b|\bbis\b|(?:event|start|end|closing) date|(?:(?:webinar|meeting|hearing|review|compliance|join|application|registration) date|date of birth|date and time|\bnext review|\bjoin us\b|\b(?:meeting|hearing)(?:\s*:| on)|withdrawn|(?:gesetz|verordnung|urteil|beschluss|richtlinie) vom|\bapply by\b)(?=\s*[|·•]?\s*$|[^|·•]*$)|\b(?:termin|wann)\s*:?\s*$|einsendeschluss|bewerbungsschluss|starts?\b|begins?\b|\bends?\b|\bwhen\s*:?\s*$|(?:received|accepted|approved)(?: on)?\s*:?\s*$|\bcloses:? (?:on )?$|accessed|retrieved|abgerufen|zugriff|archived|version[: ]*$|effective|\bsaid\b|\bsays\b|\bsagt|schrieb am|replied|присоедин|регистрац|miembro desde|membre depuis|membro d/giu;

/** Words for a date that do not say of what. */
const ANY = /\b(?:date|datum|fecha|data|datu|dato)\s*:?\s*$|(?:дата|日付|日期|날짜)\s*[:：]?\s*$/giu;

/** How far before a date its label can begin. */
const REACH = 60;

/** What the label right before a date, the last of several, says of it. */
export function roleBefore(text: string): DateRole | undefined {
  return lastLabel(text)?.role ?? (lastMatch(ANY, text.slice(-REACH)) ? "published" : undefined);
}

/** Words that may also be the subject of the story when they stand above a date. */
const SUBJECT = /^(?:copyright|membership)$/iu;

/** A line above a date is its label when it ends as one: `Last updated`, but not `Reviewed by Ada Park`. */
export function roleAbove(line: string): DateRole | undefined {
  const label = lastLabel(line);
  if (!label) return roleBefore(line);
  const rest = line.slice(label.end);
  // `When` and `Application deadline`, but not `We know when` of a sentence.
  const isEnd =
    label.role === "other"
      ? rest === "" && /^(?:\p{L}+ )?$/u.test(line.slice(0, label.start)) && !SUBJECT.test(line)
      : /^\p{L}{0,8}(?: (?:\p{L}{2}|date))?$/u.test(rest);
  return rest.endsWith(":") || isEnd ? label.role : undefined;
}

function lastLabel(
  text: string,
): { readonly role: DateRole; readonly start: number; readonly end: number } | undefined {
  const start = Math.max(0, text.length - REACH);
  const near = text.slice(start);
  const [last] = [
    { role: "other" as const, match: lastMatch(OTHER, near) },
    { role: "modified" as const, match: lastMatch(MODIFIED, near) },
    { role: "published" as const, match: lastMatch(PUBLISHED, near) },
  ]
    .flatMap(({ role, match }) =>
      match ? [{ role, start: start + match.index, end: start + match.index + match[0].length }] : [],
    )
    .toSorted((a, b) => b.start - a.start);
  return last;
}

const SEGMENT = /[.!?|•·;:–—(/-]\s+/u;
/** What stands before a label and says no more than it: `This entry was posted on`, `Zuerst veröffentlicht`. */
const BEFORE_LABEL =
  /^(?:[^\p{L}]|(?:this|the|an?|article|entry|post|story|page|document|news|press|immediate|for|blog|date|time|first|originally|original|last|was|has|is|been|online|dies|diese[rs]?|der|die|das|den|artikel|beitrag|eintrag|seite|text|meldung|wurde|ist|erstmals|zuerst|ursprünglich|am|datum|tag|cet|article|a|été|le|la|el|il|date|de|du|della|di|data|fecha|dit|bericht|werd|este|artículo|fue|pubblicato|questo|articolo|è|stato)(?!\p{L}))*\p{L}{0,5}$/iu;

/** True where a line, or the part of it before a date, begins with the label: not `The agency released it on`. */
export function isLabelFirst(text: string): boolean {
  const segment =
    text
      .replace(/[:\s(]{1,5}$/, "")
      .slice(-REACH)
      .split(SEGMENT)
      .at(-1) ?? "";
  const label = lastLabel(segment);
  return label === undefined || BEFORE_LABEL.test(segment.slice(0, label.start));
}

/** A date may be followed by what it is: `2025-03-05 更新`, `March 5, 2025 (updated)`. */
export function isModifiedAfter(text: string): boolean {
  return text.length <= 25 && lastMatch(MODIFIED, text) !== undefined;
}

const PUBLISHED_AFTER =
  /^(?:(?:um|at|gegen) \d{1,2}[:.]\d\d(?: uhr)? )?(?:online )?(?:veröffentlicht|publiziert|gepostet|geschrieben|erstellt|gestellt|published|posted|publié|publicado|pubblicato|gepubliceerd|geplaatst)\P{L}*$/iu;

/** `Dieser Artikel wurde am 5. März 2025 veröffentlicht.` */
export function isPublishedAfter(text: string): boolean {
  return text.length <= 50 && PUBLISHED_AFTER.test(text);
}

/** Two dates with this between them are the time of an event. */
export const isRange = (between: string): boolean => /^\s*(?:[-–—]|bis|to|until|au|al)\s*$/iu.test(between);

const FIRST_DAY =
  /(?<![\p{L}\d:./#-])(?<!(?:nr|no|vol)\.? ?)(?:(?<before>\p{L}{2,12})\.? )?(?<day>\d{1,2})(?<end>\.?(?<month>\d{1,2})\.|\.? (?:de )?(?<behind>\p{L}{3,12})\.?|\.|st|nd|rd|th)?(?<mark>\s*(?:[-–—]|bis|to|until|au|al?|по)\s*)$/iu;
const NUMBERED = /^(?:nr|no|vol|volume|issue|part|heft|ausgabe|release|update)$/iu;
const NAME_BEFORE = /(?<!\p{L})(?:[Bb]y|[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Dd]i) (?:\p{Lu}[\p{L}.’'-]* )+$/u;
const FROM = /^(?:from|vom|von|du|del|dal|de|van|с)$/iu;

/** True where `text` ends with the first day of an event that ends on `date`, without a year: `3.–5. März 2025`. */
export function isRangeBefore(text: string, date: PartialDate, language: string): boolean {
  const found = FIRST_DAY.exec(text.slice(-REACH));
  const { before = "", day = "", end, month, behind, mark = "" } = found?.groups ?? {};
  if (!found || Number(day) < 1 || Number(day) > 31) return false;
  if (month !== undefined) return Number(month) >= 1 && Number(month) <= 12;
  if (behind !== undefined) return monthOf(behind, language) !== undefined;
  // `Issue 12–25 March` is no event, and in `By Ada May` there is no month.
  const start = text.slice(-REACH).slice(0, found.index);
  if (NUMBERED.test(before)) return false;
  if (monthOf(before, language) !== undefined) return !NAME_BEFORE.test(start);
  if (Number(day) >= Number(date.slice(8))) return false;
  // `Issue 3 - 5 March` is no event, `3-5 March` and `from 3 to 5 March` are.
  const isLoose = end === undefined && /^\s.*\s$/u.test(mark) && /[-–—]/u.test(mark);
  return !isLoose || FROM.test(before) || (before === "" && /(?:^|[,(]\s*)$/u.test(start));
}

function lastMatch(pattern: RegExp, text: string): RegExpExecArray | undefined {
  return [...text.matchAll(pattern)].at(-1);
}
