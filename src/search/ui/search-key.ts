/** Brings the search to every page for a few hundred bytes: nothing of it is fetched before its box has the focus. */

/** Where a reader's browser keeps that `/` is switched off; anything else is on. */
const KEY = "curalog.slash";
const OFF = "off";
/** In which `/` is a letter; a check box is not among them. */
const FIELD = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

export function startSearchKey(root: Document): void {
  const box = root.querySelector<HTMLInputElement>("[data-box]");
  if (!box) return;
  // Asked at each key: another page may have switched it.
  root.addEventListener("keydown", (event) => {
    const { key, target, altKey, ctrlKey, metaKey, isComposing, defaultPrevented } = event;
    if (key !== "/" || altKey || ctrlKey || metaKey || isComposing || defaultPrevented) return;
    if ((target instanceof Element && target.closest(FIELD)) || !isSlashOn()) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  const tell = () => {
    box.ariaKeyShortcuts = isSlashOn() ? "/" : null;
  };
  tell();
  offerSwitch(root, tell);
  if (box.dataset["box"] === "popup") prepare(box);
}

function isSlashOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== OFF;
  } catch {
    return true;
  }
}

/** Stands on the search page alone; a key without a modifier must have a switch (WCAG 2.1.4). */
function offerSwitch(root: Document, tell: () => void): void {
  const place = root.querySelector<HTMLElement>("[data-slash]");
  const toggle = place?.querySelector("input");
  if (!place || !toggle) return;
  place.hidden = false;
  toggle.checked = isSlashOn();
  toggle.addEventListener("change", () => {
    try {
      if (toggle.checked) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, OFF);
    } catch {
      // Where nothing can be kept the key stays on, and the check box says so.
    }
    toggle.checked = isSlashOn();
    tell();
  });
}

/** A combobox from the start, so that its role does not change under the focus. */
function prepare(box: HTMLInputElement): void {
  // HTML allows the role on a text field only.
  box.type = "text";
  box.role = "combobox";
  box.ariaAutoComplete = "list";
  box.ariaExpanded = "false";
  const load = () => {
    // A failure leaves the plain form.
    import("./search-box.ts").then(({ startSearchBox }) => startSearchBox(box)).catch(() => undefined);
  };
  if (box === document.activeElement) load();
  else box.addEventListener("focus", load, { once: true });
}
