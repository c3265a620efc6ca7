/** docs/outputs.md: what a build makes of one story, cut out of the built site. */
import { type BuiltPage, type BuiltSite, elementsOf } from "../../src/built-site/built-site.ts";
import { feedFormats } from "../../src/vocab/feed-format.ts";

/** The article that everything grew from, and a feed that holds it: its publisher's, in which little follows. */
const STORY = "news/hitconsultant-healthcare-apis-3-ways-apis-differ-in-healthcare-vs-enterprise/";
const FOLLOWED = "organization/hit-consultant-media/";

export const storyPath = `/${STORY}`;
/** The social image, below the site's folder. */
export const storySocialImage = `${STORY}card.png`;

/** Throws when the site does not have the story. */
export function buildOutputsDoc(site: BuiltSite): string {
  const page = site.pages.find(({ path }) => path === storyPath);
  if (!page) throw new Error(`The site has no page ${storyPath}`);
  const text = (file: string) => site.read(file).toString("utf8");
  const address = new URL(STORY, site.url).href;
  return `# What a build makes of one story

Cut out of the built site by \`npm run docs:outputs\`; a test compares it with the site. The story is \`content/news/2021/\`, the article that the project grew from.

## The page

\`/${STORY}\`

![The page: headline, source, excerpt and facts in two columns](outputs-page.png)

What its head says, without icons, fonts, style sheets, scripts and the policy:

${fenced("html", headOf(page))}

What it tells programs in the words of schema.org, laid out for reading:

${fenced("json", graphOf(page))}

## The social image

\`/${storySocialImage}\`

![The social image: the topic, the headline, the host and the date](outputs-card.png)

## In feeds

One item of \`/${FOLLOWED}${feedFormats.rss.file}\`, one entry of \`${feedFormats.atom.file}\` and one item of \`${feedFormats.json.file}\` beside it. The story has no summary yet, so that the feeds have no words of ours to show.

${fenced("xml", rssItemOf(text(`${FOLLOWED}${feedFormats.rss.file}`), address))}

${fenced("xml", atomEntryOf(text(`${FOLLOWED}${feedFormats.atom.file}`), address))}

${fenced("json", jsonItemOf(text(`${FOLLOWED}${feedFormats.json.file}`), address))}

## As data

\`/api/v1/${STORY.slice(0, -1)}.json\`

${fenced("json", text(`api/v1/${STORY.slice(0, -1)}.json`))}

## As Markdown

\`/${STORY}index.md\`, up to the stories like it:

${fenced("markdown", text(`${STORY}index.md`).split("\n## Stories like this")[0] ?? "")}
`;
}

/** A fence that nothing in the text can close. */
function fenced(language: string, text: string): string {
  return `\`\`\`\`${language}\n${text.trim()}\n\`\`\`\``;
}

function headOf({ html }: BuiltPage): string {
  const elements = html.match(/<title>[^<]*<\/title>|<(?:meta|link)\b[^>]*>/g) ?? [];
  return elements
    .filter(
      (element) =>
        !/content-security-policy|rel="(?:icon|apple-touch-icon|preload|stylesheet|manifest)"|charset|viewport|generator/.test(
          element,
        ),
    )
    .join("\n");
}

function graphOf(page: BuiltPage): string {
  const graph = elementsOf(page, "script").find(({ attributes }) => attributes["type"] === "application/ld+json");
  return JSON.stringify(JSON.parse(graph?.text ?? "null"), null, 2);
}

function rssItemOf(xml: string, address: string): string {
  return cut(xml, "item", (part) => part.includes(`<link>${address}</link>`));
}

function atomEntryOf(xml: string, address: string): string {
  return cut(xml, "entry", (part) => part.includes(`<id>${address}</id>`));
}

function jsonItemOf(json: string, address: string): string {
  const { items }: { items: readonly { id: string }[] } = JSON.parse(json);
  return JSON.stringify(
    items.find(({ id }) => id === address),
    null,
    2,
  );
}

/** The text of the one element of this name that fits. */
function cut(xml: string, name: string, fits: (part: string) => boolean): string {
  const parts = xml.match(new RegExp(`<${name}>.*?</${name}>`, "gs")) ?? [];
  const part = parts.find(fits);
  if (part === undefined) throw new Error(`No <${name}> for the story`);
  return part;
}
