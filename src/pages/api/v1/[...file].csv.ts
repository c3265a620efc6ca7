import { answer, pathsEndingIn } from "../_data.ts";

export const machineReadable = true;
export const isStreamed = true;
export const afterAll = true;

export const getStaticPaths = () => pathsEndingIn(".csv");
export const GET = answer;
