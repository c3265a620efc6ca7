/** What style sheets write: `env(text-feed)` there is `feed` here. */
export const styles = {
  // Above a feed, and above a list of feeds, opened in a browser.
  feed: "This is a feed. Copy its address into a feed reader to follow it.",
  feedList: "This is a list of feeds. Import it into a feed reader to follow all of them.",
  // Before the cells of the table of offerings, where there is no room for columns.
  licence: " · licence ",
  standards: " · standards ",
  interface: " · interface: ",
  access: " · access: ",
  documentation: "· documentation: ",
};
