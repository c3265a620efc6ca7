/** The resources of OpenProject's API v3 that an import needs, read tolerantly: real responses differ from the documentation. */
import { getHashes, hash } from "node:crypto";
import { z } from "zod";
import { ApiError, type Connection, nameOf } from "./connection.ts";

/** The official examples leave out `title`, and have a `null` where there is no resource. */
const link = z.looseObject({ href: z.string().nullish(), title: z.string().nullish() });
export type Link = z.output<typeof link>;

const formattable = z.union([z.string().transform((raw) => ({ raw })), z.looseObject({ raw: z.string().nullish() })]);

const workPackage = z.looseObject({
  id: z.number().int().positive(),
  subject: z.string(),
  description: formattable.nullish(),
  createdAt: z.string(),
  updatedAt: z.string(),
  _links: z.looseObject({
    schema: link,
    type: link.nullish(),
    status: link.nullish(),
    project: link.nullish(),
    attachments: link.nullish(),
  }),
});
export type WorkPackage = z.output<typeof workPackage>;

/** Besides its properties a schema has keys such as `_type`, which are no objects with a name. */
const schema = z.record(z.string(), z.unknown());
const schemaProperty = z.looseObject({ name: z.string() });

/** The specification says `fileSize`, its example `filesize`. */
const attachment = z.looseObject({
  id: z.number().int().nullish(),
  fileName: z.string().nullish(),
  title: z.string().nullish(),
  fileSize: z.number().nullish(),
  filesize: z.number().nullish(),
  status: z.string().nullish(),
  digest: z.looseObject({ algorithm: z.string(), hash: z.string() }).nullish().catch(undefined),
  _links: z.looseObject({
    self: link.nullish(),
    staticDownloadLocation: link.nullish(),
    downloadLocation: link.nullish(),
  }),
});

export interface Attachment {
  readonly id: number;
  readonly fileName: string;
  readonly size: number | undefined;
  readonly digest: { readonly algorithm: string; readonly hash: string } | undefined;
  /** `uploaded` and `scanned` can be used; absent on older instances. */
  readonly status: string | undefined;
  readonly href: string;
}

const collection = z.looseObject({
  total: z.number().int().nonnegative(),
  _embedded: z.looseObject({ elements: z.array(z.unknown()) }),
});

/** The value of a custom option is its `value`; users, versions and work packages have a name. */
const named = z.looseObject({ value: z.string().nullish(), name: z.string().nullish(), subject: z.string().nullish() });

/** One page of a list. */
export interface ListPage {
  readonly elements: readonly unknown[];
  readonly total: number;
}

export type Api = ReturnType<typeof createApi>;

/** More than most servers allow; they send as many as they like. */
const PAGE_SIZE = 100;
const MAX_JSON = 64 * 1024 * 1024;
const MAX_ATTACHMENT = 20 * 1024 * 1024;
/** A list that changes while it is read is read again from its first page. */
const MAX_ROUNDS = 3;

export function createApi(connection: Connection) {
  const schemas = new Map<string, Promise<ReadonlyMap<string, string>>>();
  const titles = new Map<string, Promise<string | undefined>>();

  async function getJson<T extends z.ZodType>(url: URL, shape: T): Promise<z.output<T>> {
    const bytes = await connection.get(url, { accept: ["application/hal+json", "*/*"], maxBytes: MAX_JSON });
    const name = nameOf(url);
    let json: unknown;
    try {
      json = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    } catch {
      throw new ApiError(`${name} does not answer with JSON: is it the address of an OpenProject?`);
    }
    return check(shape, json, name);
  }

  async function getPage(project: string, offset: number, since: string | undefined): Promise<ListPage> {
    const query = new URLSearchParams({
      // An empty list, not none: without filters the API leaves out what is closed.
      filters: JSON.stringify(since === undefined ? [] : [{ updatedAt: { operator: "<>d", values: [since, ""] } }]),
      sortBy: JSON.stringify([["id", "asc"]]),
      // The number of a page, not of an element.
      offset: String(offset),
      pageSize: String(PAGE_SIZE),
    });
    const read = (owner: string) =>
      getJson(connection.resolve(`api/v3/${owner}/${encodeURIComponent(project)}/work_packages?${query}`), collection);
    // The older path is deprecated and the newer one is not everywhere yet.
    const page = await read("projects").catch(async (error: unknown) => {
      if (!(error instanceof ApiError) || error.status !== 404) throw error;
      return read("workspaces").catch(() => {
        throw error;
      });
    });
    return { elements: page._embedded.elements, total: page.total };
  }

  /**
   * The work packages of a project, page by page, sorted by id, each once, closed
   * ones too; with `since`, an ISO 8601 time, those changed then or later.
   * Elements are not validated, so that a bad one can be reported by itself.
   */
  async function* listWorkPackages(project: string, since: string | undefined): AsyncGenerator<ListPage> {
    const seen = new Set<string | number>();
    for (let round = 1; round <= MAX_ROUNDS; round += 1) {
      const totals = new Set<number>();
      let count = 0;
      for (let offset = 1; ; offset += 1) {
        const { elements, total } = await getPage(project, offset, since);
        totals.add(total);
        count += elements.length;
        const fresh = elements.filter((element, index) => {
          const key = idOf(element) ?? `${offset}/${index}`;
          return !seen.has(key) && seen.add(key);
        });
        yield { elements: fresh, total };
        if (elements.length === 0 || count >= total) break;
      }
      // A package that leaves the list moves later ones to a page that was read already.
      if (totals.size === 1 && seen.size >= Math.max(...totals)) return;
    }
    throw new ApiError("The list of work packages changed each time that it was read, or is shorter than its 'total'");
  }

  async function readNames(href: string): Promise<ReadonlyMap<string, string>> {
    const properties = Object.entries(await getJson(connection.resolve(href), schema));
    return new Map(
      properties.flatMap(([key, value]) => {
        const property = schemaProperty.safeParse(value);
        return /^customField\d+$/.test(key) && property.success ? [[key, property.data.name] as const] : [];
      }),
    );
  }

  return {
    listWorkPackages,
    /** The element of a list as a work package; one that the list abbreviates is read in full. */
    async getWorkPackage(element: unknown): Promise<WorkPackage> {
      const complete = workPackage.safeParse(element);
      const id = idOf(element);
      if (complete.success) return complete.data;
      if (id === undefined) return check(workPackage, element, "A work package of the list");
      return getJson(connection.resolve(`api/v3/work_packages/${id}`), workPackage);
    },
    /** Names of the custom fields by their key, `customField12`, from the schema of the work package. */
    getCustomFieldNames({ _links }: WorkPackage): Promise<ReadonlyMap<string, string>> {
      const href = _links.schema.href;
      if (!href) throw new ApiError("The work package links to no schema, so its custom fields have no names");
      return remember(schemas, href, () => readNames(href));
    },
    /** The title of a link, or the name of what it leads to; undefined for a link to nothing. */
    async getTitle({ href, title }: Link): Promise<string | undefined> {
      if (title || !href) return title ?? undefined;
      return remember(titles, href, async () => {
        const { value, name, subject } = await getJson(connection.resolve(href), named);
        return value ?? name ?? subject ?? undefined;
      });
    },
    async listAttachments({ id, _links }: WorkPackage): Promise<readonly Attachment[]> {
      const href = _links.attachments?.href ?? `api/v3/work_packages/${id}/attachments`;
      const { _embedded } = await getJson(connection.resolve(href), collection.omit({ total: true }));
      return _embedded.elements.flatMap(toAttachment);
    },
    /** The bytes of an attachment, if they have the size and the digest that the API states. */
    async download({ fileName, status, size, digest, href }: Attachment): Promise<Uint8Array> {
      const name = `The attachment '${fileName}'`;
      if (status !== undefined && status !== "uploaded" && status !== "scanned") {
        throw new ApiError(`${name} cannot be used yet: it is '${status}'`);
      }
      // The instance may redirect to a store of attachments.
      const options = { accept: ["*/*"], maxBytes: MAX_ATTACHMENT, mayLeave: true };
      const bytes = await connection.get(connection.resolve(href), options);
      if (size !== undefined && bytes.length !== size) {
        throw new ApiError(`${name} has ${bytes.length} bytes instead of ${size}`);
      }
      const algorithm = digest?.algorithm.toLowerCase() ?? "";
      if (digest && getHashes().includes(algorithm) && hash(algorithm, bytes) !== digest.hash.toLowerCase()) {
        throw new ApiError(`${name} does not have the digest that the API gives`);
      }
      return bytes;
    },
    /** Of the instance, with a slash at the end. */
    baseUrl: connection.resolve("").href,
    addressOf: (id: number): string => connection.resolve(`api/v3/work_packages/${id}`).href,
  };
}

/** The number of an element that may be invalid in every other way. */
export function idOf(element: unknown): number | undefined {
  const result = workPackage.pick({ id: true }).safeParse(element);
  return result.success ? result.data.id : undefined;
}

/** None for an attachment without a name or an address. */
function toAttachment(element: unknown): Attachment[] {
  const result = attachment.safeParse(element);
  if (!result.success) return [];
  const { id, fileName, title, fileSize, filesize, status, digest, _links } = result.data;
  const name = fileName ?? title ?? _links.self?.title;
  const number = id ?? Number(/\/attachments\/(\d+)$/.exec(_links.self?.href ?? "")?.[1]);
  // The static location is at the instance itself and stays the same.
  const href = _links.staticDownloadLocation?.href ?? _links.downloadLocation?.href;
  if (!name || !href || !Number.isInteger(number)) return [];
  const size = fileSize ?? filesize ?? undefined;
  return [{ id: number, fileName: name, size, digest: digest ?? undefined, status: status ?? undefined, href }];
}

/** Failures are forgotten: the next work package may try again. */
function remember<T>(known: Map<string, Promise<T>>, key: string, read: () => Promise<T>): Promise<T> {
  const found = known.get(key) ?? read();
  known.set(key, found);
  found.catch(() => known.delete(key));
  return found;
}

function check<T extends z.ZodType>(shape: T, json: unknown, name: string): z.output<T> {
  const result = shape.safeParse(json);
  if (result.success) return result.data;
  const [issue] = result.error.issues;
  throw new ApiError(`${name} is not as expected: '${issue?.path.join(".")}': ${issue?.message}`);
}
