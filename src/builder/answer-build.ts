/** Reads and checks the content as a build asks for it, in a process of its own. */
import { listAliases } from "../catalog/build-catalog.ts";
import { refreshContent } from "../catalog/content-store.ts";
import { readTextIn } from "../catalog/load-content.ts";
import { toRuleContext } from "../catalog/rules/context.ts";
import { runRules } from "../catalog/rules/index.ts";
import { formatDiagnostics, formatSummary } from "../ingest/format-diagnostics.ts";
import { locateDiagnostics } from "../ingest/locate.ts";
import type { CheckAnswer, CheckOptions, ReadAnswer } from "./check-content.ts";
import { endWithBuild, receive, send } from "./child.ts";

/** The first message is the order; after what was read is told, any other asks for the check. */
export async function answerBuild(): Promise<void> {
  endWithBuild();
  const order = await receive<CheckOptions>();
  const { files, fingerprint, load } = await refreshContent(order);
  await send({ files: files.length, fingerprint } satisfies ReadAnswer);
  await receive();
  const { content } = load();
  const context = toRuleContext(content, order.buildDate, order.indexing);
  const diagnostics = [...content.found, ...runRules(context)];
  const issues = await locateDiagnostics(diagnostics, readTextIn(order.contentRoot));
  const isFine = !diagnostics.some(({ severity }) => severity === "error");
  await send({
    isFine,
    report: isFine ? formatSummary(issues, files.length) : formatDiagnostics(issues, files.length),
    aliases: isFine ? listAliases(context) : [],
  } satisfies CheckAnswer);
  process.disconnect();
}
