// The events of a GeoJSON of Dateline's as a layer of any Leaflet page, and a
// control that chooses its days.

const classes = new Map(looks.map(c => [c.type, c.light]));

// L.Dateline shows a FeatureCollection: dots, or areas, coloured by type and
// sized by the dead, with pop-ups. Options are those of L.GeoJSON.
L.Dateline = L.GeoJSON.extend({
  initialize(collection, options) {
    this._days = null;
    L.GeoJSON.prototype.initialize.call(this, null, {
      pointToLayer: (feature, at) => L.circleMarker(at),
      style: feature => styleOf(feature.properties),
      onEachFeature: (feature, layer) => layer.bindPopup(() => details(facts(feature.properties), mark(feature.properties))),
      ...options,
    });
    this.features = collection.features.filter(f => f.geometry);
    this.missing = collection.features.length - this.features.length; // events without a place
    this.addData({ type: 'FeatureCollection', features: this.features });
    this._all = this.getLayers();
  },

  // span returns the first and the last day of all events, as days since 1970;
  // null if none has a date.
  span() {
    let first = Infinity, last = -Infinity;
    for (const f of this.features) {
      if (!f.properties.start) continue;
      first = Math.min(first, dayOfTime(f.properties.start));
      last = Math.max(last, dayOfTime(f.properties.end));
    }
    return first > last ? null : [first, last];
  },

  // setDays shows only what touches the days, both ends included: numbers of
  // span or texts like "2031-03-08". Without days it shows everything again,
  // the undated too.
  setDays(first, last) {
    const [from, to] = [first, last].map(day => typeof day === 'string' ? parseDay(day) : day);
    for (const layer of this._all) {
      const p = layer.feature.properties;
      const touches = first === undefined || (p.start && dayOfTime(p.start) <= to && dayOfTime(p.end) >= from);
      if (touches !== this.hasLayer(layer)) touches ? this.addLayer(layer) : this.removeLayer(layer);
    }
    return this;
  },
});

L.dateline = (collection, options) => new L.Dateline(collection, options);

function facts(properties) {
  return name => properties[name] === undefined ? null : properties[name];
}

function colourOf(properties) {
  return classes.get(properties.event_type || '') || other;
}

function styleOf(properties) {
  const coarse = !['exact', 'near'].includes(properties.place_precision), colour = colourOf(properties);
  return {
    radius: Math.min(size.most, size.least + size.perRoot * Math.sqrt(properties.killed || 0)),
    color: coarse ? colour : '#fff', weight: coarse ? 1.5 : 1, dashArray: coarse ? '3 2' : null,
    fillColor: colour, fillOpacity: coarse ? 0.22 : 0.84,
  };
}

function mark(properties) {
  const dot = element('span', 'dateline-dot');
  dot.style.background = colourOf(properties);
  return dot;
}

// L.Control.Dateline chooses days: a slider over stretches of one calendar unit,
// all of them at its left end, and a button that plays it.
L.Control.Dateline = L.Control.extend({
  options: { position: 'bottomleft', stretches: 60, milliseconds: 400 },

  initialize(layer, options) {
    L.setOptions(this, options);
    this._layer = layer;
    const span = layer.span();
    this._edges = span ? edgesFor(span[0], span[1], this.options.stretches) : [];
  },

  onAdd() {
    this._play = element('button', 'dateline-play');
    this._play.type = 'button';
    this._slider = element('input', 'dateline-slider');
    Object.assign(this._slider, { type: 'range', min: 0, max: Math.max(0, this._edges.length - 1), value: 0 });
    this._slider.setAttribute('aria-label', 'Days shown');
    this._words = element('output', 'dateline-days');
    const box = element('div', 'leaflet-bar dateline-control', this._play, this._slider, this._words);
    L.DomEvent.disableClickPropagation(box).disableScrollPropagation(box);
    this._slider.addEventListener('input', () => { this.stop(); this._show(); });
    this._play.addEventListener('click', () => this._timer ? this.stop() : this.play());
    this.stop();
    this._show();
    return box;
  },

  onRemove() { this.stop(); },

  // play goes through all stretches once, from the first if it is at an end.
  play() {
    if (+this._slider.value === +this._slider.max) this._slider.value = 0;
    this._timer = setInterval(() => this._next(), this.options.milliseconds);
    this._say('Pause', '❚❚');
  },

  stop() {
    clearInterval(this._timer);
    this._timer = 0;
    this._say('Play', '▶');
  },

  _say(label, sign) {
    this._play.setAttribute('aria-label', label);
    this._play.textContent = sign;
  },

  _next() {
    this._slider.value = +this._slider.value + 1;
    this._show();
    if (+this._slider.value === +this._slider.max) this.stop();
  },

  _show() {
    const at = +this._slider.value - 1;
    const days = at < 0 ? [] : [this._edges[at], this._edges[at + 1] - 1];
    this._layer.setDays(...days);
    const words = days.length ? spanWords(...days) : 'All days';
    this._words.textContent = words;
    this._slider.setAttribute('aria-valuetext', words);
  },
});

L.control.dateline = (layer, options) => new L.Control.Dateline(layer, options);
