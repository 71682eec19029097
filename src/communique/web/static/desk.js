// The desk reads without this script; it adds keys to the review and switches to a report's layers.
"use strict";

const cards = [...document.querySelectorAll(".review")];

function move(step) {
  const at = cards.indexOf(document.activeElement.closest(".review"));
  const next = cards[Math.min(cards.length - 1, Math.max(0, at + step))];
  if (next) next.focus();
}

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest("input, select, textarea")) return;
  if (event.key === "/") {
    event.preventDefault();
    document.getElementById("quick").focus();
  } else if (event.key === "j") move(1);
  else if (event.key === "k") move(-1);
  else {
    const card = document.activeElement.closest(".review");
    const button = card && card.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
    if (button) button.click();
  }
});

const switches = document.querySelector(".switches");
if (switches) {
  switches.hidden = false;
  switches.addEventListener("change", (event) => {
    document.body.classList.toggle(`without-${event.target.dataset.layer}`, !event.target.checked);
  });
}

// On a narrow screen the open section may lie beyond the edge of the bar.
const bar = document.querySelector("header.bar nav ul");
const open = bar && bar.querySelector("[aria-current]");
if (open) bar.scrollLeft = open.offsetLeft - bar.offsetLeft - 16;
