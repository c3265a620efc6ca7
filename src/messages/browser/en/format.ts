import { formatCount } from "../../../lib/text.ts";
import { createCounted } from "../../plural.ts";

export { formatDate } from "../../../lib/partial-date.ts";
export { joinWords } from "../../../lib/text.ts";
export { formatCount };

/** `1 story`, `12,345 stories`. */
export const counted = createCounted("en", formatCount);
