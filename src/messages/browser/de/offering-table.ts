export const filtersFailed = "Die Filter konnten nicht geladen werden. Bitte die Seite neu laden.";
