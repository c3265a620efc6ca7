/** The table of offerings before a filter is chosen. */
export const filtersFailed = "The filters could not be fetched. Reload the page.";
