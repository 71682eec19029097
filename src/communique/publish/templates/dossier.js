
"use strict";
// The page is whole without this. It adds a filter to long lists, lights up all the words of
// a claim together, and lets layers of highlights be switched off.
(() => {
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];

  // A piece of a report names the claims it is part of, or only leads to the one it is.
  const PIECES = ".text a, .text [data-keys]";
  const led = (piece) => (piece.getAttribute("href") || "").slice(1);
  const keys = (piece) => (piece.dataset.keys || led(piece)).split(" ");
  const byKey = new Map();
  for (const piece of all(PIECES)) {
    for (const key of keys(piece)) {
      if (!byKey.has(key)) byKey.set(key, []);
      byKey.get(key).push(piece);
    }
  }
  const light = (key, on) => {
    for (const piece of byKey.get(key) || []) piece.classList.toggle("lit", on);
  };
  for (const text of all(".text")) {
    for (const [type, on] of [["mouseover", true], ["mouseout", false], ["focusin", true], ["focusout", false]]) {
      text.addEventListener(type, (event) => {
        const piece = event.target.closest(PIECES);
        if (piece) light(led(piece) || keys(piece)[0], on);
      });
    }
  }

  // All words of the claim that the address names, not only its first.
  let lit = "";
  const follow = () => {
    if (lit) light(lit, false);
    lit = location.hash.startsWith("#w-") ? decodeURIComponent(location.hash.slice(3)) : "";
    if (lit) light(lit, true);
  };
  addEventListener("hashchange", follow);
  follow();

  const LISTS = [
    ["timeline", ".event", ".month"],
    ["contacts", ".card", null],
    ["statements", ".statement", ".voice"],
    ["actors", "tbody tr", null],
    ["figures", "tbody tr", null],
    ["claims", "tbody tr", null],
  ];
  for (const [id, item, group] of LISTS) {
    const section = document.getElementById(id);
    if (!section) continue;
    const items = all(item, section);
    if (items.length < 8) continue;
    const tools = document.createElement("p");
    tools.className = "tools";
    const label = document.createElement("label");
    const input = document.createElement("input");
    const count = document.createElement("span");
    label.append("Filter ", input);
    input.type = "search";
    count.setAttribute("role", "status");
    tools.append(label, count);
    section.querySelector("h2").after(tools);
    const words = items.map((one) => one.textContent.toLowerCase());
    input.addEventListener("input", () => {
      const wanted = input.value.trim().toLowerCase().split(/\s+/);
      let kept = 0;
      items.forEach((one, number) => {
        const keep = wanted.every((word) => words[number].includes(word));
        one.hidden = !keep;
        kept += keep;
      });
      if (group) for (const box of all(group, section)) box.hidden = !box.querySelector(`${item}:not([hidden])`);
      count.textContent = input.value.trim() ? `${kept} of ${items.length}` : "";
    });
  }
})();
