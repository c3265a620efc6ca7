import { answer, pathsEndingIn } from "../_data.ts";

export const getStaticPaths = pathsEndingIn(".jsonld");
export const GET = answer;
