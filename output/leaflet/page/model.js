// The events of the page, and which of them the filters leave.

function block(id) {
  return JSON.parse(document.getElementById(id).textContent);
}

const settings = block('settings');
const rows = block('events');
const strings = block('strings');

// Our own columns come first; a column of the input may be named like one.
const columnAt = new Map();
settings.columns.slice(0, settings.fixed).forEach((c, i) => columnAt.set(c.name, i));

function cell(event, at) {
  const v = rows[event][at];
  if (v === null || v === undefined) return null;
  return settings.columns[at].text && typeof v === 'number' ? strings[v] : v;
}

function get(event, name) {
  return cell(event, columnAt.get(name));
}

const size = rows.length;
const noDay = -0x80000000;
const firstDay = new Int32Array(size), lastDay = new Int32Array(size);
const typeOf = new Uint16Array(size), precisionOf = new Uint8Array(size);
const killedOf = new Int32Array(size), radiusOf = new Float32Array(size);
const spotOf = new Int32Array(size).fill(-1); // index into spots, -1 if it has none
const spots = []; // {lat, lon, x, y, events}, x and y in pixels at zoom 0

const classes = settings.classes; // {name, light, dark}, in the legend's order
const classAt = new Map(classes.slice(0, -1).map((c, i) => [c.type, i]));

function readEvents() {
  const spotAt = new Map();
  const at = name => columnAt.get(name);
  const lonAt = at('lon'), latAt = at('lat'), firstAt = at('date'), lastAt = at('end'), killedAt = at('killed');
  for (let i = 0; i < size; i++) {
    const row = rows[i];
    firstDay[i] = row[firstAt] === null ? noDay : row[firstAt];
    lastDay[i] = row[lastAt] === null ? noDay : row[lastAt];
    killedOf[i] = row[killedAt] === null ? -1 : row[killedAt];
    radiusOf[i] = dotRadius(killedOf[i]);
    const type = classAt.get(get(i, 'event_type') || '');
    typeOf[i] = type === undefined ? classes.length - 1 : type;
    precisionOf[i] = Math.max(0, precisionNames.indexOf(get(i, 'place_precision')));
    if (row[lonAt] !== null) spotOf[i] = spotFor(spotAt, row[lonAt], row[latAt]);
    if (spotOf[i] >= 0) spots[spotOf[i]].events.push(i);
  }
}

function spotFor(spotAt, lon, lat) {
  const key = lon + ' ' + lat;
  let at = spotAt.get(key);
  if (at === undefined) {
    at = spots.push({ lat, lon, x: (lon + 180) / 360 * 256, y: mercator(lat), events: [] }) - 1;
    spotAt.set(key, at);
  }
  return at;
}

// dotRadius makes the area of a dot grow with the dead, from a least that can
// be seen to a most that leaves room for others.
function dotRadius(killed) {
  const r = settings.radius;
  return Math.min(r.most, r.least + r.perRoot * Math.sqrt(Math.max(0, killed)));
}

// filters are what the reader asks for. Days are inclusive; null is no bound.
const filters = { from: null, to: null, off: new Set(), text: '', precision: 6, actor: '' };

const matching = new Uint8Array(size); // all filters but time
const shown = new Uint8Array(size);

function matchAll() {
  const words = findWords(filters.text);
  const actor = filters.actor;
  for (let i = 0; i < size; i++) {
    matching[i] = !filters.off.has(typeOf[i]) && precisionOf[i] <= filters.precision &&
      (actor === '' || get(i, 'actor1') === actor || get(i, 'actor2') === actor) &&
      (words.length === 0 || hasWords(i, words)) ? 1 : 0;
  }
  matchTime();
}

// matchTime keeps an event that touches the chosen days. One without a date is
// shown only as long as no days are chosen.
function matchTime() {
  const from = filters.from, to = filters.to;
  for (let i = 0; i < size; i++) {
    shown[i] = matching[i] && (from === null || (firstDay[i] !== noDay && firstDay[i] <= to && lastDay[i] >= from)) ? 1 : 0;
  }
}

// Words are looked for once in each short text, which many events share, and in
// the long texts of each event.
const searched = ['title', 'sub_event_type', 'actor1', 'actor2', 'place', 'place_name', 'adm1', 'adm2', 'country', 'document', 'source', 'quote'];
const plainShort = [], plainLong = new Array(size);

function findWords(text) {
  const words = plainText(text).split(/\s+/).filter(Boolean);
  if (words.length && !plainShort.length) for (const s of strings) plainShort.push(plainText(s));
  return words.map(word => ({ word, has: Uint8Array.from(plainShort, s => s.includes(word) ? 1 : 0) }));
}

function hasWords(event, words) {
  return words.every(w => searchedAt.some(at => {
    const v = rows[event][at];
    return typeof v === 'number' && w.has[v] === 1;
  }) || longText(event).includes(w.word));
}

const searchedAt = searched.map(name => columnAt.get(name));

function longText(event) {
  if (plainLong[event] === undefined) {
    plainLong[event] = plainText(searchedAt.map(at => rows[event][at]).filter(v => typeof v === 'string').join('\n'));
  }
  return plainLong[event];
}

// plainText is what texts are compared by: without case and accents.
function plainText(s) {
  s = s.toLowerCase();
  return /^[\x00-\x7f]*$/.test(s) ? s : s.normalize('NFD').replace(/\p{M}/gu, '');
}

function shownEvents() {
  const list = [];
  for (let i = 0; i < size; i++) if (shown[i]) list.push(i);
  return list;
}

function located(event) {
  return spotOf[event] >= 0;
}
