import { answer, pathsEndingIn } from "../_data.ts";

export const getStaticPaths = pathsEndingIn(".csv");
export const GET = answer;
