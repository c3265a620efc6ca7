/** Offerings side by side, which are fetched once one is chosen. */
import { counted, formatDate, joinWords } from "./format.ts";

export const fetching = "Fetching the facts…";
export const factsFailed = (slugs: readonly string[]) =>
  `There is no network, or the site does not answer: the facts of ${joinWords(slugs)} could not be fetched.`;
export const tryAgain = "Try again";
export const compared = (names: string) => `${names}.`;
export const alone = (name: string) => `${name} is chosen. Add another to compare it with.`;
export const unknown = (slugs: readonly string[]) => `Not in the catalog: ${joinWords(slugs)}.`;
export const leftOut = (most: number, slugs: readonly string[]) =>
  `Only ${most} fit side by side: ${joinWords(slugs)} ${slugs.length === 1 ? "is" : "are"} left out.`;
/** Title of the page. */
export const titleOf = (names: string) => `${names} compared`;
export const copied = "Link copied.";
export const notCopied = (address: string) => `The link could not be copied: ${address}`;
export const noSuchName = (name: string) => `No offering is called “${name}”.`;
export const namesFailed =
  "There is no network, or the site does not answer: the names of the offerings could not be fetched.";

export const comparison = "Comparison";
export const remove = "Remove";
export const removeOffering = (name: string) => `Remove ${name}`;
export const nothingDiffers = "nothing differs";
export const differs = "(differs)";
export const andMore = (count: number) => `and ${count} more`;

export const notStated = "not stated";
export const notDeclared = "not declared";
export const noInterface = "not on record";
export const noListing = "not listed itself";
export const noStories = "none";

export const facts = "Facts";
export const vendor = "Vendor";
export const kind = "Kind";
export const licence = "Licence";
export const status = "Status";
export const documentation = "Documentation";
export const homepage = "Homepage";
export const repository = "Repository";
export const certified = "ONC certified";
export const listings = (count: number, day: string) =>
  `${counted(count, { one: "listing", other: "listings" })}, as of ${formatDate(day)}`;

export const access = "Access";
export const registration = "Registration";
export const sandbox = "Sandbox";
export const price = "Price";
export const authentication = "Authentication";
export const limits = "Limits";
export const style = "Style";
export const data = "Data";
export const regions = "Regions";
export const libraries = "Libraries";
export const changelog = "Changelog";
export const statusPage = "Status page";
export const terms = "Terms";
export const latestRelease = "Latest release";
export const listedBy = (list: string) => `Listed by ${list}.`;

export const standards = "Standards";
/** How a standard is known. */
export const bases: Readonly<Record<string, string>> = { stated: "stated", declared: "declared", implied: "implied" };

export const declaredInterface = "Interface, as declared";
export const software = "Software";
export const environment = "Environment";
export const environments: Readonly<Record<string, string>> = { production: "production", sandbox: "sandbox" };
export const resourceTypes = "Resource types";
export const countedTypes = (types: number, read: number, searched: number, written: number) =>
  `${types}: ${read} readable, ${searched} searchable and ${written} writable`;
export const wholeSystem = "Whole system";
export const operations = "Operations";
export const formats = "Formats";
export const security = "Security";
export const grantTypes = "Grant types";
export const clientAuthentication = "Client authentication";
export const paths = (title: string, count: number) => `${title}: ${counted(count, { one: "path", other: "paths" })}`;
export const readOn = "Read on";

export const declaredTypes = "Resource types, as declared";
/** What one can do with a resource type. */
export const interactions = { read: "read", search: "search", write: "write" };

export const news = "In the news";
export const newestStories = "Newest stories";
