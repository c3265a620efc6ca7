import { counted, format } from "../../de/format.ts";

export { counted };

export const { count: formatCount, date: formatDate, list: joinWords } = format;
