// The outlines of districts and provinces, for events that are known no finer.

const areas = json('areas'); // polygons of rings in thousandths of a degree, see areas.go
const areaShapes = new Array(areas.length); // as outlines, once they are drawn

function areaShape(area) {
  if (!areaShapes[area]) areaShapes[area] = outlineOf(areas[area].flat().map(decodedRing), 0, 0);
  return areaShapes[area];
}

function decodedRing(ring) {
  const line = [];
  let lon = 0, lat = 0;
  for (let i = 0; i < ring.length; i += 2) {
    lon += ring[i];
    lat += ring[i + 1];
    line.push((lon / 1000 + 180) / 360 * 256, mercator(lat / 1000));
  }
  return line;
}

// shownAreas returns the districts and provinces with events shown, and how many
// events of each type they have. A country would colour the whole map; it is
// drawn for an event that is chosen.
const coarsestShown = precisionNames.indexOf('adm1');

function shownAreas(events) {
  const found = new Map(); // area: {area, total, counts}
  if (!areas.length) return [];
  for (const i of events) {
    if (areaOf[i] < 0 || precisionOf[i] > coarsestShown) continue;
    let a = found.get(areaOf[i]);
    if (!a) found.set(areaOf[i], a = { area: areaOf[i], total: 0, counts: new Uint32Array(classes.length) });
    a.total++;
    a.counts[typeOf[i]]++;
  }
  return [...found.values()].sort((a, b) => a.area - b.area);
}

// areaAt returns the area drawn last at a point, in pixels at zoom 0, or null.
function areaAt(drawn, c, x, y) {
  c.save();
  c.resetTransform();
  const found = drawn.findLast(a => {
    const s = areaShape(a.area);
    return x >= s.west && x <= s.east && y >= s.north && y <= s.south && c.isPointInPath(s.path, x, y, 'evenodd');
  });
  c.restore();
  return found || null;
}
