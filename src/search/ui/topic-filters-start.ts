/** Fetches what narrows the lists of a topic once a reader opens their filters, or follows an address that has some. */
export function startTopicFilters(root: Document): void {
  if (!root.querySelector("[data-rows]")) return;
  // The module starts itself, which saves bytes here; where it cannot be fetched, the values stay links.
  const start = () => void import("./topic-filters.ts");
  for (const panel of root.querySelectorAll("[data-filters] > details"))
    panel.addEventListener("toggle", start, { once: true });
  const query = new URLSearchParams(location.search);
  const filters = [...root.querySelectorAll<HTMLElement>("[data-filter]")];
  if (filters.some(({ dataset }) => query.has(dataset["filter"] ?? ""))) start();
}
