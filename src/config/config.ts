/** What differs between builds of a site; the only place that reads the clock and the environment. */
import { execFileSync } from "node:child_process";
import { resolve } from "node:path";
import { isPartialDate } from "../lib/partial-date.ts";
import { type IndexingPolicy, indexingPolicies } from "./indexing.ts";
import { SettingError } from "./setting-error.ts";
import { getSettings, SETTINGS_FILE } from "./settings.ts";
import { isSiteAddress, type RequirableField, type Settings } from "./settings-schema.ts";

/** What differs between builds. All folders are absolute. */
export interface Config {
  /** Where the site is served from. Its path is `/`, or the base that all paths of the site begin with: `/catalog/`. */
  readonly siteUrl: URL;
  /** Where the content is edited; links to a file are made from it. Absent: no such links. */
  readonly repository: string | undefined;
  /** Which stories search engines may show. */
  readonly indexing: IndexingPolicy;
  /** Fields that every story must have. */
  readonly required: readonly RequirableField[];
  /** Whether the stories of the last two days have a sitemap of their own, which only registered news sites have a use for. */
  readonly hasNewsSitemap: boolean;
  readonly contentRoot: string;
  /** Files that the site has as they are. */
  readonly publicFolder: string;
  /** Images that content refers to. */
  readonly imageRoot: string;
  /** PDF files that content refers to. */
  readonly documentRoot: string;
  /** The folder that the site is built into and served from. */
  readonly siteFolder: string;
  /** What builds and checks have computed; may be deleted or restored while none runs. Not in `node_modules`, which `npm ci` deletes. */
  readonly cacheFolder: string;
  /**
   * The day of the build, YYYY-MM-DD in UTC. `CURALOG_BUILD_DATE` fixes it, so
   * that two builds of one commit are the same to the byte.
   */
  readonly buildDate: string;
  /** Whether what programs read is left out: feeds, data, Markdown, social images, the search index. */
  readonly isPagesOnly: boolean;
  /** Proves to IndexNow that whoever announces changes may write to the site, which serves it in a file. Absent: no such file. */
  readonly indexNowKey: string | undefined;
  /** The repository on GitHub that the page at `/admin/` edits, and its branch where it is not the default one. Absent: no such page. */
  readonly cmsBackend: { readonly repository: string; readonly branch: string | undefined } | undefined;
}

type Environment = Readonly<Record<string, string | undefined>>;

let config: Config | undefined;

/** The settings of this process, read when they are first asked for. */
export function getConfig(): Config {
  config ??= readConfig(process.env);
  return config;
}

/** For a command that is told the content folder, before anything asks for the settings. */
export function useContentFolder(folder: string): Config {
  config = Object.freeze({ ...readConfig(process.env), contentRoot: resolve(folder) });
  return config;
}

/** What the environment says goes before what the settings file says. Throws a `SettingError` for a value that cannot be used. */
export function readConfig(env: Environment, settings = getSettings()): Config {
  const [repository, branch] =
    readSetting(env, "CURALOG_CMS", "a repository on GitHub as owner/name, or as owner/name#branch", (value) =>
      /^[a-z\d-]+\/[\w.-]+(#[\w./-]+)?$/i.test(value),
    )?.split("#") ?? [];
  const stated = readSetting(env, "CURALOG_INDEXING", `one of ${indexingPolicies.join(", ")}`, (value) =>
    indexingPolicies.some((policy) => policy === value),
  );
  const indexing = indexingPolicies.find((policy) => policy === stated);
  const isOn = (name: string) => {
    const value = readSetting(env, name, "on or off", (one) => /^o(?:n|ff)$/.test(one));
    return value === undefined ? undefined : value === "on";
  };
  const url = readSetting(
    env,
    "CURALOG_URL",
    "an http or https address that ends in a slash, as https://curalog.org/",
    isSiteUrl,
  );
  const buildDate = readSetting(
    env,
    "CURALOG_BUILD_DATE",
    "a day that exists, as YYYY-MM-DD",
    (value) => value.length === 10 && isPartialDate(value),
  );
  return Object.freeze({
    siteUrl: new URL(url ?? settings.site.address),
    repository: readSetting(env, "CURALOG_REPOSITORY") ?? settings.repository,
    indexing: indexing ?? settings.policies.indexing,
    required: settings.policies.required,
    hasNewsSitemap: isOn("CURALOG_NEWS_SITEMAP") ?? settings.policies.newsSitemap,
    contentRoot: resolve(readSetting(env, "CURALOG_CONTENT") ?? "content"),
    publicFolder: resolve("public"),
    imageRoot: resolve("public/images"),
    documentRoot: resolve("public/documents"),
    siteFolder: resolve(readSetting(env, "CURALOG_DIST") ?? "dist"),
    cacheFolder: resolve(".cache"),
    buildDate: buildDate ?? new Date().toISOString().slice(0, 10),
    isPagesOnly: isOn("CURALOG_PAGES_ONLY") ?? false,
    indexNowKey: readIndexNowKey(env),
    cmsBackend: repository === undefined ? toBackend(settings.cms) : { repository, branch },
  });
}

function toBackend(cms: Settings["cms"]): Config["cmsBackend"] {
  return cms && { repository: cms.repository, branch: cms.branch };
}

/** The value of an environment variable; blank is absent, since that is how many tools leave a variable unset. */
function readSetting(
  env: Environment,
  name: string,
  form = "any text",
  isValid: (value: string) => boolean = () => true,
): string | undefined {
  const value = env[name]?.trim();
  if (!value) return undefined;
  if (!isValid(value)) throw new SettingError(`${name} must be ${form}, but it is '${value}'.`);
  return value;
}

function isSiteUrl(value: string): boolean {
  const url = URL.parse(value);
  return url !== null && /^https?:$/.test(url.protocol) && isSiteAddress(url.href);
}

/** The form is IndexNow's own. The message does not repeat what may be a secret in the wrong variable. */
function readIndexNowKey(env: Environment): string | undefined {
  const key = readSetting(env, "CURALOG_INDEXNOW_KEY");
  if (key === undefined || /^[A-Za-z0-9-]{8,128}$/.test(key)) return key;
  throw new SettingError("CURALOG_INDEXNOW_KEY must be 8 to 128 letters, digits and hyphens.");
}

/**
 * The commit that the site is built from, with `-dirty` behind it where the
 * project's files are not those of the commit. `CURALOG_COMMIT` states it; else
 * git is asked, and where there is no git, or the content is not in this
 * repository, nobody knows. Apart from the other settings, since only a build asks git.
 */
export function getCommit(env: Environment = process.env): string | undefined {
  const isCommit = (value: string) => /^[0-9a-f]{7,64}(-dirty)?$/.test(value);
  return readSetting(env, "CURALOG_COMMIT", "a commit, as 7 to 64 hexadecimal digits", isCommit) ?? askGit();
}

/**
 * Asked once for each process: the about page, the data and the build all need it, and git runs three times for an
 * answer.
 */
let asked: { readonly commit: string | undefined } | undefined;

function askGit(): string | undefined {
  asked ??= { commit: findCommit() };
  return asked.commit;
}

function findCommit(): string | undefined {
  const git = (...args: string[]) =>
    execFileSync("git", args, { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
  try {
    // A copy of the project inside another repository is in none of its commits.
    git("ls-files", "--error-unmatch", SETTINGS_FILE, getConfig().contentRoot);
    const commit = git("rev-parse", "HEAD").trim();
    return git("status", "--porcelain") === "" ? commit : `${commit}-dirty`;
  } catch {
    return undefined;
  }
}

/** The port to serve at; apart from the other settings, so that a build does not stop at a `PORT` that it has no use for. */
export function getPort(env: Environment = process.env): number {
  const isPort = (value: string) => /^\d{1,5}$/.test(value) && Number(value) <= 65_535;
  return Number(readSetting(env, "PORT", "a number from 0 to 65535", isPort) ?? 4321);
}
