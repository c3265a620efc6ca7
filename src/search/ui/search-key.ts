/** The search on every page for a few hundred bytes: the key `/` reaches its box, and the rest is fetched when the box gets the focus. */
import { storagePrefix } from "../../lib/storage-prefix.ts";

/** Any other value than `OFF` means that the key is on. */
const KEY = `${storagePrefix}.slash`;
const OFF = "off";
/** Fields in which `/` is typed. */
const FIELD = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";

export function startSearchKey(root: Document): void {
  const box = root.querySelector<HTMLInputElement>("[data-box]");
  if (!box) return;
  // The setting is read at each key: another page may have changed it.
  root.addEventListener("keydown", (event) => {
    const { key, target, altKey, ctrlKey, metaKey, isComposing, defaultPrevented } = event;
    if (key !== "/" || altKey || ctrlKey || metaKey || isComposing || defaultPrevented) return;
    if ((target instanceof Element && target.closest(FIELD)) || !isSlashOn()) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
  const updateShortcut = () => {
    box.ariaKeyShortcuts = isSlashOn() ? "/" : null;
  };
  updateShortcut();
  offerSwitch(root, updateShortcut);
  if (box.dataset["box"] === "popup") prepare(box);
}

function isSlashOn(): boolean {
  try {
    return localStorage.getItem(KEY) !== OFF;
  } catch {
    return true;
  }
}

/** On the search page alone; a key without a modifier must have a switch (WCAG 2.1.4). */
function offerSwitch(root: Document, onChange: () => void): void {
  const label = root.querySelector<HTMLElement>("[data-slash]");
  const toggle = label?.querySelector("input");
  if (!label || !toggle) return;
  label.hidden = false;
  toggle.checked = isSlashOn();
  toggle.addEventListener("change", () => {
    try {
      if (toggle.checked) localStorage.removeItem(KEY);
      else localStorage.setItem(KEY, OFF);
    } catch {
      // Nothing can be stored here: the key stays on, and the check box shows it.
    }
    toggle.checked = isSlashOn();
    onChange();
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
    // Without the script, the form is a plain one.
    import("./search-box.ts").then(
      ({ startSearchBox }) => startSearchBox(box),
      () => undefined,
    );
  };
  if (box === document.activeElement) load();
  else box.addEventListener("focus", load, { once: true });
}
