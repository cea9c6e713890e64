// Land, borders and the names of countries, from Natural Earth: a TopoJSON of
// lines that meet where borders do, and of areas that say which lines are around
// them. Everything is in pixels at zoom 0.

let world = null; // once it is read
let arcs = [];
const countryNames = []; // {name, x, y, width, top, bottom}

function readWorld() {
  world = json('world');
  const { scale, translate } = world.transform;
  arcs = world.arcs.map(arc => {
    const line = new Float64Array(arc.length * 2);
    let x = 0, y = 0;
    arc.forEach(([dx, dy], i) => {
      x += dx;
      y += dy;
      line[2 * i] = (x * scale[0] + translate[0] + 180) / 360 * 256;
      line[2 * i + 1] = mercator(y * scale[1] + translate[1]);
    });
    return line;
  });
  world.arcs = null;
}

// ringOf returns the line along the arcs; an arc n below zero is the arc ~n the
// other way round. A line that jumps from one edge of the map to the other goes
// on beyond the edge instead.
function ringOf(numbers) {
  const ring = [];
  let turns = 0;
  for (const n of numbers) {
    const arc = arcs[n < 0 ? ~n : n], points = arc.length / 2;
    for (let i = ring.length ? 1 : 0; i < points; i++) {
      const at = 2 * (n < 0 ? points - 1 - i : i), x = arc[at] + 256 * turns, last = ring[ring.length - 2];
      const jump = x - last > 128 ? -1 : x - last < -128 ? 1 : 0;
      turns += jump;
      ring.push(x + 256 * jump, arc[at + 1]);
    }
  }
  return ring;
}

function polygonsOf(geometry) {
  return geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs || [];
}

// Far out, points nearer than a part of a pixel are left out.
const detail = [{ below: 4.5, least: 0.35 / 16 }, { below: Infinity, least: 0 }];

// landOutlines returns the land. What goes beyond an edge of the map is there a
// second time, a world away, so that both edges have their part; a ring around a
// pole is closed along the map's edge.
function landOutlines(least) {
  const outlines = [];
  for (const geometry of world.objects.land.geometries) {
    for (const polygon of polygonsOf(geometry)) {
      const rings = polygon.map(ringOf), outer = rings[0];
      const [firstX, lastX, lastY] = [outer[0], outer[outer.length - 2], outer[outer.length - 1]];
      if (Math.abs(lastX - firstX) > 128) {
        const pole = lastY > 128 ? 300 : -44;
        outer.push(lastX, pole, firstX, pole);
      }
      const there = outlineOf(rings, least, 0);
      outlines.push(there);
      if (there.east > 256) outlines.push(outlineOf(rings, least, -256));
      if (there.west < 0) outlines.push(outlineOf(rings, least, 256));
    }
  }
  return outlines;
}

function outlineOf(rings, least, shift) {
  const outline = new Outline();
  for (const ring of rings) {
    outline.add(ring, least, shift);
    outline.path.closePath();
  }
  return outline;
}

// borderOutlines returns the arcs between two countries.
function borderOutlines(least) {
  const owner = new Int32Array(arcs.length).fill(-1), shared = new Set();
  world.objects.countries.geometries.forEach((geometry, country) => {
    for (const n of polygonsOf(geometry).flat(2)) {
      const arc = n < 0 ? ~n : n;
      if (owner[arc] >= 0 && owner[arc] !== country) shared.add(arc);
      owner[arc] = country;
    }
  });
  return [...shared].map(arc => {
    const outline = new Outline();
    outline.add(arcs[arc], least, 0);
    return outline;
  });
}

const Backdrop = Sheet.extend({
  paint(c) {
    const level = detail.find(d => this._view.zoom < d.below);
    if (!level.land) Object.assign(level, { land: landOutlines(level.least), borders: borderOutlines(level.least) });
    this.onGround(c, pixel => {
      c.fillStyle = colours.land;
      c.strokeStyle = colours.coast;
      c.lineWidth = 0.8 * pixel;
      for (const part of level.land) {
        if (!this.inView(part)) continue;
        c.fill(part.path, 'evenodd');
        c.stroke(part.path);
      }
      c.strokeStyle = colours.border;
      c.lineWidth = pixel;
      for (const part of level.borders) if (this.inView(part)) c.stroke(part.path);
    });
  },
});

function readCountryNames() {
  for (const country of world.objects.countries.geometries) {
    const ring = largestRing(country);
    if (ring) countryNames.push(nameAt(country.properties.name, ring));
  }
}

// largestRing returns the outline of a country's largest part on the map.
function largestRing(country) {
  let best = null, most = 0;
  for (const polygon of polygonsOf(country)) {
    const ring = ringOf(polygon[0]), area = Math.abs(moments(ring).area);
    if (area > most) [best, most] = [ring, area];
  }
  return best;
}

function moments(ring) {
  let area = 0, x = 0, y = 0;
  for (let i = 2; i < ring.length; i += 2) {
    const ax = ring[i - 2], ay = ring[i - 1], bx = ring[i], by = ring[i + 1], cross = ax * by - bx * ay;
    area += cross / 2;
    x += (ax + bx) * cross / 6;
    y += (ay + by) * cross / 6;
  }
  return { area, x: x / area, y: y / area };
}

// nameAt puts a name in the middle of its country: its room is the country's width
// there, and what of the country lies above and below.
function nameAt(name, ring) {
  const m = moments(ring), [x, width] = widest(crossings(ring, 1, m.y), m.x);
  const column = crossings(ring, 0, x), above = column.findLastIndex(y => y < m.y);
  return { name, x: x > 256 ? x - 256 : x, y: m.y, width, top: column[above] ?? m.y, bottom: column[above + 1] ?? m.y };
}

// crossings returns where an outline crosses a line along one axis, in order: the
// row of a y (of is 1), or the column of an x (of is 0).
function crossings(ring, of, at) {
  const found = [];
  for (let i = 2; i < ring.length; i += 2) {
    const a = ring[i - 2 + of], b = ring[i + of], from = ring[i - 1 - of], to = ring[i + 1 - of];
    if ((a > at) !== (b > at)) found.push(from + (to - from) * (at - a) / (b - a));
  }
  return found.sort((a, b) => a - b);
}

// widest returns the middle and the width of the widest part of a row.
function widest(row, middle) {
  let best = [middle, 0];
  for (let i = 1; i < row.length; i += 2) {
    const width = row[i] - row[i - 1];
    if (width > best[1]) best = [(row[i] + row[i - 1]) / 2, width];
  }
  return best;
}
