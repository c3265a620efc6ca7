export const pageFailed = "Der Vergleich konnte nicht geladen werden. Seite neu laden.";
