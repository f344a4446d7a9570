// Start: everything is drawn from the data that the page carries.

function summary() {
  const count = (name) => data.claims.reduce((sum, claim) => sum + (claim[name]?.length ?? 0), 0);
  const claimants = new Set(data.claims.map((claim) => claim.who).filter(Boolean));
  const days = data.articles
    .map((article) => article.published)
    .filter(Boolean)
    .sort();
  const published =
    days.length &&
    (days[0] === days.at(-1)
      ? `published ${dayInWords(days[0])}`
      : `published ${dayInWords(days[0])} to ${dayInWords(days.at(-1))}`);
  return [
    several && plural(data.articles.length, "article"),
    plural(data.claims.length, "claim"),
    plural(claimants.size, "claimant"),
    plural(count("numbers"), "number"),
    plural(count("dates"), "date"),
    published,
  ]
    .filter(Boolean)
    .join(" · ");
}

function openFromAddress() {
  const id = new URLSearchParams(location.hash.slice(1)).get("claim");
  const index = id ? data.claims.findIndex((claim) => claim.id === id) : -1;
  if (index >= 0 && index !== opened) openClaim(index, { focus: true });
}

byId("summary").textContent = summary();
byId("made").textContent =
  `Made by ${data.madeBy.join("; ")}. Claims are found by machine: check them against the article before use.`;
for (const button of byId("views").children) {
  button.addEventListener("click", () => {
    showView(button.dataset.view);
    if (button.dataset.view === "article") scrollToLit();
  });
}
showView("claims");
startArticle();
startClaims();
startFilters();
startDownloads();
startDesk();
startCharts();
showArticle(0);
// of many articles what a desk would check first comes first; one article is read in its own order
if (several && data.claims.some((claim) => claim.worth !== undefined)) sortBy("worth", true);
else sortBy("number", false);
filter();
openFromAddress();
window.addEventListener("hashchange", openFromAddress);
