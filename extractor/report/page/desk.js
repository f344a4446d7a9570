// The desk's own marks: which claims are chosen, how far each is, a note. Kept in this browser and, on demand, in a file.

const STATUSES = { "": "To do", checking: "Checking", done: "Done" };
const KEPT = `extractor:${data.key}`;
const marks = new Map(); // of a claim's id: { status, note, chosen }, empty ones left out

const markOf = (index) => marks.get(data.claims[index].id) ?? {};

function startDesk() {
  take(kept());
  byId("keep").addEventListener("click", () =>
    save("marks.json", "application/json", `${JSON.stringify({ marks: Object.fromEntries(marks) }, null, 1)}\n`),
  );
  byId("marks").addEventListener("change", async ({ target }) => {
    const read = await target.files[0]?.text();
    if (read !== undefined) flash(take(readMarks(read)) ? "Marks loaded" : "No marks of this page in the file");
    target.value = "";
    store();
    filter();
  });
}

function kept() {
  try {
    return readMarks(localStorage.getItem(KEPT) ?? "{}");
  } catch {
    return {}; // a browser that keeps nothing
  }
}

function readMarks(words) {
  try {
    return JSON.parse(words)?.marks ?? {};
  } catch {
    return {};
  }
}

/** Take over marks of claims that are on the page; how many. */
function take(found) {
  const known = new Set(data.claims.map((claim) => claim.id));
  let count = 0;
  for (const [id, { status, note, chosen } = {}] of Object.entries(found)) {
    if (!known.has(id)) continue;
    count += 1;
    put(id, { status: STATUSES[status] ? status : "", note: String(note ?? ""), chosen: Boolean(chosen) });
  }
  return count;
}

function put(id, mark) {
  if (mark.status || mark.note || mark.chosen) marks.set(id, mark);
  else marks.delete(id);
}

function store() {
  try {
    localStorage.setItem(KEPT, JSON.stringify({ marks: Object.fromEntries(marks) }));
  } catch {
    // kept for this visit only
  }
}

function mark(index, change) {
  put(data.claims[index].id, { status: "", note: "", chosen: false, ...markOf(index), ...change });
  store();
  const row = rowElement(index);
  row?.querySelector(".state")?.replaceWith(stateOf(index));
  const box = row?.querySelector("input.choose");
  if (box) box.checked = Boolean(markOf(index).chosen);
}

/** What a row tells of its marks. */
function stateOf(index) {
  const { status, note } = markOf(index);
  const words = [status && STATUSES[status], note].filter(Boolean).join(": ");
  return make("span", { class: `state ${status || "open"}`, hidden: !words }, words);
}

const chooser = (index) =>
  make("input", {
    type: "checkbox",
    class: "choose",
    "aria-label": `Choose: ${data.claims[index].text.slice(0, 80)}`,
    checked: Boolean(markOf(index).chosen),
    onchange: (event) => mark(index, { chosen: event.target.checked }),
  });

/** The fields of an open claim: how far it is, and a note. */
function marking(index) {
  const { status = "", note = "" } = markOf(index);
  const list = make(
    "select",
    { onchange: (event) => mark(index, { status: event.target.value }) },
    Object.entries(STATUSES).map(([value, words]) => make("option", { value, selected: value === status }, words)),
  );
  const words = make("input", { type: "text", value: note, oninput: (event) => mark(index, { note: event.target.value }) });
  return make("p", { class: "marking" }, make("label", {}, "Status ", list), make("label", {}, "Note ", words));
}

/** A draft for each claim: what the article tells, and an empty place for the verdict. */
const review = (index) => {
  const claim = data.claims[index];
  const article = data.articles[claim.article];
  const whole = (fields) => Object.fromEntries(Object.entries(fields).filter(([, value]) => value));
  return whole({
    "@context": "https://schema.org",
    "@type": "ClaimReview",
    creativeWorkStatus: "Draft",
    datePublished: new Date().toISOString().slice(0, 10),
    author: data.reviewer && { "@type": "Organization", name: data.reviewer },
    claimReviewed: claim.standalone ?? claim.text,
    itemReviewed: whole({
      "@type": "Claim",
      author: claim.who && { "@type": claim.whoKind === "person" ? "Person" : "Organization", name: claim.who },
      appearance: whole({
        "@type": "NewsArticle",
        headline: article.title,
        url: article.url,
        datePublished: article.published,
        publisher: article.outlet && { "@type": "Organization", name: article.outlet },
      }),
    }),
    reviewRating: {
      "@type": "Rating",
      ratingExplanation: "Draft made by a machine: not yet rated. Fill in ratingValue, bestRating, worstRating and alternateName.",
    },
  });
};
