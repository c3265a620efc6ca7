/** The settings as a JSON Schema for editors, and as docs/settings.md for people. */
import { z } from "zod";
import { SettingsSchema } from "../config/settings-schema.ts";

type Node = z.core.JSONSchema.BaseSchema;

function toNode(): Node {
  return z.toJSONSchema(SettingsSchema, { io: "input", target: "draft-7" });
}

/** The schema of `curalog.config.yaml`, as text. */
export function buildSettingsSchema(): string {
  return `${JSON.stringify({ ...toNode(), title: "Settings of a Curalog site" }, null, 2)}\n`;
}

/** Every setting with what it does and what it is when it is not set. */
export function buildSettingsDoc(): string {
  const { properties = {}, required: names = [] } = toNode();
  const required = new Set(names);
  const rows = Object.entries(properties).flatMap(([name, node]) =>
    typeof node === "object" ? [...rowsOf(name, node, !required.has(name))] : [],
  );
  const table = ["| setting | what it is | if not set |", "|---|---|---|", ...rows.map(toLine)].join("\n");
  return `${INTRODUCTION}\n\n${table}\n`;
}

const INTRODUCTION = `# Settings

Written by \`npm run docs\` from \`src/config/settings-schema.ts\`. [own-site.md](own-site.md) shows how a site of your own begins.

A site is a folder with \`curalog.config.yaml\`, \`content/\` and \`public/\`; commands run in that folder. \`npm run check\`, \`npm run build\` and every other command say in which line a setting is wrong. Editors complete and explain the file by \`schemas/settings.schema.json\`.

What differs between deployments is set in the environment, which goes before the file: \`CURALOG_URL\` (the address), \`CURALOG_REPOSITORY\`, \`CURALOG_INDEXING\`, \`CURALOG_NEWS_SITEMAP\`, \`CURALOG_CMS\`, and where things are: [deploy.md](deploy.md) has all of them.`;

interface Row {
  readonly path: string;
  readonly about: string;
  readonly initial: string;
}

function* rowsOf(path: string, node: Node, isOptional = false): Generator<Row> {
  const forms = (node.oneOf ?? node.anyOf ?? []).filter((form) => typeof form === "object");
  const properties = Object.assign({}, ...forms.map((form) => form.properties), node.properties);
  if (Object.keys(properties).length === 0) {
    yield { path, about: node.description ?? "", initial: toInitial(node.default) };
    return;
  }
  const required = new Set(node.required ?? forms.at(-1)?.required);
  const asked = isOptional ? `required where \`${path}\` is set` : "required";
  for (const [name, child] of Object.entries<z.core.JSONSchema._JSONSchema>(properties)) {
    if (typeof child !== "object") continue;
    const isWithout = !required.has(name) && child.default === undefined;
    for (const row of rowsOf(`${path}.${name}`, child, isWithout))
      yield required.has(name) && row.initial === "nothing" ? { ...row, initial: asked } : row;
  }
}

function toInitial(value: unknown): string {
  const isNothing = value === undefined || (typeof value === "object" && Object.keys(value ?? {}).length === 0);
  return isNothing ? "nothing" : `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}

function toLine({ path, about, initial }: Row): string {
  return `| \`${path}\` | ${about} | ${initial} |`;
}
