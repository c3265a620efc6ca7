import { answer, pathsEndingIn } from "../_data.ts";

export const getStaticPaths = pathsEndingIn(".json");
export const GET = answer;
