import { format } from "./en/format.ts";
import { site } from "./en/site.ts";

export const en = { format, site };
