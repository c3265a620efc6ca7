export const notFetched = "Das ließ sich nicht laden. Bitte erneut versuchen.";
