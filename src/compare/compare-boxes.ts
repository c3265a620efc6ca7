/** Check boxes beside offerings with which a reader chooses what to compare, and a line that says how many are chosen. */
import { keepChoice, MOST, readChoice, toQuery } from "./choice.ts";

/**
 * Makes the check boxes of a form show and change the kept choice, wherever they are in it, and when they come later.
 * Returns what shows the choice again once rows were replaced.
 */
export function startCompareBoxes(form: HTMLFormElement): () => void {
  const line = form.querySelector<HTMLElement>("[data-comparing]");
  const text = line?.querySelector<HTMLElement>("[role=status]");
  let choice = readChoice();
  const show = () => {
    for (const box of form.querySelectorAll<HTMLInputElement>("input.compare"))
      box.checked = choice.includes(box.value);
    if (!line || !text) return;
    line.hidden = choice.length === 0;
    text.textContent = `${choice.length} of ${MOST} to compare.`;
  };
  form.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches(".compare")) return;
    // Another page may have changed it.
    const others = readChoice().filter((slug) => slug !== target.value);
    const isFull = target.checked && others.length >= MOST;
    choice = target.checked && !isFull ? [...others, target.value] : others;
    keepChoice(choice);
    show();
    if (isFull && text) text.textContent = `${MOST} fit side by side. Take one away first.`;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    location.href = `${form.action}${toQuery(choice)}`;
  });
  // Back finds the page as it was, and the choice perhaps not.
  addEventListener("pageshow", () => {
    choice = readChoice();
    show();
  });
  show();
  return show;
}
