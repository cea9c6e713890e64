// The events of the page, and which of them the filters leave. What is needed of
// all events at once are columns of numbers; what is said of one is in rows,
// which are unpacked when somebody asks.

const utf8 = new TextDecoder();

function unpack(base64) {
  const letters = atob(base64), bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return fflate.inflateSync(bytes);
}

function block(id) {
  return unpack(document.getElementById(id).textContent);
}

function json(id) {
  return JSON.parse(utf8.decode(block(id)));
}

const settings = json('settings');
const size = settings.size;
const noDay = -0x80000000;

// The columns stand behind each other as index.go writes them.
const bytes = block('index');
let read = 0;

function column(Type, length) {
  const view = new Type(bytes.buffer, bytes.byteOffset + read, length);
  read += view.byteLength;
  return view;
}

const firstDay = column(Int32Array, size), lastDay = column(Int32Array, size); // noDay if unknown
const killedOf = column(Int32Array, size); // -1 if unknown
const spotOf = column(Int32Array, size), areaOf = column(Int32Array, size); // -1 if it has none
const spotLon = column(Int32Array, settings.spots), spotLat = column(Int32Array, settings.spots); // millionths of a degree
const precisionOf = column(Uint8Array, size), typeOf = column(Uint8Array, size);
const actorOf = [column(Uint8Array, size), column(Uint8Array, size)]; // 0 for one that cannot be chosen

const classes = settings.classes; // {name, type, light, dark}, in the legend's order
const spotNames = json('names');

// Where spots are, in pixels at zoom 0; and which events are on each: those from
// spotStart[s] to spotStart[s + 1] of spotEvents.
const spotX = new Float64Array(settings.spots), spotY = new Float64Array(settings.spots);
const spotStart = new Int32Array(settings.spots + 1);
const spotEvents = new Int32Array(size);

function readSpots() {
  for (let s = 0; s < settings.spots; s++) {
    spotX[s] = (spotLon[s] / 1e6 + 180) / 360 * 256;
    spotY[s] = mercator(spotLat[s] / 1e6);
  }
  for (let i = 0; i < size; i++) if (spotOf[i] >= 0) spotStart[spotOf[i] + 1]++;
  for (let s = 0; s < settings.spots; s++) spotStart[s + 1] += spotStart[s];
  const next = spotStart.slice();
  for (let i = 0; i < size; i++) if (spotOf[i] >= 0) spotEvents[next[spotOf[i]]++] = i;
}

// mercator returns how many pixels a latitude lies below the top at zoom 0.
function mercator(lat) {
  const sin = Math.sin(Math.max(-85.0511, Math.min(85.0511, lat)) * Math.PI / 180);
  return 128 - Math.log((1 + sin) / (1 - sin)) / (4 * Math.PI) * 256;
}

function placeAt(spot) {
  return [spotLat[spot] / 1e6, spotLon[spot] / 1e6];
}

function located(event) {
  return spotOf[event] >= 0;
}

function dated(event) {
  return firstDay[event] !== noDay;
}

// rows are unpacked by chunks. A few are kept: a list and a pop-up ask for the
// same again and again.
const chunks = document.getElementById('rows').textContent.trim().split('\n');
const kept = new Map();
const mostKept = 24;

function chunk(at) {
  let rows = kept.get(at);
  if (!rows) {
    rows = JSON.parse(utf8.decode(unpack(chunks[at])));
    if (kept.size === mostKept) kept.delete(kept.keys().next().value);
    kept.set(at, rows);
  }
  return rows;
}

function row(event) {
  return chunk(Math.floor(event / settings.chunk))[event % settings.chunk];
}

// Our own columns come first; a column of the input may be named like one.
const columnAt = new Map();
settings.columns.slice(0, settings.fixed).forEach((name, i) => columnAt.set(name, i));

// get returns what an event says in a column of ours, null if nothing.
function get(event, name) {
  return row(event)[columnAt.get(name)];
}

// filters are what the reader asks for. Days are inclusive; null is no bound.
// Only is 'unplaced', 'undated' or empty.
const filters = { from: null, to: null, off: new Set(), text: '', precision: 6, actor: 0, only: '' };

const matching = new Uint8Array(size); // all filters but time
const shown = new Uint8Array(size);

function matchAll() {
  const { actor, precision } = filters, wanted = classes.map((_, i) => filters.off.has(i) ? 0 : 1);
  for (let i = 0; i < size; i++) {
    matching[i] = wanted[typeOf[i]] && precisionOf[i] <= precision &&
      (actor === 0 || actorOf[0][i] === actor || actorOf[1][i] === actor) ? 1 : 0;
  }
  if (filters.only) keepOnly(filters.only === 'undated' ? dated : located);
  matchText(filters.text, matching);
}

function keepOnly(has) {
  for (let i = 0; i < size; i++) if (has(i)) matching[i] = 0;
}

// matchTime keeps an event that touches the chosen days. One without a date is
// shown only as long as no days are chosen, or when it is asked for.
function matchTime() {
  const { from, to } = filters;
  if (from === null || filters.only === 'undated') return shown.set(matching);
  for (let i = 0; i < size; i++) {
    shown[i] = matching[i] & (firstDay[i] <= to) & (lastDay[i] >= from) & (firstDay[i] !== noDay);
  }
}

// shownEvents returns the events that all filters leave, in their order.
function shownEvents() {
  let n = 0;
  for (let i = 0; i < size; i++) n += shown[i];
  const events = new Int32Array(n);
  n = 0;
  for (let i = 0; i < size; i++) if (shown[i]) events[n++] = i;
  return events;
}
