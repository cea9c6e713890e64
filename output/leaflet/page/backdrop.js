// Land, borders and the names of countries, from Natural Earth.

const world = block('world');
const countryNames = []; // {name, x, y, width} in pixels at zoom 0

function readCountryNames() {
  for (const country of topojson.feature(world, world.objects.countries).features) {
    const ring = largestRing(country.geometry);
    if (ring) countryNames.push(nameAt(country.properties.name, ring));
  }
}

// largestRing returns the outline of a country's largest part on the map.
function largestRing(geometry) {
  if (!geometry) return null;
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
  let best = null, most = 0;
  for (const polygon of polygons) {
    const ring = unrolled(polygon[0]), area = Math.abs(moments(ring).area);
    if (area > most) [best, most] = [ring, area];
  }
  return best && best.map(p => [(p[0] + 180) / 360 * 256, mercator(p[1])]);
}

// mercator returns how many pixels a latitude lies below the top at zoom 0.
function mercator(lat) {
  const sin = Math.sin(Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI / 180);
  return 128 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI) * 256;
}

function moments(ring) {
  let area = 0, x = 0, y = 0;
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1], [bx, by] = ring[i], cross = ax * by - bx * ay;
    area += cross / 2;
    x += (ax + bx) * cross / 6;
    y += (ay + by) * cross / 6;
  }
  return { area, x: x / area, y: y / area };
}

// nameAt puts a name in the middle of its country, with the country's width
// there as its room.
function nameAt(name, ring) {
  const m = moments(ring);
  const crossings = [];
  for (let i = 1; i < ring.length; i++) {
    const [ax, ay] = ring[i - 1], [bx, by] = ring[i];
    if ((ay > m.y) !== (by > m.y)) crossings.push(ax + (bx - ax) * (m.y - ay) / (by - ay));
  }
  crossings.sort((a, b) => a - b);
  let at = m.x, width = 0;
  for (let i = 1; i < crossings.length; i += 2) {
    const w = crossings[i] - crossings[i - 1];
    if (w > width) [at, width] = [(crossings[i] + crossings[i - 1]) / 2, w];
  }
  return { name, x: at > 256 ? at - 256 : at, y: m.y, width };
}

// unrolled returns a line that jumps from one edge of the map to the other as
// one that goes on beyond the edge.
function unrolled(line) {
  let turns = 0;
  return line.map((p, i) => {
    if (i > 0 && p[0] - line[i - 1][0] > 180) turns--;
    if (i > 0 && p[0] - line[i - 1][0] < -180) turns++;
    return [p[0] + 360 * turns, p[1]];
  });
}

// landParts returns the land as polygons for Leaflet. One that goes beyond an
// edge of the map is there a second time, a world away, so that both edges have
// their part; one around a pole is closed along the map's edge.
function landParts() {
  const parts = [];
  for (const feature of topojson.feature(world, world.objects.land).features) {
    for (const polygon of feature.geometry.coordinates) {
      const rings = polygon.map(unrolled);
      const outer = rings[0], last = outer[outer.length - 1];
      if (Math.abs(last[0] - outer[0][0]) > 180) {
        const pole = last[1] < 0 ? -89 : 89;
        outer.push([last[0], pole], [outer[0][0], pole]);
      }
      const lons = outer.map(p => p[0]), low = Math.min(...lons), high = Math.max(...lons);
      for (const shift of [0, ...(high > 180 ? [-360] : []), ...(low < -180 ? [360] : [])]) {
        parts.push(rings.map(r => r.map(p => [p[1], p[0] + shift])));
      }
    }
  }
  return parts;
}

// borderLines returns the borders between countries, cut at the map's edges.
function borderLines() {
  const lines = [];
  for (const line of topojson.mesh(world, world.objects.countries, (a, b) => a !== b).coordinates) {
    let part = [];
    line.forEach((p, i) => {
      if (i > 0 && Math.abs(p[0] - line[i - 1][0]) > 180) lines.push(part.splice(0));
      part.push([p[1], p[0]]);
    });
    lines.push(part);
  }
  return lines;
}

// addBackdrop draws the backdrop and returns what draws it in new colours.
function addBackdrop(map) {
  const common = { renderer: L.canvas({ padding: 0.3 }), interactive: false };
  const land = L.polygon(landParts(), common).addTo(map);
  const borders = L.polyline(borderLines(), { ...common, dashArray: '4 3', weight: 1 }).addTo(map);
  const paint = () => {
    land.setStyle({ weight: 0.8, color: colours.coast, fillColor: colours.land, fillOpacity: 1 });
    borders.setStyle({ color: colours.border });
  };
  paint();
  return paint;
}
