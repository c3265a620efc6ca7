/** Paths and files of routes. */
import type { RouteData } from "astro";

type Route = Pick<RouteData, "segments" | "type">;
type Params = Readonly<Record<string, string | undefined>>;

/** Decoded; a page ends in a slash: `/news/a-story/`, `/feed.xml`. A segment whose parameter is undefined is left out. */
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

/** Below the folder of the site: `news/a-story/index.html`. The 404 page is where hosts look for it. */
export function fileOfPath(path: string): string {
  if (path === "/404/") return "404.html";
  return path.endsWith("/") ? `${path.slice(1)}index.html` : path.slice(1);
}
