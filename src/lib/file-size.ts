import { counted } from "./text.ts";

/** The size of a file as people say it, in the units that systems show: `340 kB`, `1.2 MB`. */
export function formatSize(bytes: number): string {
  if (bytes < 1000) return counted(bytes, "byte");
  return bytes < 999_500 ? `${Math.round(bytes / 1e3)} kB` : `${Number((bytes / 1e6).toFixed(1))} MB`;
}
