// The time bar: a histogram of the events that the other filters leave, with a
// window of days to choose in it.

const timeline = { edges: [], first: 0, last: 0, counts: null };

// readTime cuts the whole time into bins of a calendar unit: so many that each
// bar has a few pixels, and no more than a few events can fill.
function readTime(width) {
  let first = Infinity, last = -Infinity;
  for (let i = 0; i < size; i++) {
    if (firstDay[i] === noDay) continue;
    first = Math.min(first, firstDay[i]);
    last = Math.max(last, lastDay[i]);
  }
  if (first > last) return false;
  timeline.edges = edgesFor(first, last, Math.max(12, Math.min(Math.floor(width / 6), Math.max(40, size * 0.75))));
  timeline.first = timeline.edges[0];
  timeline.last = timeline.edges[timeline.edges.length - 1] - 1;
  return true;
}

function countBins() {
  const bins = timeline.edges.length - 1, kinds = classes.length;
  timeline.counts = new Uint32Array(bins * kinds);
  for (let i = 0; i < size; i++) {
    if (matching[i] && firstDay[i] !== noDay) timeline.counts[stretchOf(timeline.edges, firstDay[i]) * kinds + typeOf[i]]++;
  }
}

function drawHistogram(canvas) {
  const w = canvas.clientWidth, h = canvas.clientHeight, c = sharp(canvas);
  const axis = 17, bins = timeline.edges.length - 1, kinds = classes.length;
  let most = 1, tallest = -1;
  for (let b = 0; b < bins; b++) if (binTotal(b) > (tallest < 0 ? 0 : most)) [most, tallest] = [binTotal(b), b];
  for (let b = 0; b < bins; b++) {
    const x = dayToX(timeline.edges[b], w), next = dayToX(timeline.edges[b + 1], w);
    const chosen = filters.from === null || (timeline.edges[b] <= filters.to && timeline.edges[b + 1] - 1 >= filters.from);
    let y = h - axis;
    for (let k = 0; k < kinds; k++) {
      const n = timeline.counts[b * kinds + k];
      if (!n) continue;
      const height = n / most * (h - axis - headroom);
      c.globalAlpha = chosen ? 1 : 0.28;
      c.fillStyle = colours.classes[k];
      c.fillRect(x, y - height, Math.max(1, next - x - (next - x > 4 ? 1 : 0)), height);
      y -= height;
    }
  }
  c.globalAlpha = 1;
  if (tallest >= 0) drawMost(c, w, most, tallest);
  drawAxis(c, w, h, axis);
}

// drawMost writes above the tallest bar how many events it has.
function drawMost(c, w, most, bin) {
  const text = numbers.format(most);
  c.font = '11px ' + colours.font;
  c.fillStyle = colours.muted;
  c.textBaseline = 'top';
  c.textAlign = 'left';
  const wide = c.measureText(text).width, middle = (dayToX(timeline.edges[bin], w) + dayToX(timeline.edges[bin + 1], w)) / 2;
  c.fillText(text, Math.max(0, Math.min(w - wide, middle - wide / 2)), 1);
}

// barWords says which days the bar at a point stands for, and its events.
function barWords(x, width) {
  const day = Math.max(timeline.first, Math.min(timeline.last, xToDay(x, width))), bin = stretchOf(timeline.edges, day);
  return spanWords(timeline.edges[bin], timeline.edges[bin + 1] - 1) + ': ' + countWords(binTotal(bin), 'event', 'events');
}

const headroom = 15; // pixels above the bars, for a number

function binTotal(bin) {
  const kinds = classes.length;
  let sum = 0;
  for (let k = 0; k < kinds; k++) sum += timeline.counts[bin * kinds + k];
  return sum;
}

function dayToX(day, width) {
  return (day - timeline.first) / (timeline.last + 1 - timeline.first) * width;
}

function xToDay(x, width) {
  return Math.round(timeline.first + x / width * (timeline.last + 1 - timeline.first));
}

function drawAxis(c, w, h, axis) {
  c.fillStyle = colours.line;
  c.fillRect(0, h - axis, w, 1);
  c.font = '11px ' + colours.font;
  c.textBaseline = 'bottom';
  let free = -1;
  for (const tick of ticks(w)) {
    const x = dayToX(tick.day, w), width = c.measureText(tick.text).width;
    if (x < free || x + width > w) continue;
    c.fillStyle = colours.line;
    c.fillRect(x, h - axis, 1, 5);
    c.fillStyle = colours.muted;
    c.textAlign = 'left';
    c.fillText(tick.text, x + 3, h);
    free = x + width + 14;
  }
}

function ticks(width) {
  const days = timeline.last + 1 - timeline.first, room = Math.max(3, width / 64);
  const c = civil(timeline.first), list = [];
  for (const step of [1, 2, 7, 14]) {
    if (days / step > room) continue;
    for (let d = timeline.first; d <= timeline.last; d += step) {
      const t = civil(d);
      list.push({ day: d, text: t.day + ' ' + monthNames[t.month].slice(0, 3) + (list.length === 0 || t.month === 0 && t.day <= step ? ' ' + t.year : '') });
    }
    return list;
  }
  for (const step of [1, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000, 12000, 24000]) {
    if (days / 30.4 / step > room) continue;
    for (let m = Math.ceil((c.year * 12 + c.month) / step) * step; dayOf(0, m, 1) <= timeline.last; m += step) {
      const t = civil(dayOf(0, m, 1));
      if (dayOf(0, m, 1) < timeline.first) continue;
      list.push({ day: dayOf(0, m, 1), text: step >= 12 ? String(t.year) : monthNames[t.month].slice(0, 3) + (t.month === 0 || list.length === 0 ? ' ' + t.year : '') });
    }
    return list;
  }
  return list;
}
