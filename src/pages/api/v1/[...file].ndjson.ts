import { answer, pathsEndingIn } from "../_data.ts";

export const machineReadable = true;
export const isStreamed = true;
export const isLast = true;

export const getStaticPaths = () => pathsEndingIn(".ndjson");
export const GET = answer;
