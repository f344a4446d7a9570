// Two charts of the claims that pass the filters, drawn where there are several articles: when their dates are, and which
// claimant gives which numbers. Both are there to be pressed: a bar sets the dates of the filter, a dot opens its claim.

let charted = null;

function startCharts() {
  if (!several) return;
  byId("overview").hidden = false;
  byId("overview").open = wide.matches;
  byId("overview").addEventListener("toggle", () => drawCharts(rows));
  window.addEventListener("resize", () => drawCharts(rows));
}

function drawCharts(indices) {
  const key = `${indices.join()}|${byId("timeline").clientWidth}`;
  if (!several || !byId("overview").open || key === charted) return;
  charted = key;
  drawTimeline(byId("timeline"), indices);
  drawNumbers(byId("compare"), indices);
}

/** Put a caption and a drawing, or words where there is nothing to draw, into a figure. */
function fillFigure(figure, caption, drawing) {
  figure.replaceChildren(
    make("figcaption", {}, ...caption),
    drawing ?? make("p", { class: "nothing" }, "Nothing to draw among these claims."),
  );
}

const canvas = (figure, height, label) => {
  const width = Math.max(figure.clientWidth, 280);
  return [draw("svg", { viewBox: `0 0 ${width} ${height}`, width, height, role: "group", "aria-label": label }), width];
};
