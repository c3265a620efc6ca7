/** The page on which offerings stand side by side, before a script fills it. */
export const compare = {
  title: "Compare offerings",
  description: "Offerings side by side: access, price, standards and how they are known, declared interfaces, news.",
  breadcrumb: "Compare",
  unscripted:
    "Comparing needs JavaScript. Without it, the page of an offering has a table of its alternatives, if any.",
  box: "Add an offering",
  add: "Add",
  differing: "Show only what differs",
  copy: "Copy link",
  clear: "Remove all",
  comparison: "Comparison",
  /** Before and behind the link to the table of offerings. */
  choose: [
    "Choose two to four offerings: tick them in the ",
    ", in the search results or on the page of a topic, or add them by name here. For example:",
  ],
  table: "table of offerings",
};
