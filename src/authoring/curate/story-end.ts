/** Where the lines of a story end and those of other stories, comments and references begin. */
import type { MarkedLine } from "./page-marks.ts";

/** What other stories begin with. */
const OTHER_STORIES =
  /^(?:(?:weitere|ähnliche|verwandte|neueste|aktuelle) (?:\p{L}+ ){0,2}(?:meldungen|artikel|beiträge|nachrichten|news|themen|stories|berichte|pressemitteilungen)|mehr (?:zum|zu|aus|von|news|artikel|nachrichten|meldungen)(?!\p{L})|lesen sie (?:auch|mehr|weiter)|lies auch|auch interessant|das könnte (?:sie|dich|ihnen|dir)|related(?: (?:articles?|posts?|stories|news|content|links|reading|topics))?:?$|(?:what to )?read next|up next|(?:in )?other (?:news|stories|articles|posts)|more on th(?:is|e)|upcoming events|you (?:may|might) (?:also|like|be interested)|more (?:from|news|stories|articles|posts)|(?:latest|recent) (?:news|posts|stories|articles)|(?:à )?lire aussi|articles? (?:liés|similaires)|lees ook|leggi anche|artículos relacionados|te puede interesar|leia também)/iu;
/** What a list of other works begins with. */
const REFERENCES =
  /^(?:references|sources|bibliography|works cited|citations|literatur(?:verzeichnis)?|quellen|einzelnachweise|références|referencias|bibliografia)(?: \(\d+\))?:?$/iu;
/** What a list of other pages begins with, which may end before the story does. */
const READING = /^(?:keep reading|further reading|see also:?$)/iu;
/** How a line about the day of a story begins. */
const OF_STORY =
  /^(?:(?:this|dieser?) \p{L}+ (?:was|wurde) )?(?:first |originally |zuerst )?(?:published|posted|veröffentlicht|publié|publicado|publicada|pubblicato|gepubliceerd)(?!\p{L})/iu;
/** How the heading of comments begins; outside a heading this may be in the line with the date. */
const COMMENTS =
  /^(?:\d{1,5} (?:thoughts?|responses?|replies|gedanken?|antworten?|reaktionen)(?!\p{L})|(?:kommentare|comments|commentaires|comentarios|reacties|\d{1,5} (?:kommentare?|comments?|commentaires?|comentarios?|reacties?))(?: ?\(?\d{0,5}\)?)?:?$)/iu;

interface Ends {
  /** Index of the first line after the story. */
  readonly story: number;
  /** Index of the first line of a list of works or pages. */
  readonly lists: number;
  /** Index of the first line of a list of pages. */
  readonly pages: number;
  /** Index of the first heading in such a list, where other stories may begin. */
  readonly others: number;
}

export function endsOfStory(lines: readonly MarkedLine[], first: number): Ends {
  let isAfterText = false;
  let lists = lines.length;
  let pages = lines.length;
  let others = lines.length;
  for (const [index, { text, marks }] of lines.entries()) {
    const [mark] = marks;
    if (index <= first || !mark || mark.beside !== undefined) continue;
    const isHead = mark.isHeading || isAfterText;
    const isShort = text.length <= 60;
    if (isShort && ((isHead && OTHER_STORIES.test(text)) || (mark.isHeading && COMMENTS.test(text))))
      return { story: index, lists: Math.min(lists, index), pages, others };
    // Listed pages that have headings are other stories.
    if (index > pages && mark.isHeading) others = Math.min(others, index);
    const isOfPages = isShort && isHead && READING.test(text);
    if (isOfPages) pages = Math.min(pages, index);
    if (isOfPages || (isShort && mark.isHeading && REFERENCES.test(text))) lists = Math.min(lists, index);
    if (text.length > 80) isAfterText = true;
  }
  return { story: lines.length, lists, pages, others };
}

/** True for a line after such a list that belongs to the story: `Published: March 5, 2025`, or its footer. */
export function isOfStoryBehind({ text, marks: [mark] }: MarkedLine, index: number, ends: Ends): boolean {
  if (!mark || mark.list !== undefined || text.length > 80 || index >= Math.min(ends.story, ends.others)) return false;
  return OF_STORY.test(text) || (index < ends.pages && (mark.isAtFoot || mark.role === "published"));
}
