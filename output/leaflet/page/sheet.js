// A sheet is a canvas that covers the map and follows it.

const Sheet = L.Layer.extend({
  initialize(pane) { this._pane = pane; },

  onAdd(map) {
    this._canvas = L.DomUtil.create('canvas', 'sheet leaflet-zoom-animated');
    this._canvas.setAttribute('aria-hidden', 'true');
    map.getPane(this._pane).appendChild(this._canvas);
  },

  getEvents() {
    return { move: this.redraw, moveend: this.redraw, resize: this.redraw, viewreset: this.redraw, zoomanim: this._animate };
  },

  _animate(e) {
    const scale = this._map.getZoomScale(e.zoom, this._view.zoom);
    const at = this._map._latLngToNewLayerPoint(this._corner, e.zoom, e.center);
    L.DomUtil.setTransform(this._canvas, at, scale);
  },

  // redraw draws at the next frame, once however often it is asked.
  redraw() {
    if (!this._frame) this._frame = requestAnimationFrame(() => this.draw());
  },

  // draw has the sheet painted for what the map now shows.
  draw() {
    if (this._frame) cancelAnimationFrame(this._frame);
    this._frame = 0;
    this.paint(this._prepare());
  },

  _prepare() {
    const map = this._map, size = map.getSize(), ratio = window.devicePixelRatio || 1, corner = map.getPixelBounds().min;
    this._view = { zoom: map.getZoom(), scale: Math.pow(2, map.getZoom()), x: corner.x, y: corner.y, width: size.x, height: size.y };
    this._ratio = ratio;
    this._corner = map.containerPointToLatLng([0, 0]);
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
    return { x: x * this._view.scale - this._view.x, y: y * this._view.scale - this._view.y };
  },

  // inView reports whether a box {west, north, east, south} at zoom 0 is in view.
  inView(box) {
    const v = this._view;
    return box.east * v.scale > v.x && box.south * v.scale > v.y && box.west * v.scale < v.x + v.width && box.north * v.scale < v.y + v.height;
  },

  // onGround draws in pixels at zoom 0, and tells how many of them a pixel is.
  onGround(c, draw) {
    const v = this._view, scale = v.scale * this._ratio;
    c.save();
    c.setTransform(scale, 0, 0, scale, -v.x * this._ratio, -v.y * this._ratio);
    draw(1 / v.scale);
    c.restore();
  },
});

// Outline is a shape on the ground: a path and the box around it, in pixels at
// zoom 0.
class Outline {
  constructor() {
    this.path = new Path2D();
    this.west = this.north = Infinity;
    this.east = this.south = -Infinity;
  }

  // add adds a line of coordinates x, y, x, y … In it, points nearer than least
  // to the last that is drawn are left out.
  add(line, least, shift) {
    let lastX = Infinity, lastY = Infinity;
    for (let i = 0; i < line.length; i += 2) {
      const x = line[i] + shift, y = line[i + 1];
      this.west = Math.min(this.west, x);
      this.east = Math.max(this.east, x);
      this.north = Math.min(this.north, y);
      this.south = Math.max(this.south, y);
      if (i === 0) this.path.moveTo(x, y);
      else if (i >= line.length - 2 || Math.abs(x - lastX) > least || Math.abs(y - lastY) > least) this.path.lineTo(x, y);
      else continue;
      lastX = x;
      lastY = y;
    }
  }
}
