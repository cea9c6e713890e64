// What is drawn where: the events of a spot apart, as long as there is room for
// them, or as one disc; and spots that lie over each other as one.

const coarseFrom = precisionNames.indexOf('adm2');

// Up to so many events on one spot are spread around it. Far out there is less
// room.
function mostSpread(zoom) {
  return zoom < 6 ? 3 : zoom < 8 ? 8 : 24;
}

const crowd = 350; // places in view from which each is one small disc
const mostPlaces = 1500; // more are joined where they share a cell of a grid
const cellSize = 9; // pixels
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

// sizing is what the size of a dot is of: the dead, or events where nobody has
// counted dead. Its scale is chosen once, so that sizes can be compared whatever
// days are chosen: the largest spot is near the most, and no dot all but a point.
const sizing = { of: 'killed', perRoot: 0, least: 0, most: 0 };
const smallestScale = 0.25; // pixels for each root: a hundred dead are still two pixels more

function measure(event) {
  return sizing.of === 'killed' ? Math.max(0, killedOf[event]) : 1;
}

function chooseSizing(of) {
  sizing.of = of;
  let most = 1;
  for (let s = 0; s < settings.spots; s++) {
    let sum = 0;
    for (let n = spotStart[s]; n < spotStart[s + 1]; n++) sum += measure(spotEvents[n]);
    most = Math.max(most, sum);
  }
  const r = settings.radius;
  sizing.least = r.least;
  sizing.most = r.most + 8;
  sizing.perRoot = Math.max(smallestScale, Math.min(r.perRoot, (sizing.most - r.least) / Math.sqrt(most)));
}

function anyKilled() {
  return killedOf.some(n => n > 0);
}

// dotRadius makes the area of a dot grow with its measure, from a least that can
// be seen to a most that leaves room for others.
function dotRadius(measured) {
  return Math.min(sizing.most, sizing.least + sizing.perRoot * Math.sqrt(measured));
}

// A view is a part of the world on the screen: {scale, x, y, width, height, zoom},
// where scale is pixels for each pixel at zoom 0, and x and y its corner.

// placesIn returns the places of a view that have events shown, and of a little
// beyond its edge: {x, y, n, measure, spots}.
function placesIn(view) {
  const margin = 60, places = [];
  for (let s = 0; s < settings.spots; s++) {
    const x = spotX[s] * view.scale - view.x, y = spotY[s] * view.scale - view.y;
    if (x < -margin || y < -margin || x > view.width + margin || y > view.height + margin) continue;
    let n = 0, sum = 0;
    for (let at = spotStart[s]; at < spotStart[s + 1]; at++) {
      const i = spotEvents[at];
      if (!shown[i]) continue;
      n++;
      sum += measure(i);
    }
    if (n) places.push({ x, y, n, measure: sum, spots: [s] });
  }
  return places.length > mostPlaces ? joined(places, view) : places;
}

// joined joins places by a grid that stays with the ground when the map moves.
function joined(places, view) {
  const cells = new Map(), row = 1 << 20;
  for (const p of places) {
    const key = Math.floor((p.y + view.y) / cellSize) * row + Math.floor((p.x + view.x) / cellSize);
    const into = cells.get(key);
    if (!into) {
      cells.set(key, p);
      continue;
    }
    const n = into.n + p.n;
    into.x = (into.x * into.n + p.x * p.n) / n;
    into.y = (into.y * into.n + p.y * p.n) / n;
    into.n = n;
    into.measure += p.measure;
    into.spots.push(p.spots[0]);
  }
  return [...cells.values()];
}

// eventsOf returns the events of a place that are shown.
function eventsOf(place) {
  const events = [];
  for (const s of place.spots) {
    for (let at = spotStart[s]; at < spotStart[s + 1]; at++) if (shown[spotEvents[at]]) events.push(spotEvents[at]);
  }
  return place.spots.length > 1 ? events.sort((a, b) => a - b) : events;
}

// layOut returns what is drawn for the places: dots {x, y, r, event} and discs
// {x, y, r, place}. The largest come first, so that no dot hides a smaller one
// wholly; and each place knows how far it reaches.
function layOut(places, zoom) {
  const drawn = [], crowded = places.length > crowd, most = crowded ? 1 : mostSpread(zoom);
  sizing.least = settings.radius.least - (crowded ? Math.min(2, places.length / 700) : 0);
  for (const p of places) {
    if (p.n <= most) {
      p.reach = spread(drawn, p, eventsOf(p));
      continue;
    }
    p.reach = dotRadius(p.measure);
    if (!crowded) p.reach = Math.max(p.reach, 9 + Math.min(8, 1.6 * Math.sqrt(p.n))); // has its number in it
    drawn.push({ x: p.x, y: p.y, r: p.reach, place: p });
  }
  return drawn.sort((a, b) => b.r - a.r);
}

// spread lays events around their spot like the seeds of a sunflower, the
// largest in the middle, and returns how far they reach.
function spread(drawn, place, events) {
  const bySize = events.map(event => ({ event, r: dotRadius(measure(event)) })).sort((a, b) => b.r - a.r || a.event - b.event);
  let reach = 0, rim = bySize[0].r;
  bySize.forEach(({ event, r }, n) => {
    const distance = n === 0 ? 0 : Math.max(reach * 0.75, r + bySize[0].r * 0.6 + 2.6 * Math.sqrt(n));
    reach = Math.max(reach, distance);
    rim = Math.max(rim, distance + r);
    const angle = n * goldenAngle;
    drawn.push({ x: place.x + distance * Math.cos(angle), y: place.y + distance * Math.sin(angle), r, event });
  });
  return rim;
}

const counts = new Uint32Array(classes.length); // of typesOf, which is asked a thousand times a frame

// typesOf counts the events of a place by type, until it is next called, and says
// which type is the most frequent and whether all places are known coarsely.
function typesOf(place) {
  let coarse = 0, most = 0;
  counts.fill(0);
  for (const s of place.spots) {
    for (let at = spotStart[s]; at < spotStart[s + 1]; at++) {
      const i = spotEvents[at];
      if (!shown[i]) continue;
      if (++counts[typeOf[i]] > counts[most]) most = typeOf[i];
      if (precisionOf[i] >= coarseFrom) coarse++;
    }
  }
  return { counts, most, coarse: coarse === place.n };
}

// nameOf is the name of a place that is one spot, and not the middle of an area.
function nameOf(place) {
  const name = place.spots.length === 1 ? spotNames[place.spots[0]] : '';
  return name.length > 30 ? name.slice(0, 29) + '…' : name;
}
