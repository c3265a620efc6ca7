import { feedPaths, feedRoute } from "../_feed-route.ts";

export const getStaticPaths = feedPaths;
export const GET = feedRoute("json");
