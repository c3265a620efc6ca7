/** A person who answers the questions of a command, for tests. */
import assert from "node:assert/strict";
import type { Prompter } from "./prompter.ts";

export type Answers = Readonly<Record<string, string | boolean | readonly string[]>>;

/** Answers by the first words of a question; what is not answered is taken as it is proposed. */
export function scripted(answers: Answers): { prompter: Prompter; asked: string[]; violations: string[] } {
  const asked: string[] = [];
  const violations: string[] = [];
  const answerTo = (message: string) => {
    asked.push(message);
    return Object.entries(answers).find(([start]) => message.startsWith(start))?.[1];
  };
  return {
    asked,
    violations,
    prompter: {
      text: async ({ message, initialValue = "", validate }) => {
        const value = String(answerTo(message) ?? initialValue);
        const violation = validate?.(value);
        if (violation) violations.push(violation);
        return value;
      },
      confirm: async (message, initialValue = true) => Boolean(answerTo(message) ?? initialValue),
      tick: async (message, options, initial) => {
        const values = (answerTo(message) as readonly string[] | undefined) ?? initial;
        assert.ok(values.every((value) => options.some((option) => option.value === value)));
        return values;
      },
      choose: async (message, _options, initial) => String(answerTo(message) ?? initial),
      tell: () => {},
    },
  };
}
