export const pageFailed = "Der Vergleich konnte nicht geladen werden. Bitte die Seite neu laden.";
