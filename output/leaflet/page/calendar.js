// Days, and the stretches of them that a bar of a histogram stands for.

const millisPerDay = 86400000;

// A day is a number of days since 1970-01-01, without hours and zones.
function civil(day) {
  const d = new Date(day * millisPerDay);
  return { year: d.getUTCFullYear(), month: d.getUTCMonth(), day: d.getUTCDate() };
}

function dayOf(year, month, day) {
  const d = new Date(0);
  d.setUTCFullYear(year, month, day); // Date.UTC takes the year 14 for 1914
  return Math.round(d.getTime() / millisPerDay);
}

function isoDay(day) {
  const c = civil(day);
  return [String(c.year).padStart(4, '0'), String(c.month + 1).padStart(2, '0'), String(c.day).padStart(2, '0')].join('-');
}

function parseDay(iso) {
  const m = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso);
  return m ? dayOf(+m[1], +m[2] - 1, +m[3]) : null;
}

// dayOfTime returns the day of a time like "2031-03-08T00:00:00".
function dayOfTime(time) {
  return time ? parseDay(time.slice(0, 10)) : null;
}

// edgesFor cuts days into stretches of one calendar unit, at most so many, and
// returns the first day of each and the day after the last.
function edgesFor(first, last, most) {
  const days = last - first + 1, c = civil(first);
  for (const step of [1, 2, 7, 14]) {
    if (days / step <= most) return stepped(last, n => first + n * step);
  }
  for (const step of [1, 3, 6, 12, 60, 120, 600, 1200, 6000, 12000]) {
    if (days / 30.4 / step > most) continue;
    const month0 = Math.floor((c.year * 12 + c.month) / step) * step;
    return stepped(last, n => dayOf(0, month0 + n * step, 1));
  }
  return [first, last + 1];
}

function stepped(last, edge) {
  const edges = [edge(0)];
  for (let n = 1; edges[edges.length - 1] <= last; n++) edges.push(edge(n));
  return edges;
}

// stretchOf returns the stretch that a day lies in.
function stretchOf(edges, day) {
  let low = 0, high = edges.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edges[middle] <= day) low = middle; else high = middle;
  }
  return low;
}
