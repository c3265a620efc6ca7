/**
 * Values that a collection of saved pages expects and that are themselves wrong, each with the reason.
 *
 * The pages are those that metascraper is tested with; what is expected of them
 * is what its rules find. Each entry was read off the page. It holds for this
 * very value only: a collection that expects another is scored.
 */
import type { FieldName } from "./evaluate.ts";

export interface WrongExpectation {
  /** Address of the page. */
  readonly url: string;
  readonly field: FieldName;
  readonly expected: string;
  /** What the value is instead, and what the page says. */
  readonly reason: string;
}

export const wrongExpectations: readonly WrongExpectation[] = [
  {
    url: "http://www.bbc.com/news/business-40504764",
    field: "date",
    expected: "2017-07-14T20:28:07.000Z",
    reason:
      "The day of the last change; the page states 2017-07-09 as the day of publication (datePublished in its JSON-LD).",
  },
  {
    url: "https://bfi.uchicago.edu/podcast/the-big-tech-threat/",
    field: "date",
    expected: "2021-02-12T16:09:42.000Z",
    reason:
      "The day of the last change; the page states 2021-01-14 as the day of publication (datePublished in its JSON-LD).",
  },
  {
    url: "https://www.computerworld.com/article/4049928/top-ai-certifications-that-will-get-you-hired-and-promoted.html",
    field: "date",
    expected: "2025-09-05T17:34:43.000Z",
    reason:
      "The day of the last change; the page states 2025-09-02 as the day of publication (datePublished in its JSON-LD).",
  },
  {
    url: "https://fortune.com/2015/10/05/hackerrank-recruiting-tool/",
    field: "date",
    expected: "2021-04-24T09:18:20.000Z",
    reason:
      "The day of the last change; the page states 2015-10-05 as the day of publication (datePublished in its JSON-LD, and its address).",
  },
  {
    url: "http://www.latimes.com/business/technology/la-fi-tn-tech-downturn-20160429-story.html",
    field: "date",
    expected: "2016-05-02T10:03:18.000Z",
    reason:
      "The day of the last change; the page states 2016-04-30 as the day of publication (article:published_time, and its visible date).",
  },
  {
    url: "http://marketingland.com/an-inside-look-at-the-upcoming-martech-conference-165927",
    field: "date",
    expected: "2016-02-24T13:53:49.000Z",
    reason:
      "The day of the last change; the page states 2016-02-23 as the day of publication (article:published_time).",
  },
  {
    url: "https://mashable.com/article/dune-movie-hbo-review",
    field: "date",
    expected: "2021-10-29T15:36:15.000Z",
    reason:
      "The day of the last change; the page states 2021-10-22 as the day of publication (article:published_time).",
  },
  {
    url: "https://www.milanocittastato.it/",
    field: "date",
    expected: "2022-06-20T10:46:49.000Z",
    reason:
      "The day of the last change; the page states 2016-01-06 as the day of publication (datePublished in its JSON-LD).",
  },
  {
    url: "https://www.prnewswire.com/news-releases/hackerrank--cybermedia-technologies-partner-to-help-close-the-stem-skills-gap-in-federal-government-300256929.html",
    field: "date",
    expected: "2018-06-29T09:07:45.000Z",
    reason:
      "The day of the last change; the page states 2016-04-25 as the day of publication (datePublished in its JSON-LD).",
  },
  {
    url: "http://www.siliconbeat.com/2016/04/19/time-come-woman",
    field: "date",
    expected: "2016-04-20T02:05:48.000Z",
    reason:
      "The day of the last change; the page states 2016-04-19 as the day of publication (article:published_time, its visible date and its address).",
  },
  {
    url: "https://theflip.africa/podcast/digitizing-healthcare-helium-health-goke-olubusi/",
    field: "date",
    expected: "2021-01-21T08:01:16.000Z",
    reason:
      "The day of the last change; the page states 2021-01-14 as the day of publication (datePublished in its JSON-LD).",
  },
  {
    url: "https://vimeo.com/311983548",
    field: "date",
    expected: "2025-05-07T18:48:37.000Z",
    reason:
      "The day of the last change; the page states 2019-01-17 as the day of publication (uploadDate in its JSON-LD, and its visible date).",
  },
  {
    url: "https://bfi.uchicago.edu/podcast/the-big-tech-threat/",
    field: "author",
    expected: "BeckerFriedman",
    reason: "The Twitter account of the publisher (twitter:site too); the page names no author.",
  },
  {
    url: "http://www.businesstoday.in/magazine/features/hackerrank-helping-cos-hire-coding-champions-via-online-tests/story/232567.html",
    field: "author",
    expected: "BT_India",
    reason: 'The Twitter account of the magazine (twitter:site too); the byline is "By Sonal Khetarpal".',
  },
  {
    url: "https://www.indiehackers.com/podcast/032-peter-and-calvin-of-segment",
    field: "author",
    expected: "—Dawson Whitfield of Logojoy ($70K/mo)",
    reason: "Who is quoted in the testimonial above the page, not who wrote it.",
  },
  {
    url: "https://learnnode.com",
    field: "author",
    expected: "HackerYou",
    reason: "The text of a link in the life of the teacher; the page states no author.",
  },
  {
    url: "https://www.segment.com/academy/collecting-data/when-to-track-on-the-client-vs-server",
    field: "author",
    expected: "segment",
    reason: "The Twitter account of the company; the page names no author.",
  },
  {
    url: "https://sfstandard.com/2024/06/24/service-fee-restaurants-san-francisco/",
    field: "author",
    expected: "lsariasfstandard.com",
    reason: "A mail address without its @; the byline and three places of the metadata name Lauren Saria.",
  },
  {
    url: "https://teslahunt.io/5YJSA7E49JF269238",
    field: "author",
    expected: "Tesla",
    reason: "The make of the car that is for sale.",
  },
  {
    url: "https://share.transistor.fm/e/70c487ed",
    field: "author",
    expected: "View the Website",
    reason: "The label of the link to the website of the podcast.",
  },
  {
    url: "https://www.wired.com/story/giant-antarctic-icebergs-and-crushing-existential-dread",
    field: "author",
    expected: "WIRED Staff",
    reason: "The placeholder of the JSON-LD; the byline and parsely-author name Adam Rogers.",
  },
  {
    url: "https://www.hola.com/us/celebrities/20240624701307/rauw-alejandro-bruna-marquezine-dreams-to-accomplish/",
    field: "publisher",
    expected: "Hola! US",
    reason: "In no place of the page; og:site_name and JSON-LD say HOLA! USA.",
  },
  {
    url: "https://share.transistor.fm/e/70c487ed",
    field: "publisher",
    expected: "#032 – Before and After Product-Market Fit with Peter and Calvin from Segment",
    reason: "The title of the episode.",
  },
  {
    url: "https://learnnode.com",
    field: "image",
    expected: "https://learnnode.com/images/NODE/poster.jpg",
    reason: "The poster of a video; og:image and twitter:image name another.",
  },
  {
    url: "https://www.linkedin.com/company/10529043/",
    field: "image",
    expected:
      "https://media.licdn.com/dms/image/v2/D5610AQFm-4FcWDnaZg/videocover-high/videocover-high/0/1727719275851?e=2147483647&v=beta&t=9z1L0XwefBehaPtxVHNUAcx-pWgdASUbjoezQaqAoOU",
    reason: "The cover of a video in the stream of posts; og:image names the logo of the company.",
  },
  {
    url: "https://www.milanocittastato.it/",
    field: "image",
    expected: "https://s.w.org/images/core/emoji/13.1.0/svg/1f1ec-1f1e7.svg",
    reason: "The drawing of a flag beside a word.",
  },
  {
    url: "https://www.prnewswire.com/news-releases/hackerrank--cybermedia-technologies-partner-to-help-close-the-stem-skills-gap-in-federal-government-300256929.html",
    field: "image",
    expected: "https://www.prnewswire.com/content/dam/prnewswire/homepage/prn_cision_logo_desktop.png",
    reason: "The logo of the site.",
  },
  {
    url: "https://www.theverge.com/2016/5/24/11763836/apple-siri-speaker-amazon-echo-alexa-google-home-ai",
    field: "image",
    expected:
      "https://img.connatix.com/pid-13bd7676-705c-4894-8449-b8e67fcddc1f/8ffb59d5-b093-4d68-aa90-1dd263c5d84d/1_th.jpg?crop=600:338,smart&width=600&height=338&quality=60&fit=crop",
    reason: "The placeholder of an advertising video; og:image names the picture of the story.",
  },
];
