// The table of claims: rows, the order they are in, and the one that is open.

const KINDS = { direct: "quoted", mixed: "partly quoted", indirect: "paraphrased", statistic: "the article's own" };
const STEP = 100; // rows drawn at a time
const COLUMNS = [
  // name, heading, what it is sorted by (a missing value goes last)
  ["number", "No.", (claim) => [claim.article, claim.number]],
  ["who", "Claimant", (claim) => claim.who?.toLowerCase()],
  ["text", "Claim", (claim) => claim.text.toLowerCase()],
  ["numbers", "Numbers", (claim) => amountOf(claim.numbers?.[0])],
  ["dates", "Dates", (claim) => firstDay(claim.dates ?? [])],
  ["kind", "Kind", (claim) => KINDS[claim.kind]],
  ["confidence", "Confidence", (claim) => claim.confidence],
];
const ALSO = [
  ["worth", "Worth checking", (claim) => claim.worth],
  ["published", "Published", (claim) => data.articles[claim.article].published],
  ["outlet", "Outlet", (claim) => data.articles[claim.article].outlet?.toLowerCase()],
];

const order = { by: "number", down: false };
let found = []; // indices of the claims that pass the filters
let rows = []; // those of them that have a row, in order
let drawn = 0;
let opened = -1;
const unfolded = new Set(); // groups whose claims all have rows

const amountOf = (number) => number?.value ?? number?.low ?? number?.high;
const firstDay = (dates) => dates.flatMap((date) => date.begin ?? date.end ?? []).sort()[0];
const several = data.articles.length > 1;

function claimantOf(claim) {
  if (claim.kind === "statistic") return "the article itself";
  return claim.who ?? (claim.source ? `“${claim.source}”` : "no source named");
}

function startClaims() {
  const head = document.querySelector("thead tr");
  for (const [name, heading] of COLUMNS) {
    const button = make(
      "button",
      { type: "button", onclick: () => sortBy(name, order.by === name && !order.down) },
      heading,
    );
    head.append(make("th", { role: "columnheader", scope: "col", class: `c-${name}`, "data-column": name }, button));
  }
  byId("more").addEventListener("click", () => {
    const before = drawn;
    drawRows(STEP);
    document.querySelectorAll("button.claim")[before]?.focus();
  });
  document.querySelector("tbody").addEventListener("click", (event) => {
    const row = event.target.closest("tr.row");
    if (row && !event.target.matches("input") && !selecting(event)) toggle(Number(row.dataset.claim));
  });
  document.querySelector("tbody").addEventListener("keydown", moveByArrow);
}

function sortBy(name, down) {
  Object.assign(order, { by: name, down });
  document.forms.filters.elements.sort.value = `${name} ${down ? "down" : "up"}`;
  for (const th of document.querySelectorAll("th")) {
    const state = th.dataset.column === name ? (down ? "descending" : "ascending") : null;
    if (state) th.setAttribute("aria-sort", state);
    else th.removeAttribute("aria-sort");
  }
  showRows(found);
}

/** Compare two values, or two lists of them. */
function compare(a, b) {
  if (Array.isArray(a)) return compare(a[0], b[0]) || compare(a[1], b[1]);
  return a < b ? -1 : a > b ? 1 : 0;
}

function sorted(indices) {
  const [, , valueOf] = [...COLUMNS, ...ALSO].find(([name]) => name === order.by);
  const sign = order.down ? -1 : 1;
  const valued = indices.map((index) => [valueOf(data.claims[index]), index]);
  valued.sort(([a, at], [b, bt]) => {
    if (a === undefined || b === undefined) return (a === undefined) - (b === undefined) || at - bt;
    return sign * compare(a, b) || at - bt;
  });
  return valued.map(([, index]) => index);
}

/** Of claims that say the same only the first one, whatever the order: the others stand below it when it is open. */
function folded(indices) {
  const seen = new Set();
  return indices.filter((index) => {
    const { group } = data.claims[index];
    if (group === undefined || unfolded.has(group)) return true;
    return !seen.has(group) && seen.add(group);
  });
}

function showRows(indices) {
  found = indices;
  rows = folded(sorted(indices));
  tellCount();
  drawn = 0;
  document.querySelector("tbody").replaceChildren();
  drawRows(STEP);
}

function drawRows(count) {
  const body = document.querySelector("tbody");
  const next = rows.slice(drawn, drawn + count);
  drawn += next.length;
  body.append(...next.flatMap((index) => (index === opened ? [rowOf(index), detailRow(index)] : [rowOf(index)])));
  byId("more").hidden = drawn >= rows.length;
  byId("more").textContent = `Show ${Math.min(STEP, rows.length - drawn)} more of ${rows.length - drawn} left`;
}

function rowOf(index) {
  const claim = data.claims[index];
  const cell = (name, ...children) => make("td", { role: "cell", class: `c-${name}` }, ...children);
  const open = index === opened;
  const button = make(
    "button",
    { type: "button", class: "claim", "aria-expanded": String(open), "aria-controls": open && `detail-${index}` },
    claim.text,
  );
  return make(
    "tr",
    { role: "row", class: open ? "row opened" : "row", "data-claim": index },
    cell("number", chooser(index), several ? placeInList(index) : String(claim.number)),
    cell("who", claimantCell(claim)),
    cell("text", button, several && whereOf(claim), several && whyOf(claim), stateOf(index)),
    cell("numbers", readings(claim.numbers)),
    cell("dates", readings(claim.dates)),
    cell("kind", KINDS[claim.kind]),
    cell("confidence", claim.confidence?.toFixed(2)),
  );
}

/** Numbers of articles start anew in each; in a list of many the place says more. */
const placeInList = (index) => String(rows.indexOf(index) + 1);

/** Where it stands; of claims that say the same, in which outlets. */
function whereOf(claim) {
  const group = data.groups[claim.group];
  const place = make("span", { class: "where" }, placeOf(data.articles[claim.article]));
  return group && !unfolded.has(claim.group) ? [place, make("span", { class: "also" }, saidAlso(group))] : place;
}

/** How much a desk would want it, and what counted most. */
const whyOf = ({ worth, reasons = [] }) =>
  worth !== undefined &&
  make("span", { class: "why" }, [`Worth checking: ${Math.round(worth * 100)} of 100`, ...reasons.slice(0, 2)].join(" · "));

const DIFFERING = { conflict: "the figures disagree", updated: "the figures grew" };

function saidAlso({ articles, outlets, kind, members }) {
  const often = articles > 1 ? `In ${plural(articles, "article")}` : `Said ${members.length} times`;
  return [often, outlets.length > 1 && outlets.join(", "), DIFFERING[kind]].filter(Boolean).join(" · ");
}

function claimantCell(claim) {
  const via = claim.via?.map((each) => each.name).join(", ");
  const name = make("bdi", { class: claim.who ? "name" : "nobody" }, claimantOf(claim));
  return [name, via && make("span", { class: "via" }, `via ${via}`)];
}

const placeOf = (article) => [article.outlet, article.published, article.title].filter(Boolean).join(" · ");

function readings(items = []) {
  const shown = items.slice(0, 3).map((item) => make("span", { class: "reading" }, item.reading));
  return items.length > 3 ? [...shown, make("span", { class: "reading rest" }, `and ${items.length - 3} more`)] : shown;
}

const rowElement = (index) => document.querySelector(`tr[data-claim="${index}"]`);

const toggle = (index) => (index === opened ? closeClaim() : openClaim(index));

function closeClaim() {
  const row = rowElement(opened);
  byId(`detail-${opened}`)?.remove();
  if (row) {
    row.classList.remove("opened");
    fit(row.querySelector("button.claim"), { "aria-expanded": "false" }, []).removeAttribute("aria-controls");
  }
  opened = -1;
}

/** Open a claim, light it up in its article; with ``focus``, bring its row into view and put the focus there. */
function openClaim(index, { focus = false } = {}) {
  if (opened >= 0) closeClaim();
  opened = index;
  if (!found.includes(index)) {
    clearFilters();
    flash("Filters cleared to show this claim");
  }
  if (!rows.includes(index)) {
    unfolded.add(data.claims[index].group);
    showRows(found);
  }
  if (!rowElement(index)) drawRows(rows.indexOf(index) - drawn + STEP); // draws it open
  const row = rowElement(index);
  if (!byId(`detail-${index}`)) {
    row.classList.add("opened");
    fit(row.querySelector("button.claim"), { "aria-expanded": "true", "aria-controls": `detail-${index}` }, []);
    row.after(detailRow(index));
  }
  history.replaceState(null, "", `#claim=${encodeURIComponent(data.claims[index].id)}`);
  lightUp(index);
  if (focus) {
    showView("claims");
    row.querySelector("button.claim").focus({ preventScroll: true });
    byId(`detail-${index}`).scrollIntoView({ block: "nearest" });
    row.scrollIntoView({ block: wide.matches ? "nearest" : "start" }); // of a long detail, the head
  }
}

function moveByArrow(event) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (!step || !event.target.matches("button.claim")) return;
  const buttons = [...document.querySelectorAll("button.claim")];
  const next = buttons[buttons.indexOf(event.target) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}
