import { answer, pathsEndingIn } from "../_data.ts";

export const machineReadable = true;

export const getStaticPaths = () => pathsEndingIn(".ttl");
export const GET = answer;
