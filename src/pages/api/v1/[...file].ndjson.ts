import { answer, pathsEndingIn } from "../_data.ts";

export const getStaticPaths = pathsEndingIn(".ndjson");
export const GET = answer;
