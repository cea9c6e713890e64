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
    const area = Math.abs(moments(polygon[0]).area);
    if (area > most) [best, most] = [polygon[0], area];
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
  return { name, x: at, y: m.y, width };
}

function addBackdrop(map) {
  const renderer = L.canvas({ padding: 0.3 });
  const land = L.geoJSON(topojson.feature(world, world.objects.land), {
    renderer, interactive: false, style: () => ({ stroke: true, weight: 0.8, color: colours.coast, fill: true, fillColor: colours.land, fillOpacity: 1 }),
  });
  const borders = L.geoJSON(topojson.mesh(world, world.objects.countries, (a, b) => a !== b), {
    renderer, interactive: false, style: () => ({ weight: 1, color: colours.border, dashArray: '4 3', fill: false }),
  });
  land.addTo(map);
  borders.addTo(map);
  return () => {
    land.eachLayer(l => land.resetStyle(l));
    borders.eachLayer(l => borders.resetStyle(l));
  };
}
