import { counted, formatDate, joinWords } from "./format.ts";

export const fetching = "Fakten werden geladen …";
export const factsFailed = (slugs: readonly string[]) =>
  `Es gibt kein Netz, oder die Website antwortet nicht; nicht geladen werden konnten die Fakten von ${joinWords(slugs)}.`;
export const tryAgain = "Erneut versuchen";
export const compared = (names: string) => `${names}.`;
export const alone = (name: string) => `Ausgewählt: ${name}. Für einen Vergleich ein weiteres hinzufügen.`;
export const unknown = (slugs: readonly string[]) =>
  `Kein Angebot hat den Namen ${joinWords(slugs)} in seiner Adresse.`;
export const leftOut = (most: number, slugs: readonly string[]) =>
  `Nur ${most} passen nebeneinander; weggelassen: ${joinWords(slugs)}.`;
export const titleOf = (names: string) => `${names} im Vergleich`;
export const copied = "Der Link ist kopiert.";
export const notCopied = (address: string) => `Der Link konnte nicht kopiert werden: ${address}`;
export const noSuchName = (name: string) => `Kein Angebot heißt „${name}“.`;
export const namesFailed =
  "Es gibt kein Netz, oder die Website antwortet nicht; die Namen der Angebote konnten nicht geladen werden.";

export const comparison = "Vergleich";
export const remove = "Entfernen";
export const removeOffering = (name: string) => `${name} entfernen`;
export const nothingDiffers = "keine Unterschiede";
export const differs = "(unterschiedlich)";
export const andMore = (count: number) => `und ${count} weitere`;

export const notStated = "nicht angegeben";
export const notDeclared = "nicht deklariert";
export const noInterface = "nicht erfasst";
export const noListing = "selbst nicht gelistet";
export const noStories = "keine";

export const facts = "Fakten";
export const vendor = "Anbieter";
export const kind = "Art";
export const licence = "Lizenz";
export const status = "Status";
export const documentation = "Dokumentation";
export const homepage = "Website";
export const repository = "Repository";
export const certified = "ONC-zertifiziert";
export const listings = (count: number, day: string) =>
  `${counted(count, { one: "Listeneintrag", other: "Listeneinträge" })}, Stand ${formatDate(day)}`;

export const access = "Zugang";
export const registration = "Registrierung";
export const sandbox = "Sandbox";
export const price = "Preis";
export const authentication = "Authentifizierung";
export const limits = "Grenzen";
export const style = "Stil";
export const data = "Daten";
export const regions = "Regionen";
export const libraries = "Bibliotheken";
export const changelog = "Änderungsprotokoll";
export const statusPage = "Statusseite";
export const terms = "Nutzungsbedingungen";
export const latestRelease = "Neueste Version";
export const listedBy = (list: string) => `Aufgeführt bei ${list}.`;

export const standards = "Standards";
export const bases: Readonly<Record<string, string>> = {
  stated: "angegeben",
  declared: "deklariert",
  implied: "abgeleitet",
};

export const declaredInterface = "Schnittstelle, wie deklariert";
export const software = "Software";
export const environment = "Umgebung";
export const environments: Readonly<Record<string, string>> = { production: "Produktion", sandbox: "Sandbox" };
export const resourceTypes = "Ressourcentypen";
export const countedTypes = (types: number, read: number, searched: number, written: number) =>
  `${types}: ${read} lesbar, ${searched} durchsuchbar und ${written} schreibbar`;
export const wholeSystem = "Gesamtes System";
export const operations = "Operationen";
export const formats = "Formate";
export const security = "Sicherheit";
export const grantTypes = "Grant Types";
export const clientAuthentication = "Client-Authentifizierung";
export const paths = (title: string, count: number) => `${title}: ${counted(count, { one: "Pfad", other: "Pfade" })}`;
export const readOn = "Gelesen am";

export const declaredTypes = "Ressourcentypen, wie deklariert";
export const interactions = { read: "lesen", search: "suchen", write: "schreiben" };

export const news = "In den Meldungen";
export const newestStories = "Neueste Meldungen";
