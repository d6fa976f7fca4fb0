"use strict";
// Find and filter; without it the page says all the same things.
(() => {
  const form = document.getElementById("filter");
  const field = document.getElementById("find");
  const found = document.getElementById("found");
  const boxes = [...form.querySelectorAll("input[type=checkbox]")];
  const items = [...document.querySelectorAll("[data-words]")];
  const parts = [...document.querySelectorAll(".part")];
  const folds = parts.filter((part) => part.matches("details"));
  form.hidden = false;
  form.addEventListener("submit", (event) => event.preventDefault());
  const look = () => {
    const words = field.value.toLowerCase().split(/\s+/).filter(Boolean);
    const wanted = boxes.filter((box) => box.checked).map((box) => box.value);
    let number = 0;
    for (const item of items) {
      const text = item.dataset.words;
      const kinds = item.dataset.is.split(" ");
      const shown = words.every((word) => text.includes(word)) &&
        (wanted.length === 0 || wanted.some((kind) => kinds.includes(kind)));
      item.hidden = !shown;
      number += shown ? 1 : 0;
    }
    const asked = words.length > 0 || wanted.length > 0;
    for (const part of parts) {
      const some = part.querySelector("[data-words]:not([hidden])") !== null;
      part.hidden = asked && !some;
      if (words.length > 0 && part.matches("details")) part.open = some;
    }
    found.textContent = asked ? found.dataset.some.replace("{}", number) : "";
  };
  field.addEventListener("input", look);
  for (const box of boxes) box.addEventListener("change", look);
  // Where the year is wider than the screen, the day of the report is in sight.
  for (const wide of document.querySelectorAll("[data-today]")) {
    wide.scrollLeft = wide.dataset.today * wide.scrollWidth - wide.clientWidth * 0.75;
  }
  // On paper everything that is folded away would be lost but for its title.
  let opened = [];
  addEventListener("beforeprint", () => {
    opened = folds.filter((fold) => !fold.open && fold.querySelector(".asked, .enclosed, .clauses"));
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => { for (const fold of opened) fold.open = false; });
})();
