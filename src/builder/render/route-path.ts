/** The path of a route with its parameters filled in, and the file that a static host finds there. */
import type { RouteData } from "astro";

type Route = Pick<RouteData, "segments" | "type">;
type Params = Readonly<Record<string, string | undefined>>;

/** Decoded, with a slash at the end for a page: `/news/a-story/`, `/feed.xml`. A parameter that is absent takes its part with it. */
export function pathOfRoute({ segments, type }: Route, params: Params): string {
  const parts = segments.map((segment) =>
    segment
      .map(({ content, dynamic, spread }) =>
        dynamic ? (params[spread ? content.slice("...".length) : content] ?? "") : content,
      )
      .join(""),
  );
  const path = parts.filter((part) => part !== "").join("/");
  return type === "page" && path !== "" ? `/${path}/` : `/${path}`;
}

/** Below the site's folder: `news/a-story/index.html`. The page for what is not there stands where hosts look for it. */
export function fileOfPath(path: string): string {
  if (path === "/404/") return "404.html";
  return path.endsWith("/") ? `${path.slice(1)}index.html` : path.slice(1);
}
