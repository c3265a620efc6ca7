/** The page on which offerings stand side by side, before a script fills it. */
export const compare = {
  title: "Compare offerings",
  description: "Offerings side by side: access, price, standards and how they are known, declared interfaces, news.",
  breadcrumb: "Compare",
  unscripted: "Comparing needs JavaScript. The page of an offering that has alternatives has a table of them without.",
  box: "Add an offering",
  add: "Add",
  differing: "Only what differs",
  copy: "Copy the link",
  clear: "Clear",
  comparison: "Comparison",
  /** Before and behind the link to the table of offerings. */
  choose: [
    "Choose two to four offerings: tick them in the ",
    ", in the search or on the page of a topic, or add them by name here. For example:",
  ],
  table: "table of offerings",
};
