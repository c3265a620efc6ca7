/** Every feed and list of feeds follows its format to the letter, and is named by the page that it is for. */

import { type BuiltSite, textOf } from "../../src/built-site/built-site.ts";
import { type FeedFormat, feedFormatKeys, feedFormats } from "../../src/vocab/feed-format.ts";
import type { Check, Violation } from "./check.ts";
import { atomRules, toAtomDocument } from "./feeds/atom-rules.ts";
import type { FeedDocument } from "./feeds/feed-document.ts";
import { feedRules } from "./feeds/feed-rules.ts";
import { isObject, jsonFeedRules, toJsonFeedDocument } from "./feeds/json-feed-rules.ts";
import { feedFilesOf, followedPages, namingViolations } from "./feeds/naming.ts";
import { feedOutlines, opmlRules, toOpmlDocument } from "./feeds/opml-rules.ts";
import { rssRules, toRssDocument } from "./feeds/rss-rules.ts";
import { violationsOf } from "./feeds/rule.ts";
import { type PageType, typeOf } from "./page-type.ts";
import { readXml } from "./read-xml.ts";

/** A document as far as it could be read, with what is wrong with it. */
interface Examined {
  readonly file: string;
  readonly feed?: FeedDocument;
  readonly outlines?: number;
  readonly violations: readonly string[];
}

export const feedsCheck: Check = {
  name: "feeds",
  run(site) {
    const feeds = feedFilesOf(site).map((file) => examine(file, () => examineFeed(file, site)));
    const lists = [...site.files]
      .filter((file) => file.endsWith(".opml"))
      .map((file) => examine(file, () => examineOpml(file, site)));
    // With those of all news.
    const expected = followedPages(site).length + 1;
    const items = feeds.flatMap(({ feed }) => feed?.items ?? []);
    const countOf = (type: PageType) => site.pages.filter((page) => typeOf(page) === type).length;
    const enclosures = items.flatMap((item) => item.enclosures);
    return {
      counts: [
        ...feedFormatKeys.map((format) => ({
          what: `${feedFormats[format].label} documents`,
          count: feeds.filter(({ file }) => formatOf(file) === format).length,
          least: expected,
        })),
        { what: "items", count: items.length, least: countOf("story") > 0 ? feedFormatKeys.length : 0 },
        { what: "enclosures", count: enclosures.length, least: 0 },
        {
          what: "feeds in OPML",
          count: lists.reduce((sum, { outlines = 0 }) => sum + outlines, 0),
          least: countOf("topic"),
        },
      ],
      violations: [
        ...[...feeds, ...lists].flatMap(({ file, violations }) =>
          violations.map((message) => ({ where: file, message })),
        ),
        ...disagreements(feeds.flatMap(({ feed }) => feed ?? [])),
        ...namingViolations(site),
      ],
    };
  },
};

/** A reader who changes to another format must not see old stories as new. */
function disagreements(feeds: readonly FeedDocument[]): Violation[] {
  const byPage = Map.groupBy(feeds, ({ home }) => home);
  return [...byPage.values()].flatMap(([first, ...others]) => {
    const idsOf = (feed?: FeedDocument) => feed?.items.map(({ id }) => id).join("\n");
    return others
      .filter((feed) => idsOf(feed) !== idsOf(first))
      .map(({ file }) => ({ where: file, message: `has other items than ${first?.file}` }));
  });
}

/** A document that cannot be read is a violation too. */
function examine(file: string, read: () => Omit<Examined, "file">): Examined {
  try {
    return { file, ...read() };
  } catch (error) {
    return { file, violations: [`cannot be read: ${error instanceof Error ? error.message : error}`] };
  }
}

function examineFeed(file: string, site: BuiltSite): Omit<Examined, "file"> {
  const text = textOf(site, file);
  const [feed, violations] = byFormat[formatOf(file)](file, text, site);
  return { feed, violations: [...violations, ...violationsOf(feedRules, feed, site)] };
}

type Reader = (file: string, text: string, site: BuiltSite) => readonly [feed: FeedDocument, violations: string[]];

const byFormat: Readonly<Record<FeedFormat, Reader>> = {
  rss(file, text, site) {
    const root = readXml(text);
    return [toRssDocument(file, text, root), violationsOf(rssRules, root, site)];
  },
  atom(file, text, site) {
    const root = readXml(text);
    return [toAtomDocument(file, text, root), violationsOf(atomRules, root, site)];
  },
  json(file, text, site) {
    const feed: unknown = JSON.parse(text);
    if (!isObject(feed)) throw new Error("it is no object");
    return [toJsonFeedDocument(file, text, feed), violationsOf(jsonFeedRules, feed, site)];
  },
};

function examineOpml(file: string, site: BuiltSite): Omit<Examined, "file"> {
  const text = textOf(site, file);
  const root = readXml(text);
  return { outlines: feedOutlines(root).length, violations: violationsOf(opmlRules, toOpmlDocument(text, root), site) };
}

function formatOf(file: string): FeedFormat {
  const name = file.slice(file.lastIndexOf("/") + 1);
  return feedFormatKeys.find((format) => feedFormats[format].file === name) ?? "rss";
}
