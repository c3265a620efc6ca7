/** The thread of the check of HTML: validates the pages that it is started with. */
import { parentPort, workerData } from "node:worker_threads";
import { type ConfigData, HtmlValidate, type ResolvedConfig, StaticConfigLoader } from "html-validate";
import type { Violation } from "./check.ts";
import { parseViolations } from "./parse-violations.ts";

const config: ConfigData = {
  root: true,
  extends: ["html-validate:recommended", "html-validate:document"],
  rules: {
    // Matters of formatting, which the compressor of pages decides.
    "attr-quotes": "off",
    "doctype-style": "off",
    "no-trailing-whitespace": "off",
    "void-style": "off",
    // Tables come from sources, too: a row may stand without a body, and a header without a scope.
    "prefer-tbody": "off",
    "wcag/h63": "off",
    // Titles and descriptions come from sources; the check of heads has the limits.
    "long-title": "off",
    // Check boxes of one name are a list of values.
    "form-dup-name": ["error", { shared: ["checkbox", "radio", "button", "submit"] }],
    // The CSP names hashes of own files; same-origin files need no integrity of their own.
    "require-sri": ["error", { target: "crossorigin" }],
  },
};

/** The loader of the package resolves the same configuration for every file anew, which takes as long as the validation. */
class CachingLoader extends StaticConfigLoader {
  #resolved: ResolvedConfig | Promise<ResolvedConfig> | undefined;

  override getConfigFor(handle: string): ResolvedConfig | Promise<ResolvedConfig> {
    this.#resolved ??= super.getConfigFor(handle);
    return this.#resolved;
  }
}

const engine = new HtmlValidate(new CachingLoader(config));
const pages: readonly { readonly path: string; readonly html: string }[] = workerData;
// html-validate has the rules of elements: what each may hold, and which attributes it needs. Its parser is not that of the
// standard, and its rules look at what is in the html element, not at what is beside it.
const violations: Violation[] = pages.flatMap(({ path, html }) => [
  ...engine.validateStringSync(html, path).results.flatMap(({ messages }) =>
    messages.map(({ ruleId, message, selector, line, column }) => ({
      where: `${path} (${line}:${column})`,
      message: `${ruleId}: ${message} (${selector ?? "document"})`,
    })),
  ),
  ...parseViolations(html).map(({ message, offset }) => ({
    where: `${path} (${placeOf(html, offset)})`,
    message: `parse error: ${message}`,
  })),
]);
parentPort?.postMessage({ count: pages.length, violations });

function placeOf(text: string, offset: number): string {
  const lines = text.slice(0, offset).split("\n");
  return `${lines.length}:${(lines.at(-1)?.length ?? 0) + 1}`;
}
