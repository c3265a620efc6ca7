/** The editors' report as text, as data, and as one HTML file without other resources. */
import { escapeMarkup } from "../../lib/escape-markup.ts";
import { formatDate } from "../../lib/partial-date.ts";
import { counted, cutAtWord, formatCount } from "../../lib/text.ts";
import { nounOf } from "../../vocab/entity-kind.ts";
import type { ReportEntry, ReportSection } from "./build-report.ts";

/** Where entries can be read and edited. */
export interface ReportLinks {
  readonly siteName: string;
  /** Full address of a path of the site. */
  readonly toPage: (path: string) => string;
  /** Where the file can be edited. */
  readonly toEdit: (file: string) => string;
}

const SHOWN_IN_TEXT = 10;
const NAME_WIDTH = 40;
const REASON_WIDTH = 62;

export function formatReportText(sections: readonly ReportSection[]): string {
  const total = sections.reduce((sum, { entries }) => sum + entries.length, 0);
  const blocks = sections.map(({ title, why, entries }) => {
    if (entries.length === 0) return `${title}: none`;
    const shown = entries.slice(0, SHOWN_IN_TEXT);
    const rows = shown.map(({ name, reason, file }) =>
      `  ${cutAtWord(name, NAME_WIDTH).padEnd(NAME_WIDTH)}  ${reason.padEnd(REASON_WIDTH)}  ${file}`.trimEnd(),
    );
    const more = entries.length - shown.length;
    return [
      `${title}: ${formatCount(entries.length)}. ${why}`,
      ...rows,
      ...(more > 0 ? [`  and ${formatCount(more)} more; --json and --html show all`] : []),
    ].join("\n");
  });
  return [...blocks, counted(total, "item")].join("\n\n");
}

/** For programs: the same, with addresses. */
export function toReportData(sections: readonly ReportSection[], buildDate: string, { toPage, toEdit }: ReportLinks) {
  return {
    asOf: buildDate,
    sections: sections.map(({ entries, ...section }) => ({
      ...section,
      count: entries.length,
      entries: entries.map((entry) => ({ ...entry, page: toPage(entry.page), edit: toEdit(entry.file) })),
    })),
  };
}

/** The rest of a longer list stands in a closed details element. */
const SHOWN_IN_HTML = 25;

/** `tokens` are the site's own colours and sizes, as CSS. */
export function formatReportHtml(
  sections: readonly ReportSection[],
  buildDate: string,
  links: ReportLinks,
  tokens: string,
): string {
  const total = sections.reduce((sum, { entries }) => sum + entries.length, 0);
  const title = `Editors’ report · ${links.siteName}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<meta name="referrer" content="no-referrer">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<title>${escapeMarkup(title)}</title>
<style>
${tokens}
${STYLE}</style>
</head>
<body>
<header>
<p class="brand">${escapeMarkup(links.siteName)}</p>
<h1>Editors’ report</h1>
<p class="soft">${counted(total, "item")} as of ${formatDate(buildDate)}. For editors; not part of the site.</p>
</header>
<main>
<nav aria-label="Sections">
<ul>
${sections.map(toIndexItem).join("\n")}
</ul>
</nav>
${sections.map((section) => toSection(section, links)).join("\n")}
</main>
</body>
</html>
`;
}

function toIndexItem({ key, title, entries }: ReportSection): string {
  const label =
    entries.length > 0
      ? `<a href="#${key}">${escapeMarkup(title)}</a>`
      : `<span class="soft">${escapeMarkup(title)}</span>`;
  return `<li>${label} <span class="count">${formatCount(entries.length)}</span></li>`;
}

function toSection({ key, title, why, entries }: ReportSection, links: ReportLinks): string {
  const rest = entries.slice(SHOWN_IN_HTML);
  const lists = [
    entries.length === 0 ? '<p class="not-stated">None</p>' : toTable(title, entries.slice(0, SHOWN_IN_HTML), links),
    ...(rest.length > 0
      ? [
          `<details>\n<summary>${formatCount(rest.length)} more</summary>\n${toTable(`${title}, continued`, rest, links)}\n</details>`,
        ]
      : []),
  ];
  return `<section id="${key}">
<h2>${escapeMarkup(title)} <small>${formatCount(entries.length)}</small></h2>
<p class="soft">${escapeMarkup(why)}</p>
${lists.join("\n")}
</section>`;
}

function toTable(caption: string, entries: readonly ReportEntry[], links: ReportLinks): string {
  const rows = entries.map((entry) => {
    const page = escapeMarkup(links.toPage(entry.page));
    return `<tr><th scope="row"><a href="${page}" dir="auto">${escapeMarkup(entry.name)}</a> <span class="soft">${escapeMarkup(nounOf(entry.kind))}</span></th><td>${escapeMarkup(entry.reason)}</td><td class="file">${toFile(entry, links)}</td></tr>`;
  });
  return `<table>
<caption>${escapeMarkup(caption)}</caption>
<thead><tr><th scope="col">Entry</th><th scope="col">Why it is here</th><th scope="col">File</th></tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>`;
}

/** Breaks are allowed after a slash and after a hyphen, since names of files are long. */
function toFile({ file }: ReportEntry, { toEdit }: ReportLinks): string {
  const label = escapeMarkup(file).replace(/\//g, "/<wbr>");
  return `<a href="${escapeMarkup(toEdit(file))}">${label}</a>`;
}

const STYLE = `* { box-sizing: border-box; }
body { margin: 0 auto; padding: var(--gap); max-width: 76rem; background: var(--paper); color: var(--ink); font: var(--text-base) / 1.5 var(--sans); }
h1, h2, .brand { font-family: var(--serif); line-height: 1.2; text-wrap: balance; }
h1 { margin: 0; font-size: var(--text-3xl); }
h2 { margin: 2.5rem 0 0; padding-block-start: 0.6rem; border-block-start: 2px solid var(--strong-rule); font-size: var(--text-2xl); }
h2 small, .count { color: var(--soft); font: var(--text-sm) / 1 var(--sans); font-variant-numeric: tabular-nums; }
p { margin: 0.3rem 0; max-width: var(--measure); }
a { color: var(--accent); text-underline-offset: 0.15em; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
.brand { margin: 0 0 0.6rem; font-size: var(--text-xl); font-weight: 700; }
.soft { color: var(--soft); font-size: var(--text-sm); }
.not-stated { color: var(--soft); font-style: italic; }
nav ul { display: grid; grid-template-columns: repeat(auto-fill, minmax(min(18rem, 100%), 1fr)); gap: 0 var(--gap); margin: 1.5rem 0 0; padding: 0; list-style: none; }
nav li { display: flex; justify-content: space-between; align-items: baseline; gap: 1rem; padding-block: 0.35rem; border-block-end: 1px solid var(--rule); }
nav li .soft { font-size: inherit; }
table { width: 100%; margin-block-start: 0.8rem; border-collapse: collapse; table-layout: fixed; }
caption { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
th, td { padding: 0.45rem 1rem 0.45rem 0; border-block-end: 1px solid var(--rule); text-align: start; vertical-align: baseline; font-weight: 400; overflow-wrap: anywhere; }
thead th { color: var(--soft); font-size: var(--text-sm); }
tbody th .soft { white-space: nowrap; }
.file { font: var(--text-sm) / 1.5 var(--mono); }
summary { padding-block: 0.6rem; color: var(--accent); cursor: pointer; }
@media (max-width: 44rem) {
  thead { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }
  tr { display: block; padding-block: 0.6rem; border-block-end: 1px solid var(--rule); }
  tbody th, tbody td { display: block; padding: 0; border: 0; }
}
@media print { details:not([open]) { display: none; } }
`;
