/** The child process that reads and checks the content for a build. */
import { listAliases } from "../catalog/build-catalog.ts";
import { refreshContent } from "../catalog/content-store.ts";
import { readTextIn } from "../catalog/load-content.ts";
import { toRuleContext } from "../catalog/rules/context.ts";
import { runRules } from "../catalog/rules/index.ts";
import { formatDiagnostics, formatSummary } from "../ingest/format-diagnostics.ts";
import { locateDiagnostics } from "../ingest/locate.ts";
import type { CheckOptions, CheckResult, ReadResult } from "./check-content.ts";
import { endWithBuild, receive, send } from "./child.ts";

/** Expects the options as its first message and answers with what was read; a second message starts the check. */
export async function serveBuild(): Promise<void> {
  endWithBuild();
  const options = await receive<CheckOptions>();
  const { files, fingerprint, load } = await refreshContent(options);
  await send({ files: files.length, fingerprint } satisfies ReadResult);
  await receive();
  const { content } = load();
  const context = toRuleContext(content, options.buildDate, options.indexing);
  const diagnostics = [...content.found, ...runRules(context)];
  const issues = await locateDiagnostics(diagnostics, readTextIn(options.contentRoot));
  const isFine = !diagnostics.some(({ severity }) => severity === "error");
  await send({
    isFine,
    report: isFine ? formatSummary(issues, files.length) : formatDiagnostics(issues, files.length),
    aliases: isFine ? listAliases(context) : [],
  } satisfies CheckResult);
  process.disconnect();
}
