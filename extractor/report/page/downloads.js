// What leaves the page: rows as CSV or JSON, a claim as a citation.

// The columns of `extractor export --to csv`, without the sentence.
const FIELDS = [
  "claim_id article_id kind text standalone claimant claimant_kind role affiliation resolved_by via",
  "cue cue_class polarity modality scope confidence numbers dates flags start end",
  "published outlet title author url path",
].flatMap((names) => names.split(" "));

function flat(index) {
  const claim = data.claims[index];
  const article = data.articles[claim.article];
  const row = {
    ...article,
    ...claim,
    claim_id: claim.id,
    article_id: article.id,
    standalone: claim.standalone ?? claim.text,
    claimant: claim.who,
    claimant_kind: claim.whoKind,
    resolved_by: claim.resolvedBy,
    via: claim.via?.map((via) => via.name) ?? [],
    cue_class: claim.cueClass,
    numbers: claim.numbers ?? [],
    dates: claim.dates ?? [],
    flags: claim.flags ?? [],
  };
  return Object.fromEntries(FIELDS.map((name) => [name, row[name] ?? null]));
}

/** A cell that no spreadsheet runs as a formula: what could begin one gets an apostrophe, which spreadsheets take for "text". */
function cell(value) {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const words = /^'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])/.test(value) ? `'${value}` : value;
  return /[",\r\n;\t]/.test(words) ? `"${words.replaceAll('"', '""')}"` : words;
}

function csv(indices) {
  const lines = indices.map((index) => {
    const row = flat(index);
    const joined = {
      via: row.via.join("; "),
      numbers: row.numbers.map((number) => number.reading).join("; "),
      dates: row.dates.map((date) => date.reading).join("; "),
      flags: row.flags.join("; "),
    };
    return FIELDS.map((name) => cell(joined[name] ?? row[name])).join(",");
  });
  return `\uFEFF${[FIELDS.join(","), ...lines].join("\r\n")}\r\n`; // the mark tells Excel that this is UTF-8
}

const json = (indices) => `${JSON.stringify(indices.map(flat), null, 1)}\n`;

function download(name, type, content) {
  save(name, type, content);
  say(`${plural(found.length, "claim")} in ${name}`);
}

function save(name, type, content) {
  const address = URL.createObjectURL(new Blob([content], { type }));
  make("a", { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** Who, what, where, and at which characters: enough to find the words again. */
function citation(claim) {
  const article = data.articles[claim.article];
  const via = claim.via ? `, via ${claim.via.map((each) => each.name).join(", ")}` : "";
  const how = [KINDS[claim.kind], claim.cue && `“${claim.cue}”`].filter(Boolean).join(", ");
  const who = claim.kind === "statistic" ? "The article itself" : (claim.who ?? claim.source ?? "No source named");
  const place = [article.title, article.outlet, article.author, article.published && dayInWords(article.published)]
    .filter(Boolean)
    .join(", ");
  return [
    `${who}${via} (${how}): ${asSaid(claim)}`,
    place,
    article.url,
    `Characters ${claim.start}–${claim.end}, claim ${claim.id}`,
  ]
    .filter(Boolean)
    .map(ended)
    .join(" ");
}

const ended = (sentence) => (/[.!?…]["”’']?$/.test(sentence) ? sentence : `${sentence}.`);

/** Only words that were quoted stand in quotation marks; a paraphrase is the article's wording, and brings its own marks. */
const asSaid = (claim) => (["direct", "statistic"].includes(claim.kind) ? quoted(claim.text) : claim.text);

/** In quotation marks, unless the words bring their own. */
const quoted = (words) => (/^["“]/.test(words) ? words : `“${words}”`);

async function copyCitation(claim) {
  const words = citation(claim);
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    // without permission, or from a plain http address
    const focused = document.activeElement;
    const box = make("textarea", { class: "unseen" });
    box.value = words;
    document.body.append(box);
    box.select();
    document.execCommand("copy");
    box.remove();
    focused?.focus();
  }
  flash("Citation copied");
}

/** Tell people something for a moment. */
function flash(words) {
  say(words);
  document.querySelector(".flash")?.remove();
  const note = make("div", { class: "flash", "aria-hidden": "true" }, words);
  document.body.append(note);
  setTimeout(() => note.remove(), 2000);
}

function startDownloads() {
  byId("csv").addEventListener("click", () => download("claims.csv", "text/csv;charset=utf-8", csv(sorted(found))));
  byId("json").addEventListener("click", () => download("claims.json", "application/json", json(sorted(found))));
  byId("reviews").addEventListener("click", () =>
    download("claimreview.jsonl", "application/x-ndjson", rows.map((index) => `${JSON.stringify(review(index))}\n`).join("")),
  );
}
