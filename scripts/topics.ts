/** `npm run topics [-- <words>]`: the topics of the catalog by their full names, as `categories` and `--topics` take them. */
import { formatLeftOut, loadSoundCatalog } from "../src/catalog/load-content.ts";
import { InputError, runCommand } from "../src/cli/command.ts";
import { getConfig } from "../src/config/config.ts";
import { fold } from "../src/lib/fold.ts";
import { counted } from "../src/lib/text.ts";

await runCommand(
  {
    name: "npm run topics --",
    arguments: "[<words>]",
    summary:
      "Lists the topics by their full names, with how many stories each has; with words, only topics that have them all.",
    options: {},
  },
  async ({ arguments: words }) => {
    const { catalog, leftOut } = await loadSoundCatalog(getConfig());
    const wanted = words.flatMap((word) => fold(word).split(" "));
    const topics = catalog.topics
      .map(({ name, slug, description, news }) => ({ name, slug, description, stories: news.length }))
      .filter(({ name, description }) => wanted.every((word) => fold(`${name} ${description}`).includes(word)));
    if (topics.length === 0) throw new InputError(`No topic has the words '${words.join(" ")}'.`);
    const width = Math.max(...topics.map(({ name }) => name.length));
    const lines = topics.map(({ name, stories }) => `${name.padEnd(width)}  ${counted(stories, "story", "stories")}`);
    return {
      text: [lines.join("\n"), ...formatLeftOut(leftOut)].join("\n\n"),
      data: { topics, leftOut },
      isFine: true,
    };
  },
);
