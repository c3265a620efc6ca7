/** Middleware of the compiled site: hands an error to the build, where Astro would log it and answer with a page of status 500. */
import type { MiddlewareHandler } from "astro";

export interface ErrorReport {
  readonly onError: (error: unknown) => void;
}

export const onRequest: MiddlewareHandler = async ({ locals }, next) => {
  try {
    return await next();
  } catch (error) {
    if (!("onError" in locals && typeof locals.onError === "function")) throw error;
    locals.onError(error);
    // With a body, or Astro would render its own page.
    return new Response("", { status: 500 });
  }
};
