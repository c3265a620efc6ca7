import { answer, pathsEndingIn } from "../_data.ts";

export const isForPrograms = true;

export const getStaticPaths = () => pathsEndingIn(".json");
export const GET = answer;
