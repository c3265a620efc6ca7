export const filtersFailed = "Die Filter konnten nicht geladen werden. Seite neu laden.";
