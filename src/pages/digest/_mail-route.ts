/** What the routes of both forms of a mail share; no route itself. */
import type { APIRoute } from "astro";
import { getCatalog } from "../../catalog/get-catalog.ts";
import { listWeeks, type Week } from "../../catalog/weeks.ts";
import { digestOf } from "../../lib/digest.ts";
import { typeOfFile } from "../../outputs/hosts/file-types.ts";
import { buildDigest, type DigestView } from "../../views/digest.ts";
import { mailUrl } from "../../views/urls.ts";
import { StaticPath, unlessPagesOnly } from "../_static-path.ts";

/** None for a week that is not over: what is sent cannot be added to. */
export const mailPaths = unlessPagesOnly(async () =>
  listWeeks(await getCatalog())
    .filter(({ isOver }) => isOver)
    .map((week) => new StaticPath({ week: week.name }, { week }, (props) => digestOf(buildDigest(props.week)))),
);

export function mailRoute(format: "html" | "txt", render: (digest: DigestView) => string): APIRoute<{ week: Week }> {
  return ({ props: { week } }) =>
    new Response(render(buildDigest(week)), {
      headers: { "Content-Type": typeOfFile(mailUrl(week.name, format)) ?? "" },
    });
}
