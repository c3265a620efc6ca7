/** `npm run bench:build [-- --sizes 1000 --peers curalog,hugo --runs 1]`: builds of made-up content beside those of peers. */
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { benchBuilds } from "./build-bench.ts";
import { writeBuildCorpus } from "./build-corpus.ts";
import { peerKeys } from "./build-peers.ts";
import { measurePhases } from "./build-phases.ts";

const USAGE = `npm run bench:build -- [options]

  --sizes 1000,10000   how many stories; without it, 1000 and 10000
  --peers curalog,hugo which generators; without it, ${peerKeys.join(", ")}
  --runs 3,1           of each build, by size; without it, three, and one of 100000 stories
  --quick              1000 stories, one run, all parts
  --full               1000, 10000, 50000 and 100000 stories, all parts
  --clean-only         the clean builds alone, without the parts of our own
  --phases             where the time of our own builds goes, at the sizes given, and nothing else
  --dev                from an edit to the page in the development server, at the first size
  --folder <folder>    where corpora and sites go; without it, the temporary folder of the system
  --write              keeps the numbers in bench/results/build.json and bench/RESULTS.md
  --corpus <folder>    writes the corpus of the first size into a folder, and stops`;

const FULL_SIZES = [1000, 10_000, 50_000, 100_000];

try {
  const { values } = parseArgs({
    options: {
      sizes: { type: "string" },
      peers: { type: "string" },
      runs: { type: "string" },
      quick: { type: "boolean" },
      full: { type: "boolean" },
      "clean-only": { type: "boolean" },
      dev: { type: "boolean" },
      phases: { type: "boolean" },
      folder: { type: "string" },
      write: { type: "boolean" },
      corpus: { type: "string" },
      help: { type: "boolean" },
    },
  });
  const sizes = values.sizes?.split(",").map((size) => toCount("--sizes", size));
  const runs = values.runs?.split(",").map((count) => toCount("--runs", count));
  if (values.help) console.log(USAGE);
  else if (values.corpus !== undefined) {
    const count = writeBuildCorpus(resolve(values.corpus), { stories: sizes?.[0] ?? 1000, seed: 1 });
    console.log(`${count} files in ${values.corpus}`);
  } else if (values.phases) {
    for (const stories of sizes ?? [1000])
      for (const isPagesOnly of [true, false]) await measurePhases(stories, isPagesOnly);
  } else {
    await benchBuilds({
      sizes: sizes ?? (values.quick ? [1000] : values.full ? FULL_SIZES : [1000, 10_000]),
      peers: choosePeers(values.peers),
      runs: runs ?? (values.quick ? [1] : undefined),
      hasParts: values["clean-only"] !== true,
      hasDevServer: values.dev === true,
      isWritten: values.write === true,
      folder: values.folder,
    });
  }
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

function choosePeers(given: string | undefined) {
  const wanted = given?.split(",").map((name) => name.trim()) ?? [...peerKeys];
  const unknown = wanted.filter((name) => !peerKeys.some((key) => key === name));
  if (unknown.length > 0) throw new Error(`--peers ${unknown.join(",")} is not known; it takes ${peerKeys.join(",")}`);
  return peerKeys.filter((key) => wanted.includes(key));
}

function toCount(option: string, text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new Error(`${option} must be a whole number above 0, not '${text}'`);
  return count;
}
