import { formatCount } from "../../../lib/text.ts";
import { createCounted } from "../../plural.ts";

export { formatCount };

/** `1 story`, `12,345 stories`. */
export const counted = createCounted("en", formatCount);
