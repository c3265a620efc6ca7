/** An OpenProject instance of a few work packages on loopback, with the shapes and the slips of the official examples, for tests. */
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import sharp from "sharp";
import { addContent, hashesIn, writeContent } from "../../catalog/testing.ts";
import { serve } from "../../http/testing.ts";
import { readBaseUrl } from "./connection.ts";
import { type ImportOptions, type ImportReport, importOpenProject } from "./import-openproject.ts";

/** No part of it may show up anywhere. */
export const TOKEN = "opapi-2519132cdf62dcf5a66fd96394672079f9e9cad1";
export const TOPIC = "Gartner: Application Programming Interface (API)";

export interface FakeAttachment {
  readonly id: number;
  readonly fileName: string;
  readonly bytes: Uint8Array;
  /** What the API states of it instead of the truth. */
  readonly told?: Readonly<Record<string, unknown>>;
  /** True: its address redirects to another origin. */
  readonly isRemote?: boolean;
}

export interface FakePackage {
  readonly id: number;
  readonly subject?: string;
  readonly raw?: string;
  readonly type?: string;
  readonly isClosed?: boolean;
  readonly status?: string;
  readonly createdAt?: string;
  readonly updatedAt?: string;
  /** By name: text, number, `{ raw }` for long text, links for options. */
  readonly custom?: Readonly<Record<string, unknown>>;
  readonly attachments?: readonly FakeAttachment[];
  /** Properties over those that it would have. */
  readonly over?: Readonly<Record<string, unknown>>;
}

export interface Fake {
  readonly url: string;
  readonly storeUrl: string;
  packages: FakePackage[];
  /** Number of each custom field; instances differ. */
  numbers: Readonly<Record<string, number>>;
  pageCap: number;
  /** Answers instead of the fake when it returns true. */
  intercept: ((request: IncomingMessage, response: ServerResponse, url: URL) => boolean) | undefined;
  /** `GET` lines with the header that came along, of both origins. */
  readonly requests: {
    readonly path: string;
    readonly query: URLSearchParams;
    readonly authorization: string | undefined;
  }[];
  readonly storeRequests: { readonly path: string; readonly authorization: string | undefined }[];
}

const NAMES = ["Internal Notes", "Source URL", "Clean URL", "Medigy Topics", "Author", "Related Offerings"];
const MORE_NAMES = ["HTML Meta Data", "Open Graph Meta Data", "Twitter Meta Data", "Summary"];
export const CUSTOM_NAMES = [...NAMES, ...MORE_NAMES];

export async function startFake(t: TestContext): Promise<Fake> {
  const fake: Fake = {
    url: "",
    storeUrl: "",
    packages: [],
    numbers: Object.fromEntries(CUSTOM_NAMES.map((name, index) => [name, index + 1])),
    pageCap: 100,
    intercept: undefined,
    requests: [],
    storeRequests: [],
  };
  const store = await serve(t, (request, response) => {
    fake.storeRequests.push({ path: request.url ?? "", authorization: request.headers.authorization });
    const id = Number(/\/bucket\/(\d+)$/.exec(new URL(request.url ?? "", fake.storeUrl).pathname)?.[1]);
    response.end(findAttachment(fake, id)?.bytes);
  });
  const api = await serve(t, (request, response) => {
    const url = new URL(request.url ?? "", fake.url);
    fake.requests.push({ path: url.pathname, query: url.searchParams, authorization: request.headers.authorization });
    if (!fake.intercept?.(request, response, url)) answer(fake, request, response, url);
  });
  return Object.assign(fake, { url: api.origin, storeUrl: store.origin });
}

/** An item that can be imported as it is. */
export function item(id: number, given: Partial<FakePackage> = {}): FakePackage {
  const link = `https://news${id}.example/story-${id}`;
  return {
    id,
    subject: `Story ${id}`,
    raw: `Words of story ${id}.`,
    ...given,
    custom: { "Source URL": link, "Clean URL": link, "Medigy Topics": [{ title: TOPIC }], ...given.custom },
  };
}

export async function jpeg(width: number, height: number, background = "#336699"): Promise<Uint8Array> {
  return sharp({ create: { width, height, channels: 3, background } })
    .jpeg()
    .toBuffer();
}

export function sendError(response: ServerResponse, status: number, message: string, headers = {}): true {
  response.writeHead(status, { "content-type": "application/hal+json", ...headers });
  const errorIdentifier = "urn:openproject-org:api:v3:errors:Some";
  response.end(JSON.stringify({ _type: "Error", errorIdentifier, message }));
  return true;
}

const FILES = {
  "topics/gartner-application-programming-interface-api.md": `---\nname: '${TOPIC}'\ndescription: Interfaces.\n---\n`,
};

export interface Sandbox {
  readonly folder: string;
  readonly contentRoot: string;
  readonly imageRoot: string;
  readonly documentRoot: string;
  /** How long the connection was asked to wait. */
  readonly waits: number[];
  run(options?: Partial<ImportOptions>): Promise<ImportReport>;
  read(file: string): Promise<string>;
  write(file: string, text: string): Promise<void>;
  /** The hash of every file by its path. */
  hashes(): Promise<Readonly<Record<string, string>>>;
}

/** A content folder with one topic and these files, and imports into it. */
export async function createSandbox(
  t: TestContext,
  fake: Fake,
  files: Readonly<Record<string, string>> = {},
): Promise<Sandbox> {
  const contentRoot = await writeContent(t, { ...FILES, ...files });
  const folder = dirname(contentRoot);
  const imageRoot = join(folder, "images");
  const documentRoot = join(folder, "documents");
  const waits: number[] = [];
  const run = (options: Partial<ImportOptions> = {}) =>
    importOpenProject({
      baseUrl: readBaseUrl(fake.url),
      token: TOKEN,
      project: "12",
      type: "Curated Content",
      contentRoot,
      imageRoot,
      documentRoot,
      isDryRun: false,
      isAll: false,
      keep: [],
      take: [],
      wait: async (milliseconds) => waits.push(milliseconds),
      ...options,
    });
  const read = (file: string) => readFile(join(contentRoot, file), "utf8");
  const write = (file: string, text: string) => addContent(contentRoot, { [file]: text });
  return { folder, contentRoot, imageRoot, documentRoot, waits, run, read, write, hashes: () => hashesIn(folder) };
}

function answer(fake: Fake, request: IncomingMessage, response: ServerResponse, url: URL): void {
  const expected = `Basic ${Buffer.from(`apikey:${TOKEN}`).toString("base64")}`;
  if (request.headers.authorization !== expected) {
    sendError(response, 401, `You need to be authenticated, not as ${request.headers.authorization}`);
    return;
  }
  const send = (json: unknown) => {
    response.writeHead(200, { "content-type": "application/hal+json; charset=utf-8" });
    response.end(JSON.stringify(json));
  };
  const path = url.pathname;
  const number = Number(/\/(\d+)(?:\/\w+)?$/.exec(path)?.[1]);
  const found = fake.packages.find(({ id }) => id === number);
  if (path === "/api/v3/projects/12/work_packages") send(toList(fake, url));
  else if (path === "/api/v3/work_packages/schemas/12-7") send(toSchema(fake));
  else if (/^\/api\/v3\/work_packages\/\d+$/.test(path) && found) send(toWorkPackage(fake, found));
  else if (/\/work_packages\/\d+\/attachments$/.test(path) && found) send(toAttachments(found));
  else if (/\/custom_options\/\d+$/.test(path)) {
    send({ _links: { self: { href: path } }, _type: "CustomOption", value: TOPIC });
  } else if (/\/attachments\/\d+\/content$/.test(path)) {
    const attachment = findAttachment(fake, number);
    if (attachment?.isRemote) {
      response.writeHead(302, { location: `${fake.storeUrl}/bucket/${number}?signature=secret-of-the-store` });
      response.end();
    } else response.end(attachment?.bytes);
  } else sendError(response, 404, "The requested resource could not be found.");
}

function toList(fake: Fake, { searchParams: query }: URL) {
  const filters = JSON.parse(query.get("filters") ?? '[{"status_id":{"operator":"o","values":null}}]');
  const since = filters.find((filter: object) => "updatedAt" in filter)?.updatedAt;
  const isOpenOnly = filters.some((filter: object) => "status_id" in filter);
  const all = fake.packages
    .filter(({ isClosed }) => !(isOpenOnly && isClosed))
    .filter(({ updatedAt }) => !since || Date.parse(updatedAt ?? UPDATED) >= Date.parse(since.values[0]))
    .sort((a, b) => (query.get("sortBy") === '[["id","asc"]]' ? a.id - b.id : b.id - a.id));
  const pageSize = Math.min(Number(query.get("pageSize")), fake.pageCap);
  const offset = Number(query.get("offset"));
  const elements = all.slice((offset - 1) * pageSize, offset * pageSize).map((one) => toWorkPackage(fake, one));
  const href = "/api/v3/projects/12/work_packages";
  const _links = { self: { href }, jumpTo: { href: `${href}?offset=%7Boffset%7D`, templated: true } };
  return {
    _links,
    total: all.length,
    count: elements.length,
    pageSize,
    offset,
    _type: "Collection",
    _embedded: { elements },
  };
}

const CREATED = "2024-05-17T08:51:20.396Z";
const UPDATED = "2024-05-18T08:51:20.396Z";

function toWorkPackage(fake: Fake, { id, subject, raw, type = "Curated Content", custom = {}, ...given }: FakePackage) {
  const isLink = (value: unknown) => typeof value === "object" && value !== null && !("raw" in value);
  // The API states the empty ones as well.
  const keyed = Object.entries(fake.numbers).map(
    ([name, number]) => [`customField${number}`, custom[name] === undefined ? null : custom[name]] as const,
  );
  return {
    _type: "WorkPackage",
    _links: {
      self: { href: `/api/v3/work_packages/${id}`, title: subject },
      schema: { href: "/api/v3/work_packages/schemas/12-7" },
      attachments: { href: `/api/v3/work_packages/${id}/attachments` },
      addAttachment: { href: `/api/v3/work_packages/${id}/attachments`, method: "post" },
      author: { href: "/api/v3/users/1", title: "OpenProject Admin - admin" },
      project: { href: "/api/v3/projects/12" },
      status: { href: "/api/v3/statuses/13", title: given.status ?? (given.isClosed ? "Closed" : "New") },
      type: { href: "/api/v3/types/7", title: type },
      ...Object.fromEntries(keyed.filter(([, value]) => isLink(value))),
    },
    id,
    subject,
    description: { format: "markdown", raw, html: `<p class="op-uc-p">${raw}</p>` },
    scheduleManually: false,
    startDate: null,
    dueDate: null,
    createdAt: given.createdAt ?? CREATED,
    updatedAt: given.updatedAt ?? UPDATED,
    ...Object.fromEntries(keyed.filter(([, value]) => !isLink(value))),
    ...given.over,
  };
}

function toSchema(fake: Fake) {
  const property = (name: string) => ({ type: "String", name, required: false, hasDefault: false, writable: true });
  const custom = Object.entries(fake.numbers).map(
    ([name, number]) => [`customField${number}`, property(name)] as const,
  );
  return {
    _type: "Schema",
    _dependencies: [],
    _attributeGroups: [{ _type: "WorkPackageFormAttributeGroup", name: "People", attributes: ["assignee"] }],
    subject: property("Subject"),
    ...Object.fromEntries(custom),
    _links: { self: { href: "/api/v3/work_packages/schemas/12-7" } },
  };
}

/** As the official example has it: `filesize`, no `title`, a download location that may be elsewhere. */
function toAttachments({ id: container, attachments = [] }: FakePackage) {
  const elements = attachments.map(({ id, fileName, bytes, told }) => ({
    _type: "Attachment",
    _links: {
      self: { href: `/api/v3/attachments/${id}` },
      container: { href: `/api/v3/work_packages/${container}` },
      author: { href: "/api/v3/users/1" },
      staticDownloadLocation: { href: `/api/v3/attachments/${id}/content` },
      downloadLocation: { href: "/some/remote/aws/url/image.png" },
    },
    id,
    fileName,
    filesize: bytes.length,
    status: "uploaded",
    description: { format: "plain", raw: "", html: "" },
    contentType: "image/jpeg",
    digest: { algorithm: "md5", hash: createHash("md5").update(bytes).digest("hex") },
    createdAt: CREATED,
    ...told,
  }));
  const _links = { self: { href: `/api/v3/work_packages/${container}/attachments` } };
  return { _links, _type: "Collection", total: elements.length, count: elements.length, _embedded: { elements } };
}

function findAttachment({ packages }: Fake, id: number): FakeAttachment | undefined {
  return packages.flatMap(({ attachments = [] }) => attachments).find((attachment) => attachment.id === id);
}
