/** The page of a reader's own lists. The browser fills it; what it says before that is how to begin, and what is kept where. */
import type { Catalog } from "../catalog/graph.ts";
import { buildPage, type LinkView } from "./page.ts";
import { busiestTopics } from "./parts.ts";
import { followingUrl } from "./urls.ts";

export type FollowingPageView = ReturnType<typeof buildFollowingPage>;

/** Topics of the example. */
const SUGGESTED = 3;

/** The same words here and on the page about the site. */
export const listsPrivacy =
  "What you follow, save and hide, the stories you have opened and the time of your last visit are kept in this browser on this device alone. To show what is new, it fetches the feeds of what you follow, as a feed reader does; to learn what was renamed or removed, it also asks this site for each entry that you saved or hide. It does so only when you open the page of your lists.";

export function buildFollowingPage(catalog: Catalog) {
  return {
    ...buildPage({
      title: "Your lists",
      description:
        "What is new in the topics, offerings and organizations that you follow, what you saved and what you hide, kept on your own device.",
      path: followingUrl,
    }),
    heading: "Your lists",
    privacy: listsPrivacy,
    suggestions: busiestTopics(catalog, SUGGESTED).map(
      ({ href, label, note }): LinkView => ({
        href,
        label: note === undefined ? label : `${note}: ${label}`,
      }),
    ),
  };
}
