// Filters: what the form asks for, and which claims answer.

const form = document.forms.filters;
const field = (name) => form.elements[name];
const FILTERS = ["who", "kind", "type", "worth", "speech", "told", "state", "unit", "outlet", "article", "from", "to"];
const haystacks = []; // lower-case words of a claim, made when they are first searched

function startFilters() {
  fill("who", "Anyone", (claim) => (claim.kind === "statistic" ? undefined : claimantOf(claim)));
  fill("kind", "Any kind", (claim) => claim.kind);
  for (const each of field("kind").options) each.textContent = each.textContent.replace(each.value, KINDS[each.value] ?? each.value);
  fill("type", "Any type", (claim) => claim.type);
  field("type").closest("label").hidden = field("type").options.length < 3;
  field("worth").closest("label").hidden = data.claims.every((claim) => claim.worth === undefined);
  field("told").closest("label").hidden = data.groups.length === 0;
  field("speech").closest("label").hidden = data.claims.every(isSpeech);
  fillUnits();
  fill("outlet", "Any outlet", (claim) => data.articles[claim.article].outlet);
  field("article").append(
    option("", "All articles"),
    ...data.articles.map((article, index) => option(String(index), article.title)),
  );
  for (const [name, heading] of [...COLUMNS, ...ALSO]) {
    const named = name === "number" ? "Text order" : heading;
    field("sort").append(option(`${name} up`, `${named} ↑`), option(`${name} down`, `${named} ↓`));
  }
  for (const name of ["outlet", "article"]) field(name).closest("label").hidden = field(name).options.length < 3;
  const fields = form.querySelector("details");
  fields.open = wide.matches;
  wide.addEventListener("change", () => fields.toggleAttribute("open", wide.matches)); // wide has no summary to press
  byId("none").textContent = data.claims.length ? "No claim passes all of these filters." : "No claims were found.";
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("input", (event) => {
    if (event.target.name !== "sort") return filter();
    const [name, way] = event.target.value.split(" ");
    return sortBy(name, way === "down");
  });
  byId("clear").addEventListener("click", () => {
    clearFilters();
    field("words").focus();
  });
}

const option = (value, label) => make("option", { value }, label);

function counted(values) {
  const counts = new Map();
  for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
}

const options = (values) => counted(values).map(([value, count]) => option(value, `${value} (${count})`));

function fill(name, all, valueOf) {
  field(name).append(option("", all), ...options(data.claims.map(valueOf)));
}

function fillUnits() {
  const numbers = data.claims.flatMap((claim) => claim.numbers ?? []);
  const group = (label, counts) =>
    make(
      "optgroup",
      { label },
      options(numbers.filter((number) => Boolean(number.counts) === counts).map((number) => number.unit)),
    );
  field("unit").append(option("", "Any unit"), group("Measured in", false), group("What is counted", true));
}

/** The filters in force, by name. */
function wanted() {
  const values = Object.fromEntries(new FormData(form));
  return { ...values, words: values.words.toLowerCase().split(/\s+/).filter(Boolean) };
}

function passes(index, want) {
  const claim = data.claims[index];
  const article = data.articles[claim.article];
  return (
    (!want.who || (claim.kind !== "statistic" && claimantOf(claim) === want.who)) &&
    (!want.kind || claim.kind === want.kind) &&
    (!want.type || claim.type === want.type) &&
    (!want.worth || claim.worth >= Number(want.worth)) &&
    (!want.speech || isSpeech(claim)) &&
    (!want.told || (data.groups[claim.group]?.articles ?? 1) >= Number(want.told)) &&
    (!want.state || inState(index, want.state)) &&
    (!want.unit || claim.numbers?.some((number) => number.unit === want.unit)) &&
    (!want.outlet || article.outlet === want.outlet) &&
    (!want.article || claim.article === Number(want.article)) &&
    inDays(claim, article, want) &&
    want.words.every((word) => haystack(index).includes(word))
  );
}

/** Said, written, asked, ordered, promised: not only thought or wanted. */
const isSpeech = (claim) => claim.kind === "statistic" || data.speech.includes(claim.cueClass);

function inState(index, state) {
  const { status = "", chosen = false } = markOf(index);
  return state === "chosen" ? chosen : status === (state === "todo" ? "" : state);
}

function inDays(claim, article, { from, to, basis }) {
  if (!from && !to) return true;
  if (from && to && from > to) return false; // a claim without an end would pass
  const spans = basis === "published" ? [{ begin: article.published, end: article.published }] : (claim.dates ?? []);
  return spans.some(
    ({ begin, end }) => (begin || end) && (!to || !begin || begin <= to) && (!from || !end || end >= from),
  );
}

function haystack(index) {
  const claim = data.claims[index];
  const article = data.articles[claim.article];
  haystacks[index] ??= [
    claim.text,
    claim.standalone,
    claim.who,
    claim.role,
    claim.source,
    claim.cue,
    ...(claim.via ?? []).map((via) => via.name),
    article.title,
    article.outlet,
  ]
    .filter(Boolean)
    .join("\n")
    .toLowerCase();
  return haystacks[index];
}

function filter() {
  const want = wanted();
  const passing = data.claims.map((_, index) => index).filter((index) => passes(index, want));
  const active = FILTERS.filter((name) => want[name]).length;
  byId("active").textContent = active ? ` (${active})` : "";
  byId("clear").hidden = !active && !want.words.length;
  byId("none").hidden = passing.length > 0;
  for (const name of ["csv", "json", "reviews"]) byId(name).disabled = !passing.length;
  showRows(passing);
  drawCharts(passing);
}

/** How many claims pass, and how many of them have no row since they say the same. */
function tellCount() {
  const claims =
    found.length === data.claims.length
      ? plural(found.length, "claim")
      : `${found.length.toLocaleString("en")} of ${plural(data.claims.length, "claim")}`;
  const repeats = found.length - rows.length;
  byId("count").textContent = repeats ? `${claims} in ${plural(rows.length, "row")}` : claims;
}

function clearFilters() {
  const { sort, basis } = Object.fromEntries(new FormData(form));
  form.reset();
  field("sort").value = sort;
  field("basis").value = basis;
  filter();
}
