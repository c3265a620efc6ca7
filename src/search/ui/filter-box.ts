/** Replaces the link of an option with a check box with the same label, so that nothing moves. */
export function toBox(item: HTMLElement): void {
  const label = document.createElement("label");
  const box = document.createElement("input");
  box.type = "checkbox";
  box.value = item.dataset["value"] ?? "";
  label.append(box, ...item.querySelectorAll(":scope > * > *"));
  item.replaceChildren(label);
}
