/** Builds once with the settings of the environment, and prints the seconds of each phase as JSON. */
import { buildSite, type Phase } from "../src/builder/build-site.ts";
import { digestSiteCode } from "../src/builder/code-digest.ts";
import { getConfig } from "../src/config/config.ts";
import { getSite } from "../src/config/settings.ts";
import { project } from "./build-peers.ts";

const times = new Map<Phase, number>();
let current: Phase | undefined;
let since = performance.now();
const begin = (next?: Phase) => {
  const now = performance.now();
  if (current) times.set(current, (now - since) / 1000);
  [current, since] = [next, now];
};

await buildSite(
  {
    ...getConfig(),
    project,
    siteName: getSite().name,
    code: digestSiteCode(project, process.env),
    commit: undefined,
    cms: undefined,
    isCompressed: false,
    isForced: false,
  },
  { begin, onRendered: () => {} },
);
begin();
console.log(JSON.stringify([...times]));
