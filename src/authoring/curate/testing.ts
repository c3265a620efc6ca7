/** Small pages, and a content folder of its own with a few entries, for tests. */
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { TestContext } from "node:test";
import type { ContentSettings } from "../../catalog/load-content.ts";
import { BUILD_DATE, type Files, healthy, writeContent } from "../../catalog/testing.ts";

/** A folder with content and images that goes when the test ends. */
export async function makeContent(
  t: TestContext,
  changes: Files = {},
): Promise<ContentSettings & { readonly folder: string }> {
  const contentRoot = await writeContent(t, healthy(changes));
  const folder = dirname(contentRoot);
  const imageRoot = join(folder, "images");
  await mkdir(imageRoot);
  return { folder, contentRoot, imageRoot, documentRoot: join(folder, "documents"), buildDate: BUILD_DATE };
}

interface PageParts {
  readonly title?: string;
  readonly description?: string;
  readonly author?: string;
  readonly published?: string;
  readonly image?: string;
  readonly canonical?: string;
  readonly body?: string;
}

/** A page with metadata; what is not given is not there. */
export function pageOf(parts: PageParts): string {
  const meta = (name: string, content: string | undefined) =>
    content === undefined ? "" : `<meta property="${name}" content="${content.replaceAll('"', "&quot;")}">`;
  return [
    "<!doctype html><html lang=en><head><meta charset=utf-8>",
    meta("og:title", parts.title),
    meta("og:description", parts.description),
    meta("author", parts.author),
    meta("article:published_time", parts.published),
    meta("og:image", parts.image),
    parts.canonical === undefined ? "" : `<link rel="canonical" href="${parts.canonical}">`,
    `</head><body><main>${parts.body ?? ""}</main></body></html>`,
  ].join("\n");
}
