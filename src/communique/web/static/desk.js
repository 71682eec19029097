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
  else if (cards.length || document.querySelector("[data-undo]")) review(event);
});

// What a key does on the review: every one of them is a button or a field of the page.
function review(event) {
  const card = document.activeElement.closest(".review") || cards[0];
  const wanted = {
    a: "button[data-accept]",
    c: "[data-correct]",
    w: "input[name=why]",
  }[event.key] || `button[data-key="${CSS.escape(event.key)}"]`;
  const found = event.key === "u" ? document.querySelector("[data-undo]") : card && card.querySelector(wanted);
  if (!found) return;
  event.preventDefault();
  if (found.matches("input, select")) found.focus();
  else found.click();
}

// In a field, Escape leads back to the card, and Enter corrects where somebody is named.
document.addEventListener("keydown", (event) => {
  const card = event.target.closest(".review");
  if (!card || !event.target.matches("input, select")) return;
  if (event.key === "Escape") card.focus();
  else if (event.key === "Enter") {
    event.preventDefault();
    const named = card.querySelector("[data-correct]");
    const chosen = named && (named.matches("select") ? named === event.target : named.value);
    if (chosen) card.querySelector("button[value=correct]").click();
    else card.focus();
  }
});

// After a decision the next doubt stands where the decided one stood.
const place = /^#doubt-(\d+)$/.exec(location.hash);
if (place && cards.length) cards[Math.min(cards.length - 1, Number(place[1]))].focus();

// While reports are being read, the page looks again by itself.
if (document.querySelector("[data-unfinished]")) setTimeout(() => location.reload(), 2000);

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

// Arrow keys go from period to period on the storyline; Enter looks closer.
const periods = [...document.querySelectorAll(".columns a")];
const chosen = periods.find((each) => each.hasAttribute("aria-current")) || periods.at(-1);
if (chosen) {
  const scroll = chosen.closest(".scroll");
  scroll.scrollLeft = chosen.offsetLeft - scroll.offsetLeft - scroll.clientWidth / 2;
  chosen.closest("ol").addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const next = step && periods[periods.indexOf(event.target.closest("a")) + step];
    if (!next) return;
    event.preventDefault();
    next.focus();
  });
}
