// When: one bar for each day, week, month, year or decade.

const DAY = 86_400_000;
const BARS = 60; // at most
const [EARLIEST, LATEST] = ["0100", "9900"]; // years that a Date can count from
const UNITS = [
  ["day", (day) => day, (day) => addDays(day, 1)],
  ["week", (day) => addDays(day, -((new Date(day).getUTCDay() + 6) % 7)), (day) => addDays(day, 7)],
  ["month", (day) => `${day.slice(0, 7)}-01`, (day) => addMonths(day, 1)],
  ["year", (day) => `${day.slice(0, 4)}-01-01`, (day) => addMonths(day, 12)],
  ["decade", (day) => `${day.slice(0, 3)}0-01-01`, (day) => addMonths(day, 120)],
];

const isoOf = (time) => new Date(time).toISOString().slice(0, 10);
const addDays = (day, count) => isoOf(Date.parse(day) + count * DAY);
const addMonths = (day, count) => isoOf(Date.UTC(Number(day.slice(0, 4)), Number(day.slice(5, 7)) - 1 + count, 1));

function drawTimeline(figure, indices) {
  const dated = indices.flatMap((index) =>
    (data.claims[index].dates ?? [])
      .filter((date) => date.begin || date.end)
      .map((date) => ({ index, begin: date.begin ?? date.end, end: date.end ?? date.begin }))
      .filter(({ begin, end }) => begin > EARLIEST && end < LATEST),
  );
  if (!dated.length) return fillFigure(figure, ["Dates the claims speak of"], null);
  const { unit, bins, early, late } = binsOf(dated);
  for (const { index, begin, end } of dated) {
    for (const bin of bins) {
      if (begin >= bin.end || end < bin.begin) continue;
      (begin >= bin.begin && end < bin.end ? bin.within : bin.across).add(index);
    }
  }
  for (const bin of bins) for (const index of bin.within) bin.across.delete(index);
  const out = [early && `${early} earlier`, late && `${late} later`].filter(Boolean).join(" and ");
  const caption = [
    `Dates the claims speak of, by ${unit} `,
    make("span", { class: "key within" }, unit === "day" ? "that day" : `inside the ${unit}`),
    make("span", { class: "key across" }, "part of a longer time"),
    out && make("span", { class: "via" }, `${out} not drawn`),
  ];
  return fillFigure(figure, caption, timelineOf(figure, bins, unit));
}

/** Bars over the time that nine in ten dates lie in, so that a lone date long ago does not flatten all others. */
function binsOf(dated) {
  const begins = dated.map((date) => date.begin).sort();
  const first = begins[Math.floor(begins.length * 0.05)];
  const last = begins[Math.ceil(begins.length * 0.95) - 1];
  const cutInto = ([, floor, next]) => {
    const bins = [];
    for (let day = floor(first); day <= last && bins.length <= BARS; day = next(day))
      bins.push({ begin: day, end: next(day), within: new Set(), across: new Set() });
    return bins;
  };
  const found = UNITS.map((unit) => [unit[0], cutInto(unit)]).find(([, bins]) => bins.length <= BARS) ?? [
    "decade",
    cutInto(UNITS[4]),
  ];
  const [unit, bins] = found;
  return {
    unit,
    bins,
    early: begins.filter((begin) => begin < bins[0].begin).length,
    late: begins.filter((begin) => begin >= bins.at(-1).end).length,
  };
}

function timelineOf(figure, bins, unit) {
  const [height, bottom, top, left] = [162, 24, 14, 30];
  const [svg, width] = canvas(figure, height, "Timeline. Arrow keys move, Enter shows the claims of a bar.");
  const most = Math.max(...bins.map((bin) => bin.within.size + bin.across.size), 1);
  const step = (width - left) / bins.length;
  const scale = (count) => (count / most) * (height - bottom - top);
  svg.append(
    draw("text", { class: "tick", x: left - 6, y: top + 4, "text-anchor": "end" }, String(most)),
    draw("line", { class: "axis", x1: left, x2: width, y1: height - bottom, y2: height - bottom }),
  );
  const every = Math.ceil(64 / step); // a label needs its room
  const bars = bins.map((bin, at) => {
    const x = left + at * step;
    const [low, high] = [scale(bin.within.size), scale(bin.within.size + bin.across.size)];
    if (at % every === 0) svg.append(draw("text", { class: "tick", x, y: height - 8 }, labelOf(bin.begin, unit)));
    const bar = draw(
      "g",
      { class: "bar" },
      draw("rect", { class: "reach", x, y: 0, width: step, height: height - bottom }),
      draw("rect", {
        class: "across",
        x: x + step * 0.1,
        width: step * 0.8,
        y: height - bottom - high,
        height: high - low,
      }),
      draw("rect", { class: "within", x: x + step * 0.1, width: step * 0.8, y: height - bottom - low, height: low }),
    );
    const total = bin.within.size + bin.across.size;
    return pressable(bar, `${labelOf(bin.begin, unit)}: ${plural(total, "claim")}`, () =>
      setDates(bin.begin, addDays(bin.end, -1)),
    );
  });
  svg.append(...bars);
  rove(svg, bars);
  return svg;
}

function labelOf(day, unit) {
  if (unit === "decade") return `${day.slice(0, 4)}s`;
  if (unit === "year") return day.slice(0, 4);
  const parts =
    unit === "month" ? { month: "short", year: "numeric" } : { day: "numeric", month: "short", year: "2-digit" };
  return new Date(day).toLocaleDateString("en-GB", { ...parts, timeZone: "UTC" });
}

function setDates(from, to) {
  field("from").value = from;
  field("to").value = to;
  field("basis").value = "spoken";
  filter();
  byId("count").scrollIntoView({ block: "nearest" });
}
