/** The settings of the site, and the only place that reads the clock. */
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { isPartialDate } from "./lib/partial-date.ts";
import { type IndexingPolicy, indexingPolicies } from "./vocab/indexing.ts";

/** A setting has a value that cannot be used; the message is for whoever set it. */
export class SettingError extends Error {
  override readonly name = "SettingError";
}

/** The value of an environment variable; blank is absent, since that is how many tools leave a variable unset. */
function readSetting(
  name: string,
  form = "any text",
  isValid: (value: string) => boolean = () => true,
): string | undefined {
  const value = process.env[name]?.trim();
  if (!value) return undefined;
  if (!isValid(value)) throw new SettingError(`${name} must be ${form}, but it is '${value}'.`);
  return value;
}

/** Paths begin at the root of the domain, so an address with a path would break every link. */
function isSiteUrl(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
}

function isIndexingPolicy(value: string): value is IndexingPolicy {
  return indexingPolicies.some((policy) => policy === value);
}

/** The form is IndexNow's own. The message does not repeat what may be a secret in the wrong variable. */
function readIndexNowKey(): string | undefined {
  const key = readSetting("CURALOG_INDEXNOW_KEY");
  if (key === undefined || /^[A-Za-z0-9-]{8,128}$/.test(key)) return key;
  throw new SettingError("CURALOG_INDEXNOW_KEY must be 8 to 128 letters, digits and hyphens.");
}

const indexing = readSetting("CURALOG_INDEXING", `one of ${indexingPolicies.join(", ")}`, isIndexingPolicy);
const newsSitemap = readSetting("CURALOG_NEWS_SITEMAP", "on or off", (value) => /^o(?:n|ff)$/.test(value));

export const site = {
  name: "Curalog",
  /** Root of the domain that the site is served from; paths begin there. */
  url: new URL(
    readSetting(
      "CURALOG_URL",
      "the http or https address of a domain without a path, as https://curalog.org/",
      isSiteUrl,
    ) ?? "https://curalog.org/",
  ),
  tagline: "healthcare APIs, curated",
  description:
    "Curated news on healthcare APIs, a catalog of the products, services and open-source projects it is about, and the topics that join them.",
  language: "en",
  /** The same with the territory whose spelling the site follows, as Open Graph wants it. */
  locale: "en_GB",
  /** Licence of the site's own words; excerpts belong to their publishers. */
  licence: { name: "CC BY 4.0", url: "https://creativecommons.org/licenses/by/4.0/" },
  /** Where the content is edited; links to a file are made from it. Absent: no such links. */
  repository: readSetting("CURALOG_REPOSITORY"),
  /** Which stories search engines may show. */
  indexing: (indexing ?? "always") as IndexingPolicy,
  /** Whether the stories of the last two days have a sitemap of their own, which only registered news sites have a use for. */
  hasNewsSitemap: newsSitemap === "on",
} as const;

/** Folder of the content files, absolute. */
export const contentRoot: string = resolve(readSetting("CURALOG_CONTENT") ?? "content");

/** Folder that the site is built into and served from, absolute. */
export const siteFolder: string = resolve(readSetting("CURALOG_DIST") ?? "dist");

/** Folder of all that is kept between builds beside the site, absolute; it may be deleted whenever none runs. */
export const cacheFolder: string = resolve("node_modules/.cache/curalog");

/** Folder of images that content refers to, absolute. */
export const imageRoot: string = resolve("public/images");

/**
 * The day of the build, YYYY-MM-DD in UTC. `CURALOG_BUILD_DATE` fixes it, so
 * that two builds of one commit are the same to the byte. Everything else gets
 * the day passed in.
 */
export const buildDate: string =
  readSetting(
    "CURALOG_BUILD_DATE",
    "a day that exists, as YYYY-MM-DD",
    (value) => value.length === 10 && isPartialDate(value),
  ) ?? new Date().toISOString().slice(0, 10);

/** Proves to IndexNow that whoever announces changes may write to the site, which serves it in a file. Absent: no such file. */
export const indexNowKey: string | undefined = readIndexNowKey();

/** The repository on GitHub that the page at `/admin/` edits, and its branch where it is not the default one. Absent: no such page. */
export const cmsBackend: { readonly repository: string; readonly branch: string | undefined } | undefined =
  readCmsBackend();

function readCmsBackend() {
  const [repository, branch] =
    readSetting("CURALOG_CMS", "a repository on GitHub as owner/name, or as owner/name#branch", (value) =>
      /^[a-z\d-]+\/[\w.-]+(#[\w./-]+)?$/i.test(value),
    )?.split("#") ?? [];
  return repository === undefined ? undefined : { repository, branch };
}

/**
 * The commit that the site is built from, with `-dirty` behind it where the
 * project's files are not those of the commit. `CURALOG_COMMIT` states it; else
 * git is asked, and where there is no git, or the content is not in this
 * repository, nobody knows. A function, so that only a build asks.
 */
export function getCommit(): string | undefined {
  const isCommit = (value: string) => /^[0-9a-f]{7,64}(-dirty)?$/.test(value);
  return readSetting("CURALOG_COMMIT", "a commit, as 7 to 64 hexadecimal digits", isCommit) ?? askGit();
}

function askGit(): string | undefined {
  const git = (...args: string[]) =>
    execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  try {
    // A copy of the project inside another repository is in none of its commits.
    git("ls-files", "--error-unmatch", "src/config.ts", contentRoot);
    const commit = git("rev-parse", "HEAD").trim();
    return git("status", "--porcelain") === "" ? commit : `${commit}-dirty`;
  } catch {
    return undefined;
  }
}

/** The port to serve at; a function, so that a build does not stop at a `PORT` that it has no use for. */
export function getPort(): number {
  const isPort = (value: string) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535;
  return Number(readSetting("PORT", "a number from 0 to 65535", isPort) ?? 4321);
}
