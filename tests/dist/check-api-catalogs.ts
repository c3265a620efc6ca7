/** Programs find the APIs: what the API catalog and APIs.json name of ours is there, and every address that an interface declares is among the interfaces. */

import { z } from "zod";
import { type BuiltSite, fileOfAddress } from "../../src/built-site/built-site.ts";
import { hasFacts, hasSection } from "../../src/config/settings.ts";
import { bareType, typeOfFile } from "../../src/outputs/hosts/file-types.ts";
import { readDocuments, readJson } from "./api-site.ts";
import type { Check, Violation } from "./check.ts";

const CATALOG = ".well-known/api-catalog";
const INTERFACES = "api/v1/interfaces.linkset.json";
const APIS_JSON = "apis.json";

const address = z.url({ protocol: /^https?$/ });
const text = z.string().min(1);

/** RFC 9264, as far as it is used here. A document has no other member. */
const Linkset = z.strictObject({
  linkset: z.array(
    z
      .object({ anchor: address })
      .catchall(z.array(z.strictObject({ href: address, type: text.optional(), title: text.optional() })).nonempty()),
  ),
});

/** https://github.com/apis-json/api-json/blob/develop/spec/apisjson_0.23.txt, and the limits of its JSON Schema. */
const ApisJson = z.strictObject({
  aid: z.string().regex(/^[\w.-]+:[\w-]+$/),
  name: z.string().min(3).max(50),
  description: z.string().min(5).max(1000),
  url: address,
  created: z.iso.date(),
  modified: z.iso.date(),
  specificationVersion: z.literal("0.23"),
  apis: z
    .array(
      z.strictObject({
        aid: z.string().regex(/^[\w.-]+:[\w-]+$/),
        name: z.string().min(2),
        description: z.string().min(5),
        image: address,
        humanURL: address,
        baseURL: address,
        tags: z.array(text),
        properties: z.array(
          z.strictObject({ type: z.enum(["OpenAPI", "Documentation", "APICatalog", "License"]), url: address }),
        ),
      }),
    )
    .nonempty(),
  maintainers: z.array(z.strictObject({ FN: text, url: address })).nonempty(),
  tags: z.array(text),
});

interface NamedAddress {
  readonly where: string;
  readonly href: string;
  readonly type?: string | undefined;
}

export const apiCatalogsCheck: Check = {
  name: "API catalogs",
  run(site) {
    const catalog = read(CATALOG, Linkset, site);
    const interfaces = hasSection("offerings") ? read(INTERFACES, Linkset, site) : undefined;
    const apis = read(APIS_JSON, ApisJson, site);
    const named = [
      ...linksOf(CATALOG, catalog.value),
      ...linksOf(INTERFACES, interfaces?.value),
      ...addressesOf(apis.value),
    ];
    const own = named.filter(({ href }) => URL.parse(href)?.origin === site.url.origin);
    const anchors = new Set(interfaces?.value?.linkset.map(({ anchor }) => anchor));
    const declared = declaredAddresses(site);
    return {
      counts: [
        { what: "addresses of ours", count: own.length, least: 10 },
        { what: "interfaces of offerings", count: anchors.size, least: declared.length },
      ],
      violations: [
        ...[catalog, interfaces, apis].flatMap((result) => result?.violations ?? []),
        ...own.flatMap((one) => addressViolations(one, site)),
        ...declared
          .filter((one) => !anchors.has(one))
          .map((one) => ({ where: INTERFACES, message: `does not have ${one}` })),
      ],
    };
  },
};

function read<T>(
  file: string,
  shape: z.ZodType<T>,
  site: BuiltSite,
): { readonly value?: T; readonly violations: readonly Violation[] } {
  if (!site.files.has(file)) return { violations: [{ where: file, message: "is missing" }] };
  const { data, error } = shape.safeParse(readJson(site, file));
  const messages = error?.issues.map(({ path, message }) => `${path.join(".")}: ${message}`) ?? [];
  return {
    ...(data !== undefined && { value: data }),
    violations: messages.map((message) => ({ where: file, message })),
  };
}

function linksOf(where: string, document: z.output<typeof Linkset> | undefined): NamedAddress[] {
  return (document?.linkset ?? []).flatMap(({ anchor, ...relations }) => [
    { where, href: anchor },
    ...Object.values(relations)
      .flat()
      .map(({ href, type }) => ({ where, href, type })),
  ]);
}

/** The base of the API is a folder: its index stands for it. */
function addressesOf(document: z.output<typeof ApisJson> | undefined): NamedAddress[] {
  if (!document) return [];
  const { url, apis, maintainers } = document;
  return [
    url,
    ...maintainers.map((one) => one.url),
    ...apis.flatMap(({ image, humanURL, baseURL, properties }) => [
      image,
      humanURL,
      `${baseURL}index.json`,
      ...properties.map((property) => property.url),
    ]),
  ].map((href) => ({ where: APIS_JSON, href }));
}

function addressViolations({ where, href, type }: NamedAddress, site: BuiltSite): Violation[] {
  const file = fileOfAddress(site, href);
  if (file === undefined) return [{ where, message: `${href} is no file` }];
  const sent = bareType(typeOfFile(`/${file}`) ?? "");
  return type === undefined || type === sent ? [] : [{ where, message: `calls ${href} ${type}, and it is ${sent}` }];
}

/** The addresses that FHIR servers state of themselves, once each. */
function declaredAddresses(site: BuiltSite): string[] {
  if (!hasFacts("interfaces")) return [];
  const offerings = readDocuments(site).filter(({ schema }) => schema === "offering");
  const stated = offerings.flatMap(({ json }) => {
    const { fhir } = json["interfaces"] as { readonly fhir: readonly { readonly address: string | null }[] };
    return fhir.flatMap((one) => one.address ?? []);
  });
  return [...new Set(stated)];
}
