/** Which names are one author, and which are not, where an editor has said so in `content/facts/authors.json`. */
import { z } from "zod";
import { toNameKey } from "../lib/slugify.ts";
import { line, slug } from "./fields.ts";

/** The last part of an author's address, and the names that lead there; the first is shown. */
export const AuthorNamesSchema = z.record(slug, z.array(line).min(1)).superRefine((names, context) => {
  const known = new Set<string>();
  for (const [key, list] of Object.entries(names)) {
    if (key === "index") context.addIssue({ code: "custom", path: [key], message: "is the address of a list" });
    for (const [index, name] of list.entries()) {
      if (known.has(toNameKey(name)))
        context.addIssue({ code: "custom", path: [key, index], message: `stands there twice: '${name}'` });
      known.add(toNameKey(name));
    }
  }
});

export type AuthorNames = z.output<typeof AuthorNamesSchema>;
