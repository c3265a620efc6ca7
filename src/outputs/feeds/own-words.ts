/** What we say of a story or a change as one piece of safe HTML, with absolute links; never the source's own words. */
import { escapeMarkup } from "../../lib/escape-markup.ts";
import { type SafeHtml, sanitize } from "../../lib/html.ts";
import { memoize } from "../../lib/memoize.ts";
import { formatDate } from "../../lib/partial-date.ts";
import type { FeedItem } from "../../views/feed.ts";
import type { LinkView } from "../../views/page.ts";
import type { WordedHtml } from "../../views/wording.ts";
import { digestHtml } from "../digest/digest-html.ts";
import { attributesOf, toAnchor } from "../html-parts.ts";

/** Summary, what changed, the digest of a week, insights with who wrote them, the ways to the source and its document, topics, offerings and institution. */
export const ownWords = memoize((item: FeedItem): SafeHtml => {
  const { summary, wording, changes, digest, moreChanges, insights, source, document, topics, offerings, institution } =
    item;
  const by = insights?.by === undefined ? "" : `, ${escapeMarkup(insights.by)}`;
  const html = sanitize(
    [
      summary === undefined ? "" : `<p${attributesOf(wording)}>${escapeMarkup(summary)}</p>`,
      changes.length > 0 ? `<ul>${changes.map((change) => `<li>${escapeMarkup(change)}</li>`).join("")}</ul>` : "",
      digest ? digestHtml(digest) : "",
      moreChanges ? `<p>${toAnchor(moreChanges)}</p>` : "",
      insights ? `<h3>What the curator says${by}</h3>\n${wordedHtml(insights)}` : "",
      source ? `<p>${wayToSource(source, item.published)}${viaOf(item)}</p>` : "",
      document ? `<p>${toAnchor(document)}</p>` : "",
      topics.length > 0 ? `<p>Topics: ${listOf(topics)}</p>` : "",
      offerings.length > 0 ? `<p>Offerings: ${listOf(offerings)}</p>` : "",
      institution ? `<p>Institution: ${toAnchor(institution)}</p>` : "",
    ]
      .filter((part) => part !== "")
      .join("\n"),
  );
  return forReaders(html);
});

function wordedHtml({ html, wording }: WordedHtml): string {
  const attributes = attributesOf(wording);
  return attributes === "" ? html : `<div${attributes}>${html}</div>`;
}

/** Readers have no style sheet of ours, and many take out every control. */
function forReaders(html: SafeHtml): SafeHtml {
  return html
    .replace(/<input\b[^>]*>/g, (box) => (/ checked\b/.test(box) ? "☑" : "☐"))
    .replace(/(<t[dh]\b[^>]*) class="align-(\w+)"/g, '$1 align="$2"') as SafeHtml;
}

function wayToSource(source: NonNullable<FeedItem["source"]>, published: FeedItem["published"]): string {
  const dated = published === undefined ? "" : `, ${formatDate(published)}`;
  if (!source.deadLink) return `Read the article at ${toAnchor({ href: source.href, label: source.host })}${dated}.`;
  const { asOf, archive } = source.deadLink;
  return `The article at ${escapeMarkup(source.host)}${dated} is no longer there, ${escapeMarkup(asOf)}. Look for a copy at ${toAnchor(archive)}.`;
}

function viaOf({ via }: FeedItem): string {
  if (!via) return "";
  return ` Via ${via.link === undefined ? escapeMarkup(via.name) : toAnchor({ href: via.link, label: via.name })}.`;
}

function listOf(links: readonly LinkView[]): string {
  return links.map(toAnchor).join(", ");
}
