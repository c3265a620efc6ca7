export const notFetched = "Das konnte nicht geladen werden. Bitte erneut versuchen.";
