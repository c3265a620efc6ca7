import { counted, formatCount } from "./format.ts";

export const unable =
  "Dieser Browser kann hier keine Seiten speichern: Er hat keine Service Worker, oder er verweigert das Speichern, wie in einem privaten Fenster.";
export const notKept = "Diese Seite ist auf diesem Gerät nicht gespeichert";
export const turningOn = "Wird eingeschaltet …";
export const turningOff = "Gespeichertes wird entfernt …";
export const isOn = "Eingeschaltet: Was von jetzt an gelesen wird, wird gespeichert.";
export const isOff = "Ausgeschaltet: Alles, was gespeichert war, ist entfernt.";
export const onFailed =
  "Es ließ sich nicht einschalten: Die Website hat nicht geantwortet, oder der Browser verweigert das Speichern von Seiten.";
export const offFailed = "Der Browser konnte nicht alles entfernen. Bitte erneut versuchen.";
export const pagesRemoved = "Die gespeicherten Seiten sind entfernt.";
export const keptInAll = (pages: number, bytes: number) =>
  `${counted(pages, { one: "Seite", other: "Seiten" })}, zusammen ${formatSize(bytes)}`;

function formatSize(bytes: number): string {
  if (bytes < 1000) return `${bytes} Byte`;
  return bytes < 999_500 ? `${Math.round(bytes / 1e3)} kB` : `${formatCount(Number((bytes / 1e6).toFixed(1)))} MB`;
}
