/** The questions that commands ask a person at a terminal. */
import { confirm, isCancel, log, multiselect, note, type Option, select, type TextOptions, text } from "@clack/prompts";
import { InputError } from "./command.ts";

export type Choice = Option<string>;
type Question = Omit<TextOptions, "validate"> & { readonly validate?: (value?: string) => string | undefined };

export function stopped(): InputError {
  return new InputError("Stopped; nothing was written.");
}

/** False where nobody would see a question or could answer it. */
export function canAsk(): boolean {
  return process.stdin.isTTY && process.stdout.isTTY;
}

/** For Ctrl-C the library returns a symbol, in the place of any answer. https://bomb.sh/docs/clack/packages/prompts/ */
function answered<T>(value: T): Exclude<T, symbol> {
  if (isCancel(value)) throw stopped();
  return value as Exclude<T, symbol>;
}

/** The questions as a terminal shows them; replaced in tests. */
export const terminal = {
  text: async (question: Question): Promise<string> => answered(await text(question)) ?? "",
  confirm: async (message: string, initialValue = true): Promise<boolean> =>
    answered(await confirm({ message, initialValue })),
  tick: async (
    message: string,
    options: readonly Choice[],
    initialValues: readonly string[],
    required: boolean,
  ): Promise<readonly string[]> =>
    answered(
      await multiselect({ message, options: [...options], initialValues: [...initialValues], required, maxItems: 12 }),
    ),
  choose: async (message: string, options: readonly Choice[], initialValue: string): Promise<string> =>
    answered(await select({ message, options: [...options], initialValue, maxItems: 12 })),
  tell: (title: string, body: string): void =>
    body.includes("\n") ? note(body, title) : log.warn(`${title}: ${body}`),
};
export type Prompter = typeof terminal;
