// Which numbers: a line for each claimant, a dot for each number in one unit, a bar for a range.

const CLAIMANTS = 8; // lines at most
let comparedUnit = "";

function drawNumbers(figure, indices) {
  const all = indices
    .flatMap((index) =>
      (data.claims[index].numbers ?? [])
        .filter((number) => amountOf(number) !== undefined)
        .map((number) => ({ index, number, who: data.claims[index].who })),
    )
    .filter(({ who }) => who);
  const measured = (counts) =>
    counted(all.filter(({ number }) => Boolean(number.counts) === counts).map(({ number }) => number.unit))
      .filter(([, count]) => count > 1)
      .map(([unit]) => unit);
  const units = [...measured(false), ...measured(true)];
  const unit = [field("unit").value, comparedUnit, units[0]].find(
    (each) => each && all.some(({ number }) => number.unit === each),
  );
  if (!unit) return fillFigure(figure, ["Numbers by claimant"], null);
  const choice = make(
    "select",
    {
      onchange: () => {
        comparedUnit = choice.value;
        field("unit").value = "";
        charted = null;
        filter();
        byId("compare").querySelector("select")?.focus();
      },
    },
    ...[...new Set([unit, ...units])].slice(0, 60).map((each) => option(each, each)),
  );
  choice.value = unit;
  const inUnit = all.filter(({ number }) => number.unit === unit);
  const lines = counted(inUnit.map(({ who }) => who)).map(([who]) => [who, inUnit.filter((each) => each.who === who)]);
  const left = lines.length - CLAIMANTS;
  const caption = [
    make("label", {}, "Numbers by claimant, in ", choice),
    left > 0 && make("span", { class: "via" }, `${plural(left, "claimant")} with fewer not drawn`),
  ];
  return fillFigure(figure, caption, numbersOf(figure, lines.slice(0, CLAIMANTS), unit));
}

function numbersOf(figure, lines, unit) {
  const height = 30 + lines.length * 16;
  const [svg, width] = canvas(
    figure,
    height,
    `Numbers in ${unit} by claimant. Arrow keys move, Enter opens the claim of a dot.`,
  );
  const [left, right] = [Math.min(width * 0.4, 200), width - 16];
  const signs = Math.floor((left - 14) / 7.5); // of a name that fit
  const at = scaleOf(
    lines.flatMap(([, items]) =>
      items.flatMap(({ number }) => [number.low, number.value, number.high].filter((end) => end !== undefined)),
    ),
    left,
    right,
  );
  for (const tick of at.ticks) {
    svg.append(
      draw("line", { class: "grid", x1: at(tick), x2: at(tick), y1: 4, y2: height - 22 }),
      draw("text", { class: "tick", x: at(tick), y: height - 7, "text-anchor": "middle" }, short(tick)),
    );
  }
  const dots = lines.flatMap(([who, items], line) => {
    const y = 12 + line * 16;
    svg.append(
      draw(
        "text",
        { class: "line", x: left - 14, y: y + 4, "text-anchor": "end" },
        who.length > signs ? `${who.slice(0, signs - 1)}…` : who,
      ),
    );
    return items.map(({ index, number }) =>
      pressable(dotOf(number, at, y), `${who}: ${number.reading}`, () => openClaim(index, { focus: true })),
    );
  });
  svg.append(...dots);
  rove(svg, dots);
  return svg;
}

function dotOf(number, at, y) {
  if (number.value !== undefined || number.low === undefined || number.high === undefined)
    return draw("circle", { class: "dot", cx: at(amountOf(number)), cy: y, r: 5 });
  const [from, to] = [at(number.low), at(number.high)];
  return draw("rect", { class: "dot", x: from - 3, y: y - 4, width: Math.max(to - from, 0) + 6, height: 8, rx: 4 });
}

/** From a value to its place, with the ticks to label: by powers of ten where the values span more than three of them. */
function scaleOf(values, left, right) {
  const [low, high] = [Math.min(...values), Math.max(...values)];
  const logarithmic = low > 0 && high / low > 1000;
  const [from, to] = logarithmic
    ? [Math.floor(Math.log10(low)), Math.ceil(Math.log10(high))]
    : [Math.min(low, 0), Math.max(high, 0) || 1];
  const scale = (value) => left + (((logarithmic ? Math.log10(value) : value) - from) / (to - from)) * (right - left);
  const room = Math.max(2, Math.floor((right - left) / 70));
  if (logarithmic) {
    const every = Math.ceil((to - from) / room);
    scale.ticks = Array.from({ length: Math.floor((to - from) / every) + 1 }, (_, at) => 10 ** (from + at * every));
  } else {
    const step = roundStep((to - from) / room);
    scale.ticks = Array.from(
      { length: Math.floor(to / step) - Math.ceil(from / step) + 1 },
      (_, at) => (Math.ceil(from / step) + at) * step,
    );
  }
  return scale;
}

/** The next of 1, 2, 5, 10, 20, … */
function roundStep(least) {
  const power = 10 ** Math.floor(Math.log10(least));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= least) ?? power * 10;
}

const short = (value) => value.toLocaleString("en", { notation: "compact", maximumSignificantDigits: 3 });
