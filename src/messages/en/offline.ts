/** The page on which keeping pages for reading offline is turned on and off. */
export const offline = {
  heading: "Read offline",
  description: "Pages that you read can be kept on your device and opened again without a network, as can the search.",
  unscripted: "Keeping pages needs JavaScript.",
  switch: "Keep what I read on this device",
  /** With links to the search and to the reader's lists; `lists` is undefined where the site has none. */
  unreachable: <Link>(search: (label: string) => Link, lists: ((label: string) => Link) | undefined) => [
    "There is no network, or the site does not answer. Meanwhile you can open the ",
    search("search"),
    ...(lists ? [", ", lists("your lists")] : []),
    " and the pages that are kept here.",
  ],
  again: "Try again",
  kept: "On this device",
  empty: "No pages yet. Those that you read from now on will be listed here.",
  remove: "Remove all pages",
  notesHeading: "What is kept",
  notes: (pages: string) => [
    "Nothing is kept until you turn this on, and turning it off removes everything.",
    `The last ${pages} pages that you read are kept. With a network you always get the current page, and its copy is updated.`,
    "The search and your own lists open without a network as soon as this is on. The filters of a page work once you have used them there, and a comparison has the offerings that you compared before, each of which counts as a page. Your lists show what was new when you opened them last. Other feeds and data are not kept.",
    "All of it stays in this browser, which may remove it when the device is short of space.",
  ],
};
