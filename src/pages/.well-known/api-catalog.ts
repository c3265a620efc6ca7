import type { APIRoute } from "astro";
import { toJson } from "../../outputs/api/api-files.ts";
import { buildApiCatalog } from "../../outputs/api/linksets.ts";
import { typeOfFile } from "../../outputs/hosts/file-types.ts";
import { apiCatalogUrl } from "../../views/urls.ts";

export const GET: APIRoute = () =>
  new Response(toJson(buildApiCatalog()), { headers: { "Content-Type": typeOfFile(apiCatalogUrl) ?? "" } });
