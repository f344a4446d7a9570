"use strict";
// Elements made by hand. Text from articles only ever becomes text: nothing here parses HTML.

const byId = (id) => document.getElementById(id);
const data = JSON.parse(byId("data").textContent);
const SVG = "http://www.w3.org/2000/svg";

/** Give an element its attributes, listeners (onclick: …) and children. */
function fit(element, attributes, children) {
  for (const [name, value] of Object.entries(attributes ?? {})) {
    if (typeof value === "function") element.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null && value !== false)
      element.setAttribute(name, value === true ? "" : value);
  }
  element.append(
    ...children
      .flat(Infinity)
      .filter((child) => child !== undefined && child !== null && child !== false && child !== ""),
  );
  return element;
}

const make = (tag, attributes, ...children) => fit(document.createElement(tag), attributes, children);
const draw = (tag, attributes, ...children) => fit(document.createElementNS(SVG, tag), attributes, children);

/** Tell people who listen what has happened. */
function say(words) {
  byId("said").textContent = "";
  requestAnimationFrame(() => {
    byId("said").textContent = words;
  });
}

const plural = (count, noun) => `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;

/** "5 March 2024" for an ISO date. */
function dayInWords(iso) {
  const day = new Date(`${iso}T00:00:00Z`);
  return day.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
}

/** One stop for the Tab key among many items: the arrow keys move between them. */
function rove(group, items) {
  items.forEach((item, index) => item.setAttribute("tabindex", index ? "-1" : "0"));
  group.addEventListener("keydown", (event) => {
    const at = items.indexOf(document.activeElement);
    const to = {
      ArrowRight: at + 1,
      ArrowDown: at + 1,
      ArrowLeft: at - 1,
      ArrowUp: at - 1,
      Home: 0,
      End: items.length - 1,
    }[event.key];
    if (at < 0 || to === undefined) return;
    event.preventDefault();
    const next = items[Math.min(Math.max(to, 0), items.length - 1)];
    items[at].setAttribute("tabindex", "-1");
    next.setAttribute("tabindex", "0");
    next.focus();
  });
}

/** Make a drawn shape do what a button does. */
function pressable(shape, label, action) {
  fit(
    shape,
    {
      role: "button",
      "aria-label": label,
      onclick: action,
      onkeydown: (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        action();
      },
    },
    [draw("title", {}, label)],
  );
  return shape;
}

/** Whether a click is the end of selecting words with the mouse; that is no wish to open anything. */
const selecting = (event) => event.detail > 0 && window.getSelection().type === "Range";

const wide = window.matchMedia("(min-width: 62rem)");

/** On narrow screens one of the two views is seen at a time. */
function showView(name) {
  document.body.dataset.view = name;
  for (const button of byId("views").children)
    button.setAttribute("aria-pressed", String(button.dataset.view === name));
}
