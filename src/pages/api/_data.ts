import type { APIRoute } from "astro";
import { getCatalog, getDigests, readBody } from "../../catalog/get-catalog.ts";
import type { Catalog } from "../../catalog/graph.ts";
import { getCommit } from "../../config/config.ts";
import { memoize } from "../../lib/memoize.ts";
import { type ApiFile, listApiFiles } from "../../outputs/api/api-files.ts";
import { createData, type Data } from "../../outputs/api/data.ts";
import { typeOfFile } from "../../outputs/hosts/file-types.ts";
import { apiUrl } from "../../views/urls.ts";
import { StaticPath, toParam, unlessPagesOnly } from "../_static-path.ts";

const dataOf = memoize(async (catalog: Catalog): Promise<Data> => {
  const digests = await getDigests();
  return createData(catalog, readBody, (file) => digests.get(file));
});

/** The data of the site. */
export async function getData(): Promise<Data> {
  return dataOf(await getCatalog());
}

const filesOf = memoize((data: Data) => listApiFiles(data, { buildDate: data.catalog.buildDate, commit: getCommit() }));

/** A route for each ending: in development, a route without one would expect a slash at the end of each path. */
export const pathsEndingIn = (ending: string) =>
  unlessPagesOnly(async () =>
    filesOf(await getData())
      .filter(({ path }) => path.endsWith(ending))
      .map((file) => {
        const param = toParam(file.path.slice(apiUrl.length - 1), ending);
        return new StaticPath({ file: param }, { file }, (props) => props.file.key?.());
      }),
  );

export const answer: APIRoute<{ file: ApiFile }> = async ({ props: { file } }) => {
  const text = await file.read();
  const body = typeof text === "string" ? text : toStream(text);
  return new Response(body, { headers: { "Content-Type": typeOfFile(file.path) ?? "" } });
};

function toStream(pieces: AsyncIterable<string>): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const iterator = pieces[Symbol.asyncIterator]();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await iterator.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
  });
}
