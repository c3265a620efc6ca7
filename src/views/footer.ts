/** The links at the foot of every page. */
import { getConfig } from "../config/config.ts";
import { getMessages } from "../messages/messages.ts";
import { isPublished } from "../vocab/published-paths.ts";
import { buildAnchor, proposeAnchor } from "./about-page.ts";
import type { LinkView } from "./page.ts";
import { aboutUrl, apiPageUrl, feedsUrl, followingUrl, indexUrl, offlineUrl } from "./urls.ts";

/** Without a repository there is no way to propose a story. */
export function buildFooterLinks(
  { repository }: { readonly repository: string | undefined } = getConfig(),
): LinkView[] {
  const { footer } = getMessages().site;
  return [
    { href: feedsUrl, label: footer.feeds },
    { href: followingUrl, label: footer.following },
    { href: offlineUrl, label: footer.offline },
    { href: apiPageUrl, label: footer.data },
    { href: indexUrl("organization"), label: footer.organizations },
    ...(repository ? [{ href: `${aboutUrl}#${proposeAnchor}`, label: footer.propose }] : []),
    { href: `${aboutUrl}#${buildAnchor}`, label: footer.build },
  ].filter(({ href }) => isPublished(href));
}
