/** What every command has in common: `--help`, `--json`, usage errors, exit codes, colour only at a terminal. */
import { type ParseArgsOptionsConfig, parseArgs, styleText } from "node:util";
import { formatError, UserError } from "../lib/user-error.ts";

/** Something that a command was given cannot be used. */
export class InputError extends UserError {
  override readonly name = "InputError";
}

/** The command line is not one that the command knows; shown with its usage. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

export const exitCodes = {
  /** Done, and nothing to complain of. */
  done: 0,
  /** Done or not, something is wrong that a person must look at. */
  failed: 1,
  /** The command line is wrong; nothing was done. */
  usage: 2,
} as const;

interface Option {
  readonly type: "boolean" | "string";
  /** One line for `--help`. */
  readonly help: string;
  /** Name of the value in `--help`: `YYYY-MM-DD`. */
  readonly value?: string;
}

export interface CommandSpec<Options extends Readonly<Record<string, Option>>> {
  /** As it is called: `npm run rename --`. */
  readonly name: string;
  /** What follows the name: `<old> <new>`. */
  readonly arguments: string;
  /** One sentence. */
  readonly summary: string;
  /** `help` and `json` are there without being named. */
  readonly options: Options;
}

type Values<Options extends Readonly<Record<string, Option>>> = {
  readonly [Name in keyof Options]?: Options[Name]["type"] extends "boolean" ? boolean : string;
};

export interface Invocation<Options extends Readonly<Record<string, Option>>> {
  readonly values: Values<Options>;
  readonly arguments: readonly string[];
  readonly isJson: boolean;
}

/** What a command came to: the text for a person, the data for `--json`, and whether all is well. */
export interface Outcome {
  readonly text: string;
  readonly data: unknown;
  readonly isFine: boolean;
}

/**
 * Runs a command with the arguments of the process, writes its result and
 * sets the exit code. Results go to standard output, progress and errors to
 * standard error, so that `--json` can be piped.
 */
export async function runCommand<const Options extends Readonly<Record<string, Option>>>(
  spec: CommandSpec<Options>,
  run: (invocation: Invocation<Options>) => Promise<Outcome>,
): Promise<void> {
  try {
    const invocation = readInvocation(spec, process.argv.slice(2));
    if (invocation === "help") {
      console.log(formatHelp(spec));
      return;
    }
    const { text, data, isFine } = await run(invocation);
    console.log(invocation.isJson ? JSON.stringify(data, null, 2) : text);
    process.exitCode = isFine ? exitCodes.done : exitCodes.failed;
  } catch (error) {
    const isUsage = error instanceof UsageError;
    console.error(isUsage ? `${error.message}\n\n${formatHelp(spec)}` : formatError(error));
    process.exitCode = isUsage ? exitCodes.usage : exitCodes.failed;
  }
}

/** Throws a `UsageError` for an option that is not known or has no value. */
export function readInvocation<const Options extends Readonly<Record<string, Option>>>(
  spec: CommandSpec<Options>,
  args: readonly string[],
): Invocation<Options> | "help" {
  const options: ParseArgsOptionsConfig = { help: { type: "boolean", short: "h" }, json: { type: "boolean" } };
  for (const [name, { type }] of Object.entries(spec.options)) options[name] = { type };
  try {
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options });
    const { help, json, ...others } = values;
    if (help) return "help";
    const [other] = positionals;
    if (other !== undefined && /^(?:$|--)/.test(spec.arguments)) throw new UsageError(`'${other}' is not an option.`);
    return { values: others as Values<Options>, arguments: positionals, isJson: json === true };
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

export function formatHelp<Options extends Readonly<Record<string, Option>>>(spec: CommandSpec<Options>): string {
  const rows = [
    ...Object.entries(spec.options).map(([name, { value, help }]) => [`--${name}${value ? ` ${value}` : ""}`, help]),
    ["--json", "prints the outcome as JSON"],
    ["--help", "prints this"],
  ] as const;
  const width = Math.max(...rows.map(([option]) => option.length));
  return [
    `${spec.name} ${spec.arguments || "[options]"}`,
    "",
    spec.summary,
    "",
    ...rows.map(([option, help]) => `  ${option.padEnd(width)}  ${help}`),
  ].join("\n");
}

/** Text in a style where the stream is a terminal that wants colours, and plain everywhere else. */
export function paint(style: Parameters<typeof styleText>[0], text: string): string {
  return styleText(style, text, { stream: process.stdout, validateStream: true });
}
