// What is drawn where: the events of a spot apart, as long as there is room for
// them, or as one disc; and spots that lie over each other as one.

const coarseFrom = precisionNames.indexOf('adm2');

// Up to so many events on one spot are spread around it. Far out there is less
// room.
function mostSpread(zoom) {
  return zoom < 6 ? 3 : zoom < 8 ? 8 : 24;
}

const fewestSpread = 3; // where there is hardly any room
const fewestCrowd = 40; // places: fewer can be looked at one by one
const mostPlaces = 1500; // drawn each for itself
const goldenAngle = Math.PI * (3 - Math.sqrt(5));

// sizing is what the size of a dot is of: the dead, or events where nobody has
// counted dead; and the scale of what is now on the map. A scale is of all events,
// so that sizes can be compared whatever days are chosen: the largest disc is near
// the most, and no dot all but a point.
const sizing = { of: 'killed', scale: null, ofSpots: null, ofGroups: new Map() };
const smallestScale = 0.25; // pixels for each root: a hundred dead are still two pixels more
const mostOfGroup = 22; // pixels of radius: groups lie near each other

function measure(event) {
  return sizing.of === 'killed' ? Math.max(0, killedOf[event]) : 1;
}

function chooseSizing(of) {
  sizing.of = of;
  sizing.scale = sizing.ofSpots = scaleFor(eachSpot(), settings.radius.most + 8);
  sizing.ofGroups.clear();
}

// scaleFor returns the scale by which the largest of some places is near the most.
function scaleFor(places, most) {
  let largest = 1;
  for (const p of places) {
    let sum = 0;
    for (const s of p.spots) for (let at = spotStart[s]; at < spotStart[s + 1]; at++) sum += measure(spotEvents[at]);
    largest = Math.max(largest, sum);
  }
  const { least, perRoot } = settings.radius;
  return { least, most, perRoot: Math.max(smallestScale, Math.min(perRoot, (most - least) / Math.sqrt(largest))) };
}

// scaleOf returns the scale of groups, which is another at each zoom.
function scaleOf(groups) {
  if (!sizing.ofGroups.has(groups)) sizing.ofGroups.set(groups, scaleFor(groups, mostOfGroup));
  return sizing.ofGroups.get(groups);
}

function anyKilled() {
  return killedOf.some(n => n > 0);
}

// dotRadius makes the area of a dot grow with its measure, from a least that can
// be seen to a most that leaves room for others.
function dotRadius(measured) {
  const { least, perRoot, most } = sizing.scale;
  return Math.min(most, least + perRoot * Math.sqrt(measured));
}

// discRadius leaves room for the number in a disc.
function discRadius(place) {
  return Math.max(dotRadius(place.measure), 6.5 + 1.8 * shortNumber(place.n).length);
}

// A view is a part of the world on the screen: {scale, x, y, width, height, zoom},
// where scale is pixels for each pixel at zoom 0, and x and y its corner.

// placesIn returns the places of a view that have events shown, and of a little
// beyond its edge: {x, y, n, measure, spots}, and main, the spot with most events of
// them, which has mainN; and up to how many events of one are drawn each for itself.
// Where spots with their events around them would hide one another, they are rings,
// and where these would, groups.
function placesIn(view) {
  sizing.scale = sizing.ofSpots;
  const spots = shownIn(view, eachSpot());
  for (const most of new Set([mostSpread(view.zoom), fewestSpread])) {
    if (!crowded(spots, view, most)) return { places: spots, most };
  }
  const groups = grouping(view.zoom);
  sizing.scale = scaleOf(groups);
  return { places: shownIn(view, groups), most: fewestSpread };
}

let apart = null; // every spot as a place of its own

function eachSpot() {
  apart ??= Array.from(spotX, (x, s) => ({ x, y: spotY[s], spots: [s] }));
  return apart;
}

function shownIn(view, places) {
  const margin = 60, there = [];
  for (const p of places) {
    const x = p.x * view.scale - view.x, y = p.y * view.scale - view.y;
    if (x < -margin || y < -margin || x > view.width + margin || y > view.height + margin) continue;
    const place = { x, y, n: 0, measure: 0, spots: [], main: -1, mainN: 0 };
    for (const s of p.spots) addSpot(place, s);
    if (place.n) there.push(place);
  }
  return there;
}

function addSpot(place, s) {
  const before = place.n;
  for (let at = spotStart[s]; at < spotStart[s + 1]; at++) {
    const i = spotEvents[at];
    if (!shown[i]) continue;
    place.n++;
    place.measure += measure(i);
  }
  const n = place.n - before;
  if (n) place.spots.push(s);
  if (n > place.mainN) [place.main, place.mainN] = [s, n];
}

// crowded reports whether places with up to so many events around each would hide one
// another: if they cover no more of the map than half of what they would apart. Of what
// need not be spread a quarter is enough.
function crowded(places, view, most) {
  if (places.length < fewestCrowd) return false;
  if (places.length > mostPlaces) return true;
  const cell = 4, columns = Math.ceil(view.width / cell), rows = Math.ceil(view.height / cell), covered = new Uint8Array(columns * rows);
  let all = 0, seen = 0;
  for (const p of places) {
    const r = p.n > most ? discRadius(p) : p.n > 1 ? spreadRadius(p) : dotRadius(p.measure);
    for (let row = Math.max(0, Math.ceil((p.y - r) / cell)); row < rows && row * cell <= p.y + r; row++) {
      const half = Math.sqrt(Math.max(0, r * r - (row * cell - p.y) ** 2));
      for (let column = Math.max(0, Math.ceil((p.x - half) / cell)); column < columns && column * cell <= p.x + half; column++) {
        all++;
        if (!covered[row * columns + column]) seen++;
        covered[row * columns + column] = 1;
      }
    }
  }
  return seen < all * (most > fewestSpread ? 0.75 : 0.5);
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
function layOut(places, most) {
  const drawn = [];
  for (const p of places) {
    if (p.n <= most && p.spots.length === 1) {
      p.reach = spread(drawn, p, eventsOf(p));
      continue;
    }
    p.reach = discRadius(p);
    drawn.push({ x: p.x, y: p.y, r: p.reach, place: p });
  }
  return drawn.sort((a, b) => b.r - a.r);
}

// spreadRadius is about how far the events around a spot will reach.
function spreadRadius(place) {
  return 2 * dotRadius(place.measure / place.n) + 4 * Math.sqrt(place.n);
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

// nameOf is the name of a place, unless it is the middle of an area. A group is
// called by the spot that has more than half of its events, if there is one.
function nameOf(place) {
  const name = 2 * place.mainN > place.n ? spotNames[place.main] : '';
  return name.length > 30 ? name.slice(0, 29) + '…' : name;
}
