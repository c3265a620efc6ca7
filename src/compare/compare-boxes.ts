/** Check boxes beside offerings with which a reader chooses what to compare, and a line that says how many are chosen. */
import { chosen, full } from "#messages/compare.ts";
import { keepChoice, MOST, readChoice, toQuery } from "./choice.ts";

/**
 * Makes the check boxes of a form show and change the kept choice, including boxes that are added later. Returns a
 * function that shows the choice again after rows were replaced.
 */
export function startCompareBoxes(form: HTMLFormElement): () => void {
  const line = form.querySelector<HTMLElement>("[data-comparing]");
  if (!line) {
    // A site without comparisons; the form holds filters alone.
    form.addEventListener("submit", (event) => event.preventDefault());
    return () => {};
  }
  const text = line.querySelector<HTMLElement>("[role=status]");
  let choice = readChoice();
  /** False where nothing can be stored: the choice is then that of this page. */
  let isKept = true;
  const show = () => {
    // Another page may have changed it.
    if (isKept) choice = readChoice();
    for (const box of form.querySelectorAll<HTMLInputElement>("input.compare"))
      box.checked = choice.includes(box.value);
    line.hidden = choice.length === 0;
    if (text) text.textContent = chosen(choice.length, MOST);
  };
  form.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches(".compare")) return;
    const others = (isKept ? readChoice() : choice).filter((slug) => slug !== target.value);
    const isFull = target.checked && others.length >= MOST;
    choice = target.checked && !isFull ? [...others, target.value] : others;
    isKept = keepChoice(choice);
    show();
    if (isFull && text) text.textContent = full(MOST);
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    show();
    location.href = `${form.action}${toQuery(choice)}`;
  });
  // Back finds the page as it was, and another tab may change the choice.
  addEventListener("pageshow", show);
  addEventListener("storage", show);
  show();
  return show;
}
