/** Promise: reads and checks the content as a build asks for it, in a process of its own. */
import { listAliases } from "../catalog/build-catalog.ts";
import { refreshContent } from "../catalog/content-store.ts";
import { readTextIn } from "../catalog/load-content.ts";
import { toRuleContext } from "../catalog/rules/context.ts";
import { runRules } from "../catalog/rules/index.ts";
import { toIssues } from "../ingest/locate.ts";
import { formatIssues, formatSummary } from "../ingest/format-diagnostics.ts";
import type { CheckAnswer, CheckOrder, ReadAnswer } from "./check-content.ts";
import { endWithBuild, receive, send } from "./child.ts";

/** The first message is the order; after what was read is told, any other asks for the check. */
export async function answerBuild(): Promise<void> {
  endWithBuild();
  const order = await receive<CheckOrder>();
  const { files, seal, load } = await refreshContent(order);
  await send({ files: files.length, seal } satisfies ReadAnswer);
  await receive();
  const { content } = load();
  const context = toRuleContext(content, order.buildDate, order.indexing);
  const findings = [...content.found, ...runRules(context)];
  const issues = await toIssues(findings, readTextIn(order.contentRoot));
  const isFine = !findings.some(({ severity }) => severity === "error");
  await send({
    isFine,
    report: isFine ? formatSummary(issues, files.length) : formatIssues(issues, files.length),
    aliases: isFine ? listAliases(context) : [],
  } satisfies CheckAnswer);
  process.disconnect();
}
