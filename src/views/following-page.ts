/** The page of a reader's own lists. The browser fills it; what it says before that is how to begin, and what is kept where. */
import type { Catalog } from "../catalog/graph.ts";
import { getMessages } from "../messages/messages.ts";
import { buildPage, type LinkView } from "./page.ts";
import { busiestTopics } from "./parts.ts";
import { followingUrl } from "./urls.ts";

export type FollowingPageView = ReturnType<typeof buildFollowingPage>;

/** Topics of the example. */
const SUGGESTED = 3;

export function buildFollowingPage(catalog: Catalog) {
  const { heading, description, privacy } = getMessages().following;
  return {
    ...buildPage({ title: heading, description, path: followingUrl }),
    heading,
    privacy,
    suggestions: busiestTopics(catalog, SUGGESTED).map(
      ({ href, label, note }): LinkView => ({
        href,
        label: note === undefined ? label : `${note}: ${label}`,
      }),
    ),
  };
}
