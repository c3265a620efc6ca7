import { answer, pathsEndingIn } from "../_data.ts";

export const getStaticPaths = pathsEndingIn(".ttl");
export const GET = answer;
