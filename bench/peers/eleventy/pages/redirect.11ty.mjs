/** The page left at a former address. */
import { absolute, policy } from "../lib/frame.mjs";

export default {
  data: {
    pagination: { data: "collections.aliases", size: 1, alias: "former" },
    permalink: ({ former }) => former.from,
  },
  render({ former }) {
    const url = absolute(former.url);
    return `<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">${policy}<meta name="viewport" content="width=device-width, initial-scale=1"><title>This page has moved</title><meta http-equiv="refresh" content="0; url=${url}"><meta name="robots" content="noindex"><link rel="canonical" href="${url}"></head><body><h1>This page has moved</h1><p>It is now at <a href="${url}">${url}</a>.</p></body></html>`;
  },
};
