// The dots on the map: a canvas over Leaflet's, since a hundred thousand
// markers of its own would take seconds to draw.

const mostNames = 120; // more would be a wall of words, and slow

const Dots = Sheet.extend({
  drawn: [], // what is on the sheet: dots, discs, areas
  areas: [],
  selected: -1,

  paint(c) {
    const before = sizing.scale;
    const { places, most } = placesIn(this._view);
    this.places = places;
    this.drawn = layOut(places, most);
    if (sizing.scale !== before) showSizes();
    this._drawAreas(c);
    this._drawCountryNames(c);
    this._drawReach(c);
    for (const d of this.drawn) d.place ? this._drawDisc(c, d) : this._drawDot(c, d);
    this._drawNumbers(c);
    this._drawNames(c);
    this._drawChosen(c);
  },

  // _drawAreas tints districts and provinces, darker for more events.
  _drawAreas(c) {
    this.areas = shownAreas(list).filter(a => this.inView(areaShape(a.area)));
    const most = Math.max(...this.areas.map(a => a.total));
    this.onGround(c, pixel => {
      for (const a of this.areas) {
        const path = areaShape(a.area).path;
        c.globalAlpha = 0.04 + 0.17 * Math.sqrt(a.total / most);
        c.fillStyle = colours.classes[a.counts.indexOf(Math.max(...a.counts))];
        c.fill(path, 'evenodd');
        c.globalAlpha = 0.45;
        c.lineWidth = 0.9 * pixel;
        c.strokeStyle = colours.muted;
        c.stroke(path);
      }
    });
  },

  // _drawReach draws where the chosen event may have happened: its area, or a
  // circle around its dot.
  _drawReach(c) {
    const i = this.selected;
    if (i < 0 || !located(i)) return;
    c.fillStyle = colours.radius;
    c.strokeStyle = colours.text;
    if (areaOf[i] >= 0) {
      this.onGround(c, pixel => {
        const path = areaShape(areaOf[i]).path;
        c.fill(path, 'evenodd');
        c.lineWidth = 1.6 * pixel;
        c.stroke(path);
      });
      return;
    }
    const metresAround = get(i, 'place_radius_m'), s = spotOf[i];
    if (!metresAround) return;
    const p = this.toScreen(spotX[s], spotY[s]);
    const perPixel = 40075016.686 * Math.cos(spotLat[s] / 1e6 * Math.PI / 180) / (256 * this._view.scale);
    c.beginPath();
    c.arc(p.x, p.y, Math.min(metresAround / perPixel, 20000), 0, 2 * Math.PI);
    c.fill();
    c.lineWidth = 1.2;
    c.setLineDash([5, 4]);
    c.stroke();
    c.setLineDash([]);
  },

  _drawDot(c, d) {
    c.beginPath();
    c.arc(d.x, d.y, d.r, 0, 2 * Math.PI);
    c.fillStyle = colours.classes[typeOf[d.event]];
    this._finish(c, precisionOf[d.event] >= coarseFrom);
  },

  // _finish fills a dot, and strokes it: known to an area only, it is dashed.
  _finish(c, coarse) {
    c.globalAlpha = coarse ? 0.25 : 0.84;
    c.fill();
    c.globalAlpha = 1;
    c.lineWidth = coarse ? 1.5 : 0.9;
    c.strokeStyle = coarse ? c.fillStyle : colours.halo;
    if (coarse) c.setLineDash([3, 2.2]);
    c.stroke();
    if (coarse) c.setLineDash([]);
  },

  // _drawDisc draws many events as a ring around their number, with a sector for
  // each type.
  _drawDisc(c, d) {
    const { counts, most, coarse } = typesOf(d.place);
    c.globalAlpha = coarse ? 0.4 : 0.92;
    if (counts[most] < d.place.n) this._fillSectors(c, d, counts);
    c.beginPath();
    c.arc(d.x, d.y, d.r, 0, 2 * Math.PI);
    if (counts[most] === d.place.n) {
      c.fillStyle = colours.classes[most];
      c.fill();
    }
    c.globalAlpha = 1;
    c.lineWidth = 0.9;
    c.strokeStyle = colours.halo;
    c.stroke();
    c.beginPath();
    c.arc(d.x, d.y, hole(d), 0, 2 * Math.PI);
    c.fillStyle = colours.paper;
    c.fill();
  },

  _fillSectors(c, d, counts) {
    let angle = -Math.PI / 2;
    for (let type = 0; type < counts.length; type++) {
      if (!counts[type]) continue;
      const next = angle + 2 * Math.PI * counts[type] / d.place.n;
      c.beginPath();
      c.moveTo(d.x, d.y);
      c.arc(d.x, d.y, d.r, angle, next);
      c.closePath();
      c.fillStyle = colours.classes[type];
      c.fill();
      angle = next;
    }
  },

  // _drawNumbers writes how many events the discs stand for, over whatever dots lie on them,
  // but for those that another disc covers.
  _drawNumbers(c) {
    const discs = this.drawn.filter(d => d.place);
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    c.lineWidth = 3;
    discs.forEach((d, n) => {
      if (discs.slice(n + 1).some(o => Math.hypot(o.x - d.x, o.y - d.y) < o.r + 4)) return;
      c.font = '600 ' + (d.r > 15 ? 12 : 10) + 'px ' + colours.font;
      c.strokeStyle = colours.paper;
      c.strokeText(shortNumber(d.place.n), d.x, d.y + 0.5);
      c.fillStyle = colours.text;
      c.fillText(shortNumber(d.place.n), d.x, d.y + 0.5);
    });
  },

  // _drawChosen rings the dot or the disc of the chosen event, on top of all.
  _drawChosen(c) {
    if (this.selected < 0 || !located(this.selected)) return;
    const spot = spotOf[this.selected];
    const d = this.drawn.find(d => d.event === this.selected || (d.place && d.place.spots.includes(spot)));
    if (!d) return;
    for (const [wide, colour] of [[5, colours.halo], [2, colours.text]]) {
      c.beginPath();
      c.arc(d.x, d.y, d.r + 3.5, 0, 2 * Math.PI);
      c.lineWidth = wide;
      c.strokeStyle = colour;
      c.stroke();
    }
  },

  _drawCountryNames(c) {
    const v = this._view;
    c.textAlign = 'center';
    c.textBaseline = 'middle';
    for (const country of countryNames) {
      const p = this.toScreen(country.x, country.y), width = country.width * v.scale;
      if (width < 70 || p.x < 0 || p.y < 0 || p.x > v.width || p.y > v.height) continue;
      const pixels = Math.max(10, Math.min(17, width / 28));
      c.font = '500 ' + pixels + 'px ' + colours.font;
      c.letterSpacing = (pixels * 0.16) + 'px';
      const text = country.name.toUpperCase(), w = c.measureText(text).width;
      if (w > width * 0.9) continue;
      const top = this.toScreen(country.x, country.top).y, bottom = this.toScreen(country.x, country.bottom).y;
      const y = [0, -13, 13, -26, 26, -39, 39].map(d => p.y + d).find(y => (y === p.y || y > top && y < bottom) && !this._crowded(p.x, y, w, pixels));
      c.fillStyle = colours.country;
      if (y !== undefined) c.fillText(text, p.x, y);
    }
    c.letterSpacing = '0px';
  },

  // _crowded reports whether a dot or its name would lie on a text.
  _crowded(x, y, width, height) {
    return this.places.some(s => s.x > x - width / 2 - 70 && s.x < x + width / 2 + 30 && Math.abs(s.y - y) < height / 2 + Math.max(14, s.reach));
  },

  // _drawNames names the largest places, as far as there is room beside them.
  _drawNames(c) {
    c.font = '500 11.5px ' + colours.font;
    c.textAlign = 'left';
    c.textBaseline = 'middle';
    c.lineWidth = 3;
    const byRank = this.places.slice().sort((a, b) => b.reach - a.reach || b.n - a.n);
    const taken = byRank.map(p => ({ of: p, x: p.x - p.reach, y: p.y - p.reach, w: 2 * p.reach, h: 2 * p.reach }));
    for (const place of byRank.slice(0, mostNames)) {
      const name = nameOf(place), width = c.measureText(name).width;
      if (!name) continue;
      const beside = [place.x + place.reach + 3, place.x - place.reach - width - 7];
      const boxes = beside.map(x => ({ of: place, x, y: place.y - 8, w: width + 4, h: 16 }));
      const box = boxes.find(b => b.x > 0 && b.x + b.w < this._view.width && !taken.some(t => t.of !== place && overlap(b, t)));
      if (!box) continue;
      taken.push(box);
      c.strokeStyle = colours.label;
      c.strokeText(name, box.x + 2, place.y);
      c.fillStyle = colours.text;
      c.fillText(name, box.x + 2, place.y);
    }
  },

  // at returns what is drawn at a point of the map, nearest to the eye first.
  at(point) {
    for (let n = this.drawn.length - 1; n >= 0; n--) {
      const d = this.drawn[n];
      if (Math.hypot(d.x - point.x, d.y - point.y) <= d.r + 3) return d;
    }
    const v = this._view;
    return areaAt(this.areas, this._canvas.getContext('2d'), (point.x + v.x) / v.scale, (point.y + v.y) / v.scale);
  },
});

// hole is the radius of what a disc leaves free for its number.
function hole(d) { return Math.max(d.r * 0.66, d.r - 6); }

function shortNumber(n) {
  if (n < 1000) return String(n);
  return n < 10000 ? (n / 1000).toFixed(1) + 'k' : Math.round(n / 1000) + 'k';
}

function overlap(a, b) {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
