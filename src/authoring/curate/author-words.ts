/** The words around names in bylines: labels, titles, jobs, institutions. */

/** A set of the words in `text`, for lists that are easier to read as a text. */
const wordSet = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));

/** What stands before the name in a byline, in the languages that most pages are in. */
export const LABEL = new RegExp(
  `^(?:${[
    // `By` may touch the name where only style separates them: `ByJane Doe`.
    "(?:(?:[Aa]n?\\s+)?(?:[Gg]uest|[Bb]log|[Oo]pinion|[Nn]ews|[Vv]iew|[Ss]ee|[Aa]ll|[Mm]ore|[Ee]xclusive|[Ss]pecial)\\s+){0,3}(?:(?:[Aa]n?\\s+)?(?:[Pp]osts?(?:ed)?|[Ww]ritten|[Pp]ublished|[Ss]tor(?:y|ies)|[Ww]ords|[Rr]eport(?:ed)?|[Aa]rticles?|[Tt]ext|[Oo]pinion|[Aa]nalysis|[Ee]ssay|[Cc]olumn|[Cc]ommentary|[Ii]nterview|[Cc]reated|[Ss]ubmitted|[Cc]ontributed|[Aa]uthored|[Cc]ompiled|[Ss]hared|[Uu]ploaded|[Aa]dded|[Bb]log|[Gg]uest|[Mm]ore)[\\s|]+)?[Bb][Yy](?:[\\s:|]+|$)",
    "By(?=\\p{Lu}\\p{Ll})",
    "(?:[Aa]bout\\s+(?:the\\s+)?)?(?:[Aa]uthor|[Aa]utor(?:in)?|[Aa]uteure?|[Aa]utore|[Aa]utora|Автор)(?:\\(s\\)|s)?(?::[\\s|]*|[\\s|]+(?=\\p{Lu}))",
    "(?:[Tt]ext|[Tt]exte|[Tt]exto|[Tt]esto|[Tt]ekst|[Ww]ords|[Ss]tory|[Ww]riter|[Rr]eporter|[Ee]ditor)\\s*:[\\s|]*",
    "(?:[Vv]erfasst|[Gg]eschrieben|[Vv]eröffentlicht|[Ee]rstellt|[Gg]epostet|[Ee]in\\s+(?:[Gg]ast)?[Bb]eitrag|[Gg]astbeitrag|[Kk]ommentar|[Aa]nalyse|[Ii]nterview)\\s+von[\\s:|]+",
    "(?:[ÉéEe]crit|[Pp]ublié|[Rr]édigé|[Pp]roposé|[Pp]osté)\\s+par[\\s:|]+",
    "(?:[Ee]scrito|[Pp]ublicado|[Pp]ostado|[Rr]edactado)\\s+por[\\s:|]+",
    "(?:[Ss]critto|[Pp]ubblicato|[Aa]\\s+cura)\\s+(?:da|di)[\\s:|]+",
    "(?:[Gg]eschreven|[Gg]eplaatst|[Gg]epubliceerd)\\s+door[\\s:|]+",
    "(?:[Ss]krevet|[Ss]kriven|[Pp]ublisert|[Pp]ublicerad)\\s+a[vf][\\s:|]+",
    // Surnames begin with these too, so only before two words: in `Von Jane Doe`, and not in `Von Miller`.
    "(?:[Vv]on|[Pp]ar|[Pp]or|[Dd]oor|[Aa]v|[Aa]f|[Dd]i)[\\s:|]+(?=\\p{Lu}[\\p{L}.’'-]*\\s+\\p{Lu})",
  ].join("|")})`,
  "u",
);

/** A byline of somebody who did not write: `Photo by`, `Medically reviewed by`. */
export const OTHER_CREDIT =
  /^(?:(?:medically|clinically|fact|scientifically|legally)\b.{0,30}|reviewed|edited|checked|photo\S*|photography|image\S*|pictures?|illustrat\S*|graphics?|cover|video|translat\S*|sponsored|presented|powered|produced|hosted|foto\S*)\b.{0,20}?(?:\bby\b|\bvon\b|\bpar\b|\bpor\b|:)/iu;

/** What ends the name, wherever it stands. */
export const AFTER_NAME = /\s+(?:[|•·–—]|-\s)|\s*[|•·]|\s*\(|\s+\d/u;
/** What ends the name when a full one stands before it: a place of work, a day, another line of the page. */
export const AFTER_PERSON = new RegExp(
  `\\s+(?:${[
    "(?:for|at|of|from|in|on|via|with|bei|für|aus|chez|pour|para|am|vom|le|el|il|op|den)\\s",
    "(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\\b|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|mär|mai|okt|dez|janv|févr|avr|juin|juil|août|ene|abr|ago|gen|mag|giu|lug|ott|dic)\\p{L}*\\.?\\s+\\d)",
    "(?:published|updated|posted|last\\s+(?:updated|modified|reviewed)|aktualisiert|veröffentlicht|zuletzt|publié|publicado|actualizado|pubblicato)\\b",
    "(?:(?:medically|clinically)\\s+)?(?:fact[-\\s]checked|reviewed|edited|photo\\S*|illustrations?|images?|video)\\s+(?:by|and)\\b",
    "(?:read|view|see|follow|more|all|full|contact|email|e-mail|share|bio|comments?|opens)\\b\\s*(?:more|all|full|bio|profile|posts?|articles?|from|by|the|this|in|on|me|him|her|author|$)",
  ].join("|")})`,
  "iu",
);

/**
 * Joins two names, or is part of one where either side is not a person: `McKinsey & Company`. Words such as `y` and
 * `mit` are conjunctions in lower case only: not in `Y Combinator` or `MIT`.
 */
export const CONJUNCTION =
  /\s+(?:[Aa]nd|AND|[Uu]nd|UND|sowie|[Ee]t|ET|y|e|i|en|og|och|oraz|и|[Ww]ith|mit)\s+|\s*[&+]\s*/u;
export const LEADING_CONJUNCTION = /^(?:[Aa]nd|AND|[Uu]nd|UND|sowie|[Ee]t|ET|y|e|en|og|och|&|\+|[Ww]ith|mit)\s+/u;

/** Titles after a name, which must not pass for another person. */
export const DEGREE =
  /^(?:jr|sr|ii|iii|iv|m\.?d|d\.?o|ph\.?d|dphil|dr\.?p\.?h|sc\.?d|ed\.?d|psy\.?d|m\.?p\.?h|mba|m\.?b\.?a|m\.?s|m\.?a|m\.?p\.?[ap]|m\.?h\.?a|j\.?d|l\.?l\.?[mb]|r\.?n|b\.?s\.?n|m\.?s\.?n|n\.?p|pa-?c|esq|b\.?s|b\.?a|b\.?sc|m\.?sc|m\.?eng|mbbs|mmsc|mstat|facp|faan|faap|facc|facs|famia|fhimss|fache|chcio|cphims|frcp|cpa|dnp|dds|dmd|dvm|pharm\.?d|cissp|pmp|rph|rd|rdn|lcsw|obe|mbe|cbe)\.?$/iu;
export const TITLE_OF_PERSON =
  /^(?:dr|prof|professor|professorin|drs|pd|priv-doz|ing|dr-ing|dipl-\p{L}+|univ-prof|hon|rev|mr|mrs|ms|mme|herr|frau)$/u;
/** Behind `Dr.`: `Dr. rer. nat.`, `Dr. h. c.` */
export const FACULTY = /^(?:med|rer|nat|phil|jur|pol|oec|theol|vet|dent|h|c|hc|habil|mult|sc|univ)\.?$/iu;

/** What people are at work. */
export const JOBS = wordSet(`
  administrator advisor adviser advocate analyst anchor architect assistant associate attorney author blogger candidate ceo cfo chair
  chairman chairperson chairwoman chief cio ciso cmio cmo cno co-founder coo coordinator cofounder columnist consultant
  contributing contributor correspondent counsel cto developer director economist editor editorial engineer evangelist
  evp executive expert fellow founder freelancer head intern instructor inventor investor investigator journalist lead
  leader lecturer librarian managing manager nurse officer owner partner pharmacist photographer physician planner
  postdoc president principal producer professor programmer publisher reporter researcher scientist secretary senior
  specialist staff strategist student surgeon svp teacher technologist therapist trainer vice vp writer
  autorin chefredakteur chefredakteurin geschäftsführer geschäftsführerin gründer gründerin inhaber journalistin leiter
  leiterin mitarbeiter redakteur redakteurin vorstand vorsitzender vorsitzende wissenschaftler
  directeur directrice fondateur journaliste rédacteur rédactrice responsable direttore fondatore giornalista redattore
  directora editora periodista redactor redactora`);

/** Words of the names of organizations, and of what people work on; hardly any is a surname. */
export const INSTITUTIONS = wordSet(`
  academy academies administration affairs agency agencies alliance analytics association associations authority
  biology bureau cancer care center centers centre centres clinic clinics coalition college commission committee
  communications community companies company consortium consulting corporation council data department design
  development digital disease division education engineering enterprise federation finance food foundation fund
  general global government group groups health healthcare hospital hospitals human informatics information
  initiative innovation institute institutes institution insurance integration international interoperability journal
  laboratories laboratory labs league library magazine management marketing media medicaid medical medicare medicine
  ministry national network networks news newspaper newsroom of office operations organization organisation
  partners partnership permanente policy practice press privacy product products program programme project
  public publishing quality regulatory relations research review safety school science sciences security service
  services shield society software solutions standards strategy studio studios system systems team technologies
  technology the times today trust union university ventures workgroup for
  bundesministerium gesellschaft institut ministerium redaktion universität verband verein verlag ministère université
  fundación universidad università ministero`);

/** Words that links, sentences and lists of topics begin with or capitalise, and that no person's name has. */
export const NO_NAMES = wordSet(`
  follow share this that these leave on twitter facebook linkedin instagram youtube bluesky mastodon email subscribe
  contact profile picture photo avatar image comment comments reply read view see more about posts articles monday tuesday
  wednesday thursday friday saturday sunday morning afternoon evening night week month year need needs
  industry topic topics role solution demand using clicking signing submitting continuing source`);

/** The last word of the name of a company. Those that are names as well count in their own case alone. */
export const LEGAL_FORM =
  /[\s,](?:llp|l\.l\.p|llc|l\.l\.c|pllc|inc|ltd|limited|gmbh|plc|corp|p\.c|s\.a|b\.v|n\.v|e\.v|sarl|s\.r\.l|pty)\.?$/iu;
export const SHORT_LEGAL_FORM = /\s(?:AG|KG|SE|SA|BV|NV|PC|Co\.?)$/u;

export const PARTICLE =
  /^(?:da|de|del|della|den|der|des|di|do|dos|du|af|al|av|bin|ben|bint|el|ibn|la|le|ten|ter|van|vom|von|y|zu|zum|zur)$/u;
export const NAME_WORD = /^["“‘'(]?(?:\p{Lu}|\p{Lo}|(?:al|el|d|l|o)[-’'])/u;
export const EAST_ASIAN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}·ー]{2,10}$/u;

/** Where nobody is named: placeholders and the words of links. */
export const PLACEHOLDER =
  /^(?:staff|admin|administrator|editor|editors|editorial|team|desk|newsroom|news|reporter|reporters|correspondent|contributor|contributors|contributing|writer|writers|author|authors|guest|webmaster|web|user|root|anonymous|unknown|none|null|undefined|nan|default|site|content|the|die|der|das|and|of|at|by|managing|senior|chief|in|post|posted|press|release|releases|blog|blogs|blogger|bloggers|marketing|communications|official|super|manager|department|dept|service|services|wire|view|website|more|articles|follow|all|posts|profile|see|read|about|us|share|n|a|test|info|mod|moderator|wpadmin|wordpress|name|your|autor|autorin|redaktion|redakteur|gastautor|gast|presse|pressestelle|rédaction|redazione|redacción|redactie|auteur)$/u;
