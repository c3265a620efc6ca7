/** The OpenAPI description passes a linter, covers every file of the API, and its examples exist and fit. */
import { BaseResolver, createConfig, lintFromString, ResolveError, Source } from "@redocly/openapi-core";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { type BuiltSite, fileOfAddress, textOf } from "../../src/built-site/built-site.ts";
import { escapeRegExp } from "../../src/lib/escape-reg-exp.ts";
import { API_FOLDER, apiFiles, type Json, readJson } from "./api-site.ts";
import type { Check, Violation } from "./check.ts";

const FILE = `${API_FOLDER}openapi.json`;

export const apiDescriptionCheck: Check = {
  name: "OpenAPI",
  async run(site) {
    const files = apiFiles(site);
    if (!site.files.has(FILE)) return { counts: [{ what: "paths", count: 0, least: 1 }], violations: [] };
    const description = readJson(site, FILE);
    const paths = Object.keys((description["paths"] ?? {}) as Json);
    const examples = mediaTypesOf(description).flatMap(({ examples, ...answer }) =>
      Object.values(examples ?? {}).map(({ externalValue }) => ({ ...answer, address: externalValue })),
    );
    const fits = fitterOf(description);
    const unsound = await lintViolations(site);
    return {
      counts: [
        { what: "paths", count: paths.length, least: 10 },
        { what: "examples", count: examples.length, least: paths.length },
        { what: "files described", count: files.length, least: paths.length },
      ],
      violations: [
        ...unsound,
        ...coverViolations(paths, files),
        // With an invalid description there are no schemas to validate the examples with.
        ...(unsound.length > 0 ? [] : examples.flatMap((example) => exampleViolations(example, fits, site))),
      ],
    };
  },
};

/**
 * Every rule that the linter recommends; warnings count as well. One is left out: a kind without a record has a shape,
 * which its lists and dumps would have, and no address that answers with one. The linter would request the example at each
 * `externalValue` from the live site (https://github.com/Redocly/redocly-cli, `resolve.ts`); it gets the built file.
 */
async function lintViolations(site: BuiltSite): Promise<Violation[]> {
  const config = await createConfig({
    extends: ["recommended"],
    rules: { "no-unused-components": "off" },
    telemetry: "off",
  });
  const externalRefResolver = new BaseResolver(config.resolve);
  externalRefResolver.loadExternalRef = async (address) => {
    const file = fileOfAddress(site, address);
    if (file === undefined) throw new ResolveError(new Error(`${address} is no file`));
    return new Source(address, textOf(site, file));
  };
  const source = textOf(site, FILE);
  const problems = await lintFromString({ source, absoluteRef: FILE, config, externalRefResolver });
  return problems.map(({ ruleId, message, location: [at] }) => ({
    where: FILE,
    message: `${ruleId}: ${message.replaceAll("\n", " ")} (${at?.pointer ?? ""})`,
  }));
}

/** Every file has a path that describes it, and the reverse. A placeholder stands for one segment; an exact path wins. */
function coverViolations(paths: readonly string[], files: readonly string[]): Violation[] {
  const patterns = paths.map((path) => ({ path, pattern: toPattern(path) }));
  const fitting = (file: string) => {
    const address = `/${file.slice(API_FOLDER.length)}`;
    return patterns.find(({ path }) => path === address) ?? patterns.find(({ pattern }) => pattern.test(address));
  };
  const used = new Set(files.map((file) => fitting(file)?.path));
  return [
    ...files.filter((file) => !fitting(file)).map((where) => ({ where, message: "is not described" })),
    ...paths.filter((path) => !used.has(path)).map((path) => ({ where: FILE, message: `${path} describes no file` })),
  ];
}

function toPattern(path: string): RegExp {
  const parts = path.split(/\{[^}]*\}/).map((part) => escapeRegExp(part));
  return new RegExp(`^${parts.join("[^/]+")}$`);
}

interface MediaType {
  readonly schema: { readonly $ref?: string };
  readonly examples?: Readonly<Record<string, { readonly externalValue: string }>>;
}

interface Description {
  readonly paths: Readonly<
    Record<
      string,
      { readonly get: { readonly responses: { readonly 200: { readonly content: Record<string, MediaType> } } } }
    >
  >;
}

function mediaTypesOf(description: Json): MediaType[] {
  const { paths } = description as unknown as Description;
  return Object.values(paths).flatMap(({ get }) => Object.values(get.responses[200].content));
}

/** Whether a document fits a component of the description. */
function fitterOf({ components }: Json): (reference: string, json: Json) => boolean {
  const ajv = formats.default(new Ajv2020({ strict: false }));
  return (reference, json) => ajv.compile({ $ref: reference, components })(json);
}

function exampleViolations(
  { schema, address }: Pick<MediaType, "schema"> & { readonly address: string },
  fits: (reference: string, json: Json) => boolean,
  site: BuiltSite,
): Violation[] {
  const file = fileOfAddress(site, address);
  if (!file?.startsWith(API_FOLDER)) return [{ where: FILE, message: `the example ${address} is no file` }];
  if (schema.$ref === undefined || fits(schema.$ref, readJson(site, file))) return [];
  return [{ where: file, message: `is an example of ${schema.$ref}, and does not fit it` }];
}
