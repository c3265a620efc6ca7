/** What we say of a story or a change as one piece of safe HTML, with absolute links; never the source's own words. */
import { escapeMarkup } from "../../lib/escape-markup.ts";
import { type SafeHtml, sanitize } from "../../lib/html.ts";
import { memoize } from "../../lib/memoize.ts";
import { getMessages } from "../../messages/messages.ts";
import type { FeedItem } from "../../views/feed.ts";
import type { LinkView } from "../../views/page.ts";
import type { WordedHtml } from "../../views/wording.ts";
import { digestHtml } from "../digest/digest-html.ts";
import { attributesOf, toAnchor } from "../html-parts.ts";

/** Summary, what changed, the digest of a week, insights with who wrote them, the ways to the source and its document, topics, offerings and institution. */
export const ownWords = memoize((item: FeedItem): SafeHtml => {
  const { summary, wording, changes, digest, moreChanges, insights, source, document, topics, offerings, institution } =
    item;
  const { feeds: messages } = getMessages();
  const by = insights?.by === undefined ? undefined : escapeMarkup(insights.by);
  const html = sanitize(
    [
      summary === undefined ? "" : `<p${attributesOf(wording)}>${escapeMarkup(summary)}</p>`,
      changes.length > 0 ? `<ul>${changes.map((change) => `<li>${escapeMarkup(change)}</li>`).join("")}</ul>` : "",
      digest ? digestHtml(digest) : "",
      moreChanges ? `<p>${toAnchor(moreChanges)}</p>` : "",
      insights ? `<h3>${messages.insights(by)}</h3>\n${wordedHtml(insights)}` : "",
      source ? `<p>${[wayToSource(source, item.published), ...viaOf(item)].join(" ")}</p>` : "",
      document ? `<p>${toAnchor(document)}</p>` : "",
      topics.length > 0 ? `<p>${messages.topics(listOf(topics))}</p>` : "",
      offerings.length > 0 ? `<p>${messages.offerings(listOf(offerings))}</p>` : "",
      institution ? `<p>${messages.institution(toAnchor(institution))}</p>` : "",
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
  const { feeds: messages, format } = getMessages();
  const day = published === undefined ? undefined : format.date(published);
  if (!source.deadLink) return messages.article(toAnchor({ href: source.href, label: source.host }), day);
  const { asOf, archive } = source.deadLink;
  return messages.goneArticle(escapeMarkup(source.host), day, escapeMarkup(asOf), toAnchor(archive));
}

function viaOf({ via }: FeedItem): string[] {
  if (!via) return [];
  const name = via.link === undefined ? escapeMarkup(via.name) : toAnchor({ href: via.link, label: via.name });
  return [getMessages().feeds.via(name)];
}

function listOf(links: readonly LinkView[]): string {
  return links.map(toAnchor).join(", ");
}
