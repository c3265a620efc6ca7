import { format } from "./de/format.ts";
import { site } from "./de/site.ts";
import type { Messages } from "./messages.ts";

export const de: Messages = { format, site };
