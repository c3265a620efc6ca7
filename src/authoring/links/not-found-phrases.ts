/** What headlines say where the page is not there. */
import { fold } from "../../lib/fold.ts";

/** Words after one for the page, at the end of a headline, that say that there is none. */
const VERDICT =
  "(?:not found|(?:can t|cannot|could not|couldn t|can not) be found|(?:is |are )?no longer (?:exists?|available|here|online)|" +
  "(?:does not|doesn t|do not|don t) (?:seem to |appear to )?exist|(?:(?:is |are )?(?:not|un) ?|(?:isn|aren) t )available|(?:(?:has |have )?been |was )(?:removed|deleted)|(?:has|have) expired|" +
  "(?:is )?missing|(?:has )?gone missing|is gone|(?:is )?for sale|(?:is )?parked)";
const LEAD = "(?:(?:oops|whoops|ooops|uh oh|sorry|we re sorry|hmm|http|error|status|code|404|410|but) )*";
export const NOT_FOUND: readonly RegExp[] = [
  new RegExp(
    `^${LEAD}(?:(?:the|this|that|your|requested) )*(?:page|web ?page|article|content|document|file|post|story|site|website|url|link|address|item|product|resource|object|domain|job|event)(?:(?: \\w+){0,6}? ${VERDICT}| (?:removed|deleted))(?: (?:error|404|here|anymore|any more|on this server))*$`,
  ),
  /^(?:(?:http|error|status|code|oops|sorry) )*(?:404|410)(?: (?:error|not found|page|gone|1))*$/,
  /^(?:(?:oops|sorry|error) )*(?:not found|nothing found|nothing (?:was )?found here|page missing|does not exist)$/,
  new RegExp(
    `^${LEAD}we (?:can t|cannot|can not|couldn t|could not|are unable to|were unable to) (?:seem to )?(?:find|locate)(?: \\w+){0,4} (?:page|article|post|content|file|that|it|looking for)(?: \\w+){0,6}$`,
  ),
];
/** The same in the languages of other sources, wherever in the headline. */
export const NOT_FOUND_ELSEWHERE: readonly string[] = [
  "Seite nicht gefunden",
  "Seite wurde nicht gefunden",
  "Seite konnte nicht gefunden werden",
  "Seite existiert nicht",
  "Seite nicht verfügbar",
  "page introuvable",
  "page non trouvée",
  "page n’existe pas",
  "page n’existe plus",
  "página no encontrada",
  "página no existe",
  "no se encontró la página",
  "no se ha encontrado la página",
  "pàgina no trobada",
  "página não encontrada",
  "página não existe",
  "pagina non trovata",
  "pagina niet gevonden",
  "pagina bestaat niet",
  "sidan hittades inte",
  "sidan kunde inte hittas",
  "sidan finns inte",
  "siden blev ikke fundet",
  "siden findes ikke",
  "siden ble ikke funnet",
  "siden finnes ikke",
  "fant ikke siden",
  "sivua ei löytynyt",
  "nie znaleziono strony",
  "strona nie została znaleziona",
  "strona nie istnieje",
  "stránka nenalezena",
  "stránka nebyla nalezena",
  "az oldal nem található",
  "pagina nu a fost găsită",
  "sayfa bulunamadı",
  "страница не найдена",
  "сторінку не знайдено",
  "η σελίδα δεν βρέθηκε",
  "הדף לא נמצא",
  "الصفحة غير موجودة",
  "पृष्ठ नहीं मिला",
  "ページが見つかりません",
  "ページは見つかりません",
  "ページは存在しません",
  "页面不存在",
  "页面未找到",
  "找不到页面",
  "頁面不存在",
  "找不到頁面",
  "找不到網頁",
  "페이지를 찾을 수 없습니다",
  "ไม่พบหน้า",
  "không tìm thấy trang",
  "halaman tidak ditemukan",
].map(fold);
