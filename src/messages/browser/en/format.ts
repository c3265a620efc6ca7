import { createCounted } from "../../plural.ts";

export { formatCount } from "../../../lib/text.ts";

/** `1 story`, `12,345 stories`. */
export const counted = createCounted("en");
