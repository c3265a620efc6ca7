/** The facts of an OpenAPI 3 or Swagger 2 description. References are not followed: what counts stands in the document. */
import { z } from "zod";
import { byText } from "../../lib/order.ts";
import type { OpenApiFacts, Stated } from "../../schemas/interface-facts.ts";
import { DocumentError } from "./document-error.ts";
import { type PublishList, publishHost, publishName, publishText, publishTexts } from "./publishable.ts";
import { boundedList, readShape } from "./read-shape.ts";

const METHODS = ["delete", "get", "head", "options", "patch", "post", "put", "trace"] as const;
const MAX_PATHS = 20_000;

const operation = z.object({ deprecated: z.boolean().nullish(), tags: boundedList(z.string()).nullish() });
const PathShape = z.object({
  delete: operation.nullish(),
  get: operation.nullish(),
  head: operation.nullish(),
  options: operation.nullish(),
  patch: operation.nullish(),
  post: operation.nullish(),
  put: operation.nullish(),
  trace: operation.nullish(),
});
const SchemeShape = z.object({ type: z.string(), scheme: z.string().nullish(), in: z.string().nullish() });
const schemes = z.record(z.string(), z.union([SchemeShape, z.object({ $ref: z.string() })]));

/** JSON may have a number. */
const version = z.union([z.string(), z.number()]).optional();

/** What begins otherwise is an extension, in whatever form. */
const paths = z.preprocess(
  (value) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).filter(([path]) => path.startsWith("/")))
      : value,
  z.record(z.string(), PathShape),
);

const DescriptionShape = z.object({
  openapi: version,
  swagger: version,
  info: z.object({ title: z.unknown(), version: z.unknown() }).partial().nullish(),
  servers: boundedList(z.object({ url: z.unknown() }).partial()).nullish(),
  /** In Swagger 2. */
  host: z.unknown().optional(),
  paths: paths.nullish(),
  tags: boundedList(z.object({ name: z.string() })).nullish(),
  components: z.object({ securitySchemes: schemes.nullish() }).nullish(),
  /** In Swagger 2. */
  securityDefinitions: schemes.nullish(),
});

/** Throws a `DocumentError` that names the place. */
export function readOpenApi(document: unknown, publish: PublishList): Stated<OpenApiFacts> {
  const description = readShape(DescriptionShape, document);
  const paths = Object.entries(description.paths ?? {});
  if (paths.length > MAX_PATHS) throw new DocumentError(`has ${paths.length} paths; up to ${MAX_PATHS} are read`);
  const operations = paths.flatMap(([path, item]) =>
    METHODS.flatMap((method) => (item[method] ? { method, path, ...item[method] } : [])),
  );
  const counts = Map.groupBy(operations, ({ method }) => method);
  const addresses = [
    ...(description.servers ?? []).map(({ url }) => url),
    ...(typeof description.host === "string" ? [`https://${description.host}/`] : []),
  ];
  const securitySchemes = { ...description.components?.securitySchemes, ...description.securityDefinitions };
  return {
    kind: "openapi",
    format: readFormat(description),
    title: publishName(description.info?.title),
    version: publishName(description.info?.version),
    hosts: publishTexts(addresses.map(publishHost)),
    paths: paths.length,
    operations: Object.fromEntries(
      METHODS.flatMap((method) => (counts.has(method) ? [[method, counts.get(method)?.length ?? 0]] : [])),
    ),
    securitySchemes: publish(
      "securitySchemes",
      Object.values(securitySchemes).map((scheme) => ("type" in scheme ? describeScheme(scheme) : undefined)),
    ),
    tags: publish("tags", [
      ...(description.tags ?? []).map(({ name }) => name),
      ...operations.flatMap(({ tags }) => tags ?? []),
    ]),
    deprecated: publish(
      "deprecated",
      operations.flatMap(({ deprecated, method, path }) => (deprecated ? `${method.toUpperCase()} ${path}` : [])),
    ).sort(byText),
  };
}

function readFormat({ openapi, swagger }: z.output<typeof DescriptionShape>): string {
  const version = String(openapi ?? swagger);
  if (openapi !== undefined && /^3\.\d+(?:\.\d+)?(?:-[\w.]{1,40})?$/.test(version)) return `OpenAPI ${version}`;
  if (swagger !== undefined && /^2(\.0)?$/.test(version)) return "Swagger 2.0";
  const name = openapi === undefined ? "swagger" : "openapi";
  throw new DocumentError(
    `has the version '${publishText(version) ?? ""}' in '${name}'; OpenAPI 3 and Swagger 2.0 are read`,
  );
}

function describeScheme({ type, scheme, in: place }: z.output<typeof SchemeShape>): string {
  if (type === "apiKey" && place) return `apiKey in ${place}`;
  return scheme ? `${type} ${scheme.toLowerCase()}` : type;
}
