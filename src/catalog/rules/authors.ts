/** Authors have no files: what a name leads to is told by the name, or by the list of names in `content/facts/`. */
import { toNameKey } from "../../lib/slugify.ts";
import { entityPath } from "../../vocab/paths.ts";
import { type AuthorIdentity, toAuthorIndex } from "../authors.ts";
import type { Entry } from "../entries.ts";
import { AUTHOR_NAMES_FILE } from "../file-kind.ts";
import { entriesOf, type RuleContext, warning } from "./rule.ts";

/** Reports names that share a page though they differ by more than case, spaces and punctuation; each name once. */
export function* sameAuthor({ entries, authorNames }: RuleContext) {
  const identify = toAuthorIndex(authorNames);
  const firsts = new Map<string, { readonly name: string; readonly entry: Entry; readonly author: AuthorIdentity }>();
  const seen = new Set<string>();
  for (const entry of entriesOf(entries, "news")) {
    for (const [index, name] of entry.data.authors.entries()) {
      if (seen.has(name)) continue;
      seen.add(name);
      const author = identify(name);
      const first = firsts.get(author.slug);
      if (!first) firsts.set(author.slug, { name, entry, author });
      const isSettled = !first || (author.isListed && first.author.isListed);
      if (isSettled || toNameKey(first.name) === toNameKey(name)) continue;
      yield warning(entry, ["author", index], {
        message: `'${name}' and '${first.name}' of ${first.entry.file} are one author, at ${entityPath("author", author.slug)}`,
        fix: `List both names in content/${AUTHOR_NAMES_FILE}: under one address if they are one person, under two if they are not`,
      });
    }
  }
}
