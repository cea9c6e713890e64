// The dots on the map: a canvas over Leaflet's, since a hundred thousand
// markers of its own would take seconds to draw.

const coarseFrom = precisionNames.indexOf('adm2');

// Up to so many events on one spot are spread around it; more become one disc
// with their number. Far out there is less room.
function mostSpread(zoom) {
  return zoom < 6 ? 3 : zoom < 8 ? 8 : 24;
}

const mostSpots = 350; // more would lie over each other
const gridSize = 46; // pixels of the grid by which spots are then joined
const mostNames = 120; // more would be a wall of words, and slow

const goldenAngle = Math.PI * (3 - Math.sqrt(5));

const Dots = L.Layer.extend({
  onAdd(map) {
    this._canvas = L.DomUtil.create('canvas', 'dots leaflet-zoom-animated');
    this._canvas.setAttribute('aria-hidden', 'true');
    map.getPane('markerPane').appendChild(this._canvas);
    this.drawn = [];
    this.selected = -1;
    this.draw();
  },

  getEvents() {
    return { move: this.redraw, moveend: this.draw, resize: this.draw, viewreset: this.draw, zoomanim: this._animate };
  },

  _animate(e) {
    const scale = this._map.getZoomScale(e.zoom, this._zoom);
    const at = this._map._latLngToNewLayerPoint(this._corner, e.zoom, e.center);
    L.DomUtil.setTransform(this._canvas, at, scale);
  },

  // redraw draws at the next frame, once however often it is asked.
  redraw() {
    if (!this._frame) this._frame = requestAnimationFrame(() => this.draw());
  },

  draw() {
    if (this._frame) cancelAnimationFrame(this._frame);
    this._frame = 0;
    const c = this._prepare();
    this._place();
    this._drawCountryNames(c);
    this._drawRadius(c);
    for (const d of this.drawn) this._drawDot(c, d);
    this._drawNames(c);
  },

  _prepare() {
    const map = this._map, size = map.getSize(), ratio = window.devicePixelRatio || 1;
    this._size = size;
    this._zoom = map.getZoom();
    this._corner = map.containerPointToLatLng([0, 0]);
    this._origin = map.getPixelBounds().min;
    L.DomUtil.setTransform(this._canvas, map.containerPointToLayerPoint([0, 0]), 1);
    this._canvas.width = size.x * ratio;
    this._canvas.height = size.y * ratio;
    this._canvas.style.width = size.x + 'px';
    this._canvas.style.height = size.y + 'px';
    const c = this._canvas.getContext('2d');
    c.scale(ratio, ratio);
    c.lineJoin = 'round';
    return c;
  },

  // toScreen returns where a point at zoom 0 is.
  toScreen(x, y) {
    const scale = Math.pow(2, this._zoom);
    return { x: x * scale - this._origin.x, y: y * scale - this._origin.y };
  },

  // _place decides what is drawn where: the largest first, so that no dot hides
  // a smaller one wholly. Where there are more spots than can be told apart,
  // those that share a cell of a grid become one pile.
  _place() {
    this.drawn = [];
    let places = this._inView();
    const crowded = places.length > mostSpots;
    if (crowded) places = this._merge(places);
    const most = mostSpread(this._zoom);
    for (const p of places) {
      const pile = p.events.length > most || p.spots > 1;
      p.reach = pile ? this._placePile(p, crowded) : this._spread(p, p.events);
    }
    this.places = places;
    this.drawn.sort((a, b) => (a.top - b.top) || (b.r - a.r));
  },

  // _inView returns where events are shown, and a little beyond the edge.
  _inView() {
    const margin = 60, scale = Math.pow(2, this._zoom), o = this._origin, places = [];
    for (const spot of spots) {
      const x = spot.x * scale - o.x, y = spot.y * scale - o.y;
      if (x < -margin || y < -margin || x > this._size.x + margin || y > this._size.y + margin) continue;
      const events = spot.events.filter(i => shown[i]);
      if (events.length) places.push({ x, y, events, spots: 1 });
    }
    return places;
  },

  // _merge joins places by a grid that stays with the ground when the map moves.
  _merge(places) {
    const cells = new Map();
    for (const p of places) {
      const key = Math.floor((p.x + this._origin.x) / gridSize) + ' ' + Math.floor((p.y + this._origin.y) / gridSize);
      const into = cells.get(key);
      if (!into) cells.set(key, { ...p, events: p.events.slice() });
      else {
        const a = into.events.length, b = p.events.length;
        into.x = (into.x * a + p.x * b) / (a + b);
        into.y = (into.y * a + p.y * b) / (a + b);
        for (const i of p.events) into.events.push(i);
        into.spots++;
      }
    }
    return [...cells.values()];
  },

  // _placePile places a pile, in a crowd within its cell of the grid.
  _placePile(p, crowded) {
    let killed = 0;
    for (const i of p.events) killed += Math.max(0, killedOf[i]);
    const most = crowded ? gridSize * 0.42 : settings.radius.most + 4;
    const r = Math.min(most, Math.max(8 + 1.8 * Math.sqrt(p.events.length), dotRadius(killed)));
    if (crowded) {
      p.x = within(p.x, this._origin.x, r);
      p.y = within(p.y, this._origin.y, r);
    }
    this.drawn.push({ x: p.x, y: p.y, r, events: p.events, spots: p.spots, top: p.events.includes(this.selected) ? 1 : 0 });
    return r;
  },

  // _spread lays events around their spot like the seeds of a sunflower, the
  // largest in the middle, and returns how far they reach.
  _spread(p, events) {
    const bySize = events.slice().sort((a, b) => radiusOf[b] - radiusOf[a] || a - b);
    let reach = 0, rim = radiusOf[bySize[0]];
    bySize.forEach((i, n) => {
      const r = radiusOf[i];
      const distance = n === 0 ? 0 : Math.max(reach * 0.75, r + radiusOf[bySize[0]] * 0.6 + 2.6 * Math.sqrt(n));
      reach = Math.max(reach, distance);
      rim = Math.max(rim, distance + r);
      const angle = n * goldenAngle;
      this.drawn.push({
        x: p.x + distance * Math.cos(angle), y: p.y + distance * Math.sin(angle),
        r, event: i, top: i === this.selected ? 1 : 0,
      });
    });
    return rim;
  },

  _drawDot(c, d) {
    if (d.events) return this._drawPile(c, d);
    const colour = colours.classes[typeOf[d.event]], chosen = d.event === this.selected;
    c.beginPath();
    c.arc(d.x, d.y, d.r, 0, 2 * Math.PI);
    if (precisionOf[d.event] >= coarseFrom) {
      c.globalAlpha = 0.22;
      c.fillStyle = colour;
      c.fill();
      c.globalAlpha = 1;
      c.setLineDash([3, 2.2]);
      c.lineWidth = 1.6;
      c.strokeStyle = colour;
      c.stroke();
      c.setLineDash([]);
    } else {
      c.globalAlpha = 0.88;
      c.fillStyle = colour;
      c.fill();
      c.globalAlpha = 1;
      c.lineWidth = 1;
      c.strokeStyle = colours.halo;
      c.stroke();
    }
    if (chosen) this._drawChosen(c, d);
  },

  _drawChosen(c, d) {
    c.beginPath();
    c.arc(d.x, d.y, d.r + 3.5, 0, 2 * Math.PI);
    c.lineWidth = 2;
    c.strokeStyle = colours.text;
    c.stroke();
  },

  // _drawPile draws many events on one spot as a ring of their types around
  // their number.
  _drawPile(c, d) {
    const counts = new Map();
    for (const i of d.events) counts.set(typeOf[i], (counts.get(typeOf[i]) || 0) + 1);
    let angle = -Math.PI / 2;
    for (const [type, n] of [...counts].sort((a, b) => a[0] - b[0])) {
      const next = angle + 2 * Math.PI * n / d.events.length;
      c.beginPath();
      c.moveTo(d.x, d.y);
      c.arc(d.x, d.y, d.r, angle, next);
      c.closePath();
      c.fillStyle = colours.classes[type];
      c.fill();
      angle = next;
    }
    c.beginPath();
    c.arc(d.x, d.y, Math.max(d.r * 0.66, d.r - 6), 0, 2 * Math.PI);
    c.fillStyle = colours.paper;
    c.fill();
    c.fillStyle = colours.text;
    c.font = '600 ' + (d.r > 15 ? 12 : 10) + 'px ' + colours.font;
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    c.fillText(shortNumber(d.events.length), d.x, d.y + 0.5);
    if (d.top) this._drawChosen(c, d);
  },

  // _drawRadius draws how far from its dot the chosen event may have happened.
  _drawRadius(c) {
    if (this.selected < 0 || !located(this.selected)) return;
    const metresAround = get(this.selected, 'place_radius_m');
    if (!metresAround) return;
    const spot = spots[spotOf[this.selected]], p = this.toScreen(spot.x, spot.y);
    const perPixel = 40075016.686 * Math.cos(spot.lat * Math.PI / 180) / (256 * Math.pow(2, this._zoom));
    c.beginPath();
    c.arc(p.x, p.y, Math.min(metresAround / perPixel, 20000), 0, 2 * Math.PI);
    c.fillStyle = colours.radius;
    c.fill();
    c.lineWidth = 1.2;
    c.setLineDash([5, 4]);
    c.strokeStyle = colours.muted;
    c.stroke();
    c.setLineDash([]);
  },

  _drawCountryNames(c) {
    const scale = Math.pow(2, this._zoom);
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    for (const country of countryNames) {
      const p = this.toScreen(country.x, country.y), width = country.width * scale;
      if (width < 70 || p.x < 0 || p.y < 0 || p.x > this._size.x || p.y > this._size.y) continue;
      const pixels = Math.max(10, Math.min(17, width / 28));
      c.font = '500 ' + pixels + 'px ' + colours.font;
      c.letterSpacing = (pixels * 0.16) + 'px';
      const text = country.name.toUpperCase();
      if (c.measureText(text).width > width * 0.9) continue;
      const w = c.measureText(text).width;
      const y = [0, -26, 26, -52, 52].map(d => p.y + d).find(y => !this._crowded(p.x, y, w, pixels));
      c.fillStyle = colours.country;
      if (y !== undefined) c.fillText(text, p.x, y);
    }
    c.letterSpacing = '0px';
  },

  // _crowded reports whether a dot or its name would lie on a text.
  _crowded(x, y, width, height) {
    return this.places.some(s => s.x > x - width / 2 - 70 && s.x < x + width / 2 + 30 && Math.abs(s.y - y) < height / 2 + 14);
  },

  // _drawNames names the spots with the most events, as far as there is room
  // beside them.
  _drawNames(c) {
    c.font = '500 11.5px ' + colours.font;
    c.textAlign = 'left';
    c.textBaseline = 'middle';
    c.lineWidth = 3;
    const most = this.places.filter(p => p.spots === 1).sort((a, b) => b.events.length - a.events.length).slice(0, mostNames);
    const taken = this.places.map(s => ({ of: s, x: s.x - s.reach, y: s.y - s.reach, w: 2 * s.reach, h: 2 * s.reach }));
    for (const spot of most) {
      const name = spotName(spot.events), width = c.measureText(name).width;
      if (!name) continue;
      const boxes = [spot.x + spot.reach + 3, spot.x - spot.reach - width - 7].map(x => ({ of: spot, x, y: spot.y - 8, w: width + 4, h: 16 }));
      const box = boxes.find(b => b.x > 0 && b.x + b.w < this._size.x && !taken.some(t => t.of !== spot && overlap(b, t)));
      if (!box) continue;
      taken.push(box);
      c.strokeStyle = colours.label;
      c.strokeText(name, box.x + 2, spot.y);
      c.fillStyle = colours.text;
      c.fillText(name, box.x + 2, spot.y);
    }
  },

  // at returns what is drawn at a point of the map, nearest to the eye first.
  at(point) {
    for (let n = this.drawn.length - 1; n >= 0; n--) {
      const d = this.drawn[n];
      if (Math.hypot(d.x - point.x, d.y - point.y) <= d.r + 3) return d;
    }
    return null;
  },
});

// within moves a coordinate so that a circle around it lies in one cell.
function within(at, origin, r) {
  const low = Math.floor((at + origin) / gridSize) * gridSize - origin;
  return Math.max(low + r + 1, Math.min(low + gridSize - r - 1, at));
}

function shortNumber(n) {
  if (n < 1000) return String(n);
  return n < 10000 ? (n / 1000).toFixed(1) + 'k' : Math.round(n / 1000) + 'k';
}

function overlap(a, b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

// spotName is the name of a spot that is a place, not the middle of an area.
function spotName(events) {
  const i = events.find(i => precisionOf[i] < coarseFrom);
  const name = i === undefined ? '' : (get(i, 'place_name') || get(i, 'place') || '');
  return name.length > 30 ? name.slice(0, 29) + '…' : name;
}
