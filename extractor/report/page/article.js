// The article: its text in stretches, the marks, and the claim that is lit up.
// Only the article that is looked at is drawn, so hundreds of them cost nothing at the start.

const MARKS = [
  ["content", "Content"],
  ["source", "Source"],
  ["cue", "Cue"],
  ["number", "Number"],
  ["date", "Date"],
];

let shownArticle = -1;

function startArticle() {
  for (const [kind, name] of MARKS) {
    const box = make("input", {
      type: "checkbox",
      checked: true,
      onchange: () => byId("text").classList.toggle(`no-${kind}`, !box.checked),
    });
    byId("legend").append(make("label", {}, box, make("span", { class: `m ${kind}` }, name)));
  }
  byId("shown").append(...data.articles.map((article, index) => make("option", { value: index }, article.title)));
  byId("shown").addEventListener("change", (event) => showArticle(Number(event.target.value)));
  byId("previous").addEventListener("click", () => showArticle(shownArticle - 1));
  byId("next").addEventListener("click", () => showArticle(shownArticle + 1));
  byId("pick").hidden = data.articles.length < 2;
  byId("text").addEventListener("click", openMark);
}

function showArticle(index) {
  if (index === shownArticle || !data.articles[index]) return;
  const article = data.articles[index];
  shownArticle = index;
  byId("article-heading").textContent = article.title;
  byId("byline").replaceChildren(...byline(article));
  byId("shown").value = String(index);
  byId("previous").disabled = index === 0;
  byId("next").disabled = index === data.articles.length - 1;
  byId("notice").hidden = article.whole;
  byId("notice").textContent = "The text of this article was not given. These are the sentences of its claims.";
  byId("text").replaceChildren(...(article.passages ?? []).map(passage));
  byId("article").scrollTop = 0;
}

function byline(article) {
  const parts = [article.outlet, article.author, article.published && dayInWords(article.published)].filter(Boolean);
  const link =
    article.link &&
    make("a", { href: article.link, target: "_blank", rel: "noopener noreferrer" }, "Open the original");
  const words = parts.flatMap((part, index) => [index ? " · " : "", make("bdi", {}, part)]);
  return [...words, parts.length && link ? " · " : "", link || ""].filter((part) => part !== "");
}

const passage = (stretches) => make("p", {}, stretches.map(stretch));

/** One stretch: a string as it is, a marked one in an element for each kind of mark, the brackets of contents outermost. */
function stretch(item) {
  if (typeof item === "string") return item;
  const [inner, ...outer] = item.kinds;
  const title = item.readings?.join("; ");
  let element = make("span", { class: `m ${inner}`, title }, item.text);
  for (const kind of outer)
    element = make("span", { class: `m ${kind}${kind === "content" ? "" : " under"}` }, element);
  if (item.claims) {
    element.dataset.claims = item.claims.join(" ");
    element.classList.add("linked");
  }
  return [
    ...(item.opens ?? []).map(opening),
    element,
    ...(item.closes ? [make("span", { class: "close", "data-signs": "]".repeat(item.closes) })] : []),
  ];
}

/** The bracket and number before a content. A span, since a line may break after a button but not between this and its word. */
function opening(index) {
  const claim = data.claims[index];
  return make(
    "span",
    {
      role: "button",
      tabindex: "0",
      class: "open",
      "data-claims": index,
      "aria-label": `Claim ${claim.number}, ${claimantOf(claim)}, ${claim.kind}`,
      onkeydown: (event) => {
        if (event.key !== "Enter" && event.key !== " ") return;
        event.preventDefault();
        openClaim(index, { focus: true });
      },
    },
    String(claim.number),
  );
}

function openMark(event) {
  const mark = event.target.closest("[data-claims]");
  if (!mark || selecting(event)) return;
  const [innermost] = mark.dataset.claims.split(" ").map(Number);
  openClaim(innermost, { focus: true });
}

/** Show the claim's article, mark its stretches and bring the first into view. */
function lightUp(index) {
  const claim = data.claims[index];
  showArticle(claim.article);
  for (const element of byId("text").querySelectorAll(".lit")) element.classList.remove("lit");
  const stretches = [...byId("text").querySelectorAll("[data-claims]")].filter((element) =>
    element.dataset.claims.split(" ").includes(String(index)),
  );
  for (const element of stretches) element.classList.add("lit");
  scrollToLit();
}

function scrollToLit() {
  const pane = byId("article");
  const first = byId("text").querySelector(".lit");
  if (!first || !pane.offsetParent) return;
  const behavior = window.matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  if (!wide.matches) return first.scrollIntoView({ block: "center", behavior });
  const place = first.getBoundingClientRect();
  const wanted = pane.scrollTop + place.top - pane.getBoundingClientRect().top - pane.clientHeight / 3;
  const top = Math.min(Math.max(wanted, 0), pane.scrollHeight - pane.clientHeight);
  const below = place.bottom - (top - pane.scrollTop) - window.innerHeight;
  pane.scrollTo({ top, behavior });
  // the foot of the pane may be out of the window
  if (below > 0) window.scrollBy({ top: below + 48, behavior });
}
