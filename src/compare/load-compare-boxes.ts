/** Fetches what makes check boxes show the kept choice, which a page needs only once it is there: without it their form is a plain one. */

/** Returns what shows the choice again once rows were replaced. */
export function loadCompareBoxes(form: HTMLFormElement): () => void {
  const started = import("./compare-boxes.ts").then(({ startCompareBoxes }) => startCompareBoxes(form));
  started.catch(() => {
    form.querySelector("[data-comparing]")?.removeAttribute("hidden");
  });
  return () => {
    started.then((show) => show()).catch(() => undefined);
  };
}
