/** The page of a comparison before anything is chosen. */
export const pageFailed = "The comparison could not be fetched. Reload the page.";
