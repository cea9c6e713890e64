// Where spots would lie over each other, they are drawn as one disc: a group.
// Groups are made of all spots, shown or not, so that no disc moves or changes
// its neighbours while days and filters do, or the map is moved.

const groupReach = 34; // pixels from the spot with most events to the last that its group takes in
const groupings = new Map(); // by zoom, made when it is first seen
let spotsByEvents = null;

// grouping returns the groups at a zoom: {x, y, spots}, in pixels at zoom 0.
function grouping(zoom) {
  const step = Math.round(zoom * 2) / 2; // in between there is only a movement
  if (!groupings.has(step)) groupings.set(step, makeGroups(groupReach / Math.pow(2, step)));
  return groupings.get(step);
}

function eventsAt(spot) { return spotStart[spot + 1] - spotStart[spot]; }

// makeGroups has the spot with most events take in all that are within reach, then
// the next that is left.
function makeGroups(reach) {
  spotsByEvents ??= Int32Array.from(spotX.keys()).sort((a, b) => eventsAt(b) - eventsAt(a) || a - b);
  const cells = new Map(), cellOf = (x, y) => Math.floor(y / reach) * (1 << 20) + Math.floor(x / reach);
  for (const s of spotsByEvents) {
    const key = cellOf(spotX[s], spotY[s]), there = cells.get(key);
    if (there) there.push(s); else cells.set(key, [s]);
  }
  const free = new Uint8Array(settings.spots).fill(1), groups = [];
  for (const s of spotsByEvents) {
    if (!free[s]) continue;
    const group = { x: 0, y: 0, spots: [] };
    for (const dy of [-reach, 0, reach]) for (const dx of [-reach, 0, reach]) {
      for (const t of cells.get(cellOf(spotX[s] + dx, spotY[s] + dy)) || []) {
        if (!free[t] || Math.hypot(spotX[t] - spotX[s], spotY[t] - spotY[s]) > reach) continue;
        free[t] = 0;
        group.spots.push(t);
      }
    }
    groups.push(centred(group));
  }
  return groups;
}

// centred puts a group where most of its events are.
function centred(group) {
  let n = 0;
  for (const s of group.spots) {
    n += eventsAt(s);
    group.x += spotX[s] * eventsAt(s);
    group.y += spotY[s] * eventsAt(s);
  }
  group.x /= n;
  group.y /= n;
  return group;
}
