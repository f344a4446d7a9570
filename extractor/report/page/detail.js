// What stands below an open row: the way the claim came, how its numbers and dates were read, and what can be done with it.

function detailRow(index) {
  const claim = data.claims[index];
  const cell = make(
    "td",
    { role: "cell", colspan: COLUMNS.length },
    make("div", { class: "detail" }, ...detail(claim, index)),
  );
  return make("tr", { role: "row", class: "detail-row", id: `detail-${index}` }, cell);
}

function detail(claim, index) {
  const unusual = [claim.polarity, claim.modality, claim.scope].filter(
    (each) => !["affirmed", "actual", "explicit"].includes(each),
  );
  return [
    chain(claim),
    make(
      "dl",
      {},
      claim.reasons?.length && [make("dt", {}, "Why check"), make("dd", {}, worthInWords(claim))],
      claim.standalone && [make("dt", {}, "Stands alone"), make("dd", { class: "standalone" }, insertions(claim))],
      ...terms("Number", claim.numbers),
      ...terms("Date", claim.dates),
      unusual.filter(Boolean).length > 0 && [make("dt", {}, "Said"), make("dd", {}, unusual.filter(Boolean).join(", "))],
      claim.flags && [
        make("dt", {}, "Note"),
        make("dd", {}, claim.flags.map((flag) => flag.replaceAll("-", " ")).join(", ")),
      ],
      claim.confidence !== undefined && [make("dt", {}, "Sure"), make("dd", {}, confidenceInWords(claim))],
      ...elsewhere(claim, index),
    ),
    make(
      "p",
      { class: "actions" },
      make("button", { type: "button", onclick: () => copyCitation(claim) }, "Copy as citation"),
      make("button", { type: "button", class: "to-text", onclick: () => goToText(index) }, "Show in the article"),
    ),
    marking(index),
    technical(claim),
  ];
}

/** The other claims that say the same, each a way to its own article. */
function elsewhere(claim, index) {
  const group = data.groups[claim.group];
  if (!group) return [];
  const others = group.members.filter((member) => member !== index);
  const line = (member) =>
    make(
      "button",
      { type: "button", class: "member", onclick: () => openClaim(member, { focus: true }) },
      `${placeOf(data.articles[data.claims[member].article])}: ${data.claims[member].text}`,
    );
  return [[make("dt", {}, "Also said"), make("dd", {}, DIFFERING[group.kind] && `${DIFFERING[group.kind]}: `, others.map(line))]];
}

const confidenceInWords = ({ confidence }) =>
  `${confidence.toFixed(2)}: of 100 such claims about ${Math.round(confidence * 100)} have the right words and the right source`;

/** What only its makers want to know: by which rules the claim was found and read. */
function technical(claim) {
  const read = (items = [], about) => items.map((item) => [make("dt", {}, `“${item.text}”`), make("dd", {}, about(item))]);
  const cue = [claim.cue && `“${claim.cue}”`, claim.cueClass && `class ${claim.cueClass}`].filter(Boolean).join(", ");
  return make(
    "details",
    { class: "technical" },
    make("summary", {}, "Technical details"),
    make(
      "dl",
      {},
      cue && [make("dt", {}, "Cue"), make("dd", {}, cue)],
      claim.rule && [make("dt", {}, "Rule"), make("dd", {}, claim.rule)],
      ...read(claim.numbers, (number) => `rule ${number.rule}`),
      ...read(claim.dates, (date) =>
        [date.value, date.relation, date.anchor && `counted from ${date.anchor}`, `rule ${date.rule}`].filter(Boolean).join(", "),
      ),
      [make("dt", {}, "Claim"), make("dd", {}, `${claim.id}, characters ${claim.start}–${claim.end}`)],
    ),
  );
}

/** "86 of 100: a figure with its measure, compares": how much a desk would want the claim, and why. */
const worthInWords = (claim) => `${Math.round(claim.worth * 100)} of 100 (${claim.type}): ${claim.reasons.join("; ")}`;

/** Who → via whom → where: the way the claim came. */
function chain(claim) {
  const article = data.articles[claim.article];
  const about = [
    claim.role,
    claim.affiliation,
    claim.who && claim.source && !isName(claim.source, claim.who) && `“${claim.source}” in the text`,
  ]
    .filter(Boolean)
    .join(", ");
  const step = (label, name, ...more) =>
    make(
      "li",
      {},
      make("span", { class: "label" }, label),
      make("bdi", {}, name),
      ...more.filter(Boolean).map((words) => make("span", { class: "via" }, words)),
    );
  return make(
    "ol",
    { class: "chain", "aria-label": "From the claimant to the article" },
    claim.kind !== "statistic" && step("Claimant", claimantOf(claim), about),
    ...(claim.via ?? []).map((via) => step(`Via ${via.kind}`, via.name, via.cue && `“${via.cue}”`)),
    step("Article", article.outlet ?? article.title, article.published && dayInWords(article.published)),
  );
}

/** Whether a source only repeats the name, with its article or without. */
const isName = (source, name) => source.toLowerCase().replace(/^(?:the|an?) /, "") === name.toLowerCase();

const terms = (label, items = []) =>
  items.map((item) => [
    make("dt", {}, label),
    make(
      "dd",
      {},
      `“${item.text}” `,
      make("span", { class: "arrow" }, "→ "),
      make("strong", {}, item.reading),
    ),
  ]);

/** The words put in are told from the article's own: each is " [words]" behind what it explains. */
function insertions(claim) {
  const parts = [];
  let own = claim.text;
  let left = claim.standalone;
  while (left) {
    let same = 0;
    while (same < left.length && left[same] === own[same]) same += 1;
    if (left[same] === "[" && left[same - 1] === " ") same -= 1; // the space is the insertion's
    const inserted = left.slice(same).match(/^ ?\[[^\]]*\]/)?.[0] ?? left.slice(same);
    parts.push(left.slice(0, same), inserted && make("ins", {}, inserted));
    own = own.slice(same);
    left = left.slice(same + inserted.length);
  }
  return parts;
}

function goToText(index) {
  showView("article");
  lightUp(index);
  byId("text").querySelector(`.open[data-claims="${index}"]`)?.focus({ preventScroll: true });
}
