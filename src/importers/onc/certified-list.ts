/** Validates the published ONC list and turns it into facts, with notices about its oddities. */
import { z } from "zod";
import { fieldName } from "../../ingest/diagnostic.ts";
import { parseWebUrl } from "../../lib/clean-url.ts";
import { byText } from "../../lib/order.ts";
import { joinWords, toLine } from "../../lib/text.ts";
import { day } from "../../schemas/fields.ts";
import {
  type CertifiedProduct,
  type CertifiedVersion,
  CertifiedVersionSchema,
  type OncFacts,
} from "../../schemas/onc-facts.ts";

const versionFields = CertifiedVersionSchema.shape;
const criterionNumber = z.string(must("text")).trim().pipe(versionFields.criteria.element);
const label = z.string(must("text")).transform(cleanName).pipe(z.string().min(1, "must not be empty"));

const ListingSchema = z.object(
  {
    chplId: z.number(must("a number")).pipe(z.int("must be a whole number")),
    chplProductNumber: z.string(must("text")).trim().pipe(versionFields.chplProductNumber),
    product: label,
    developer: label,
    version: label,
    certificationDate: z.string(must("text")).trim().pipe(day),
    certificationStatus: label,
    apiDocumentation: z.string("must be text").nullish(),
    criteria: z.array(criterionNumber, must("a list of criteria")),
  },
  must("an object with the fields of a listing"),
);

/** The list as it is published; other keys are ignored. */
const CertifiedListSchema = z.object(
  {
    source: label,
    criteriaTitles: z.record(criterionNumber, label, must("an object of titles by criterion")),
    products: z
      .array(ListingSchema, must("a list of listings"))
      .min(1, "must not be empty")
      .superRefine(refuseRepeatedNumbers),
  },
  must("an object with source, criteriaTitles and products"),
);

export type CertifiedList = z.output<typeof CertifiedListSchema>;
type Listing = z.output<typeof ListingSchema>;

export type ListResult =
  | { readonly ok: true; readonly list: CertifiedList }
  | { readonly ok: false; readonly problems: readonly string[] };

/** Validates the parsed JSON. Each problem names the product and the field. */
export function parseCertifiedList(json: unknown): ListResult {
  const result = CertifiedListSchema.safeParse(json);
  return result.success
    ? { ok: true, list: result.data }
    : { ok: false, problems: result.error.issues.map((issue) => toProblem(issue, json)) };
}

/** The facts of a list as of a day, and notices for a person. */
export function toOncFacts(list: CertifiedList, asOf: string): { facts: OncFacts; notices: readonly string[] } {
  const titles = Object.entries(list.criteriaTitles).sort(([a], [b]) => byCriterion(a, b));
  const groups = [...Map.groupBy(list.products, ({ product }) => product)]
    .sort(([a], [b]) => byText(a, b))
    .map(([, listings]) => listings.sort(newestFirst));
  return {
    facts: {
      source: list.source,
      asOf,
      criteria: Object.fromEntries(titles),
      products: groups.flatMap(toProduct),
    },
    notices: [...groups.flatMap(listingNotices), ...titleNotices(list)],
  };
}

/** The text of the facts file. */
export function formatFacts(facts: OncFacts): string {
  return `${JSON.stringify(facts, undefined, 2)}\n`;
}

/** A replacement character is a sign such as `®` that the list lost. Content files may hold no control characters. */
function cleanName(text: string): string {
  return toLine(text.replace(/[\uFFFD\p{Cs}\p{Noncharacter_Code_Point}]|(?!\s)\p{Cc}/gu, ""));
}

function must(be: string) {
  return { error: ({ input }: { input?: unknown }) => (input === undefined ? "is missing" : `must be ${be}`) };
}

function refuseRepeatedNumbers(listings: readonly Listing[], context: z.RefinementCtx): void {
  const seen = new Map<string, number>();
  for (const [index, { chplProductNumber }] of listings.entries()) {
    const first = seen.get(chplProductNumber);
    if (first === undefined) seen.set(chplProductNumber, index);
    else {
      const message = `'${chplProductNumber}' is the number of products[${first}] too`;
      context.addIssue({ code: "custom", path: [index, "chplProductNumber"], message });
    }
  }
}

function toProblem(issue: z.core.$ZodIssue, json: unknown): string {
  const path = issue.path.map((part) => (typeof part === "symbol" ? String(part) : part));
  const message = issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message;
  const [field, index, ...rest] = path;
  if (field !== "products" || typeof index !== "number") return `${fieldName(path) || "The list"} ${message}`;
  const product = productAt(json, index);
  const where = product === undefined ? `products[${index}]` : `products[${index}] '${product}'`;
  return rest.length === 0 ? `${where} ${message}` : `${where}: ${fieldName(rest)} ${message}`;
}

const NamedListings = z.object({ products: z.array(z.unknown()) });
const NamedListing = z.object({ product: label });

/** The name of a listing in a list that did not pass. */
function productAt(json: unknown, index: number): string | undefined {
  return NamedListing.safeParse(NamedListings.safeParse(json).data?.products[index]).data?.product;
}

/** The developer is that of the newest listing, since products are sold to other companies. */
function toProduct(listings: readonly Listing[]): CertifiedProduct[] {
  const [newest] = listings;
  return newest ? [{ product: newest.product, developer: newest.developer, versions: listings.map(toVersion) }] : [];
}

function toVersion(listing: Listing): CertifiedVersion {
  const { version, chplId, chplProductNumber, certificationDate, certificationStatus } = listing;
  const apiDocumentation = listing.apiDocumentation?.trim() ?? "";
  return {
    version,
    chplId,
    chplProductNumber,
    certificationDate,
    certificationStatus,
    ...(parseWebUrl(apiDocumentation) && { apiDocumentation }),
    criteria: [...new Set(listing.criteria)].sort(byCriterion),
  };
}

function newestFirst(a: Listing, b: Listing): number {
  return byText(b.certificationDate, a.certificationDate) || byText(a.chplProductNumber, b.chplProductNumber);
}

/** `170.315(a)(2)` before `170.315(a)(10)`. */
function byCriterion(a: string, b: string): number {
  return byText(criterionKey(a), criterionKey(b));
}

function criterionKey(criterion: string): string {
  return criterion.replace(/\d+/g, (digits) => digits.padStart(6, "0"));
}

function listingNotices(listings: readonly Listing[]): string[] {
  const notices = listings.flatMap(({ product, version, apiDocumentation }) => {
    const address = apiDocumentation?.trim() ?? "";
    return address === "" || parseWebUrl(address)
      ? []
      : [`'${product}' ${version}: the API documentation '${address}' is no web address and is left out`];
  });
  const developers = [...new Set(listings.map(({ developer }) => developer))];
  const [newest] = listings;
  if (!newest || developers.length === 1) return notices;
  const names = joinWords(developers.map((developer) => `'${developer}'`));
  return [
    ...notices,
    `'${newest.product}' is listed by ${names}: all its versions are listed under '${newest.developer}', who has the newest`,
  ];
}

function titleNotices({ criteriaTitles, products }: CertifiedList): string[] {
  return [...new Set(products.flatMap(({ criteria }) => criteria))]
    .filter((criterion) => !Object.hasOwn(criteriaTitles, criterion))
    .sort(byCriterion)
    .map((criterion) => `The criterion ${criterion} has no title`);
}
