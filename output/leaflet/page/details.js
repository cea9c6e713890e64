// What is said of one event: in the list and in pop-ups. All text of events
// goes in as text nodes; none of it is ever read as markup.

function element(tag, className, ...children) {
  const e = document.createElement(tag);
  if (className) e.className = className;
  for (const child of children) {
    if (child === null || child === undefined || child === '') continue;
    e.append(child);
  }
  return e;
}

// written is an element for text of the input, whose direction is its own.
function written(tag, className, text) {
  const e = element(tag, className, text);
  e.dir = 'auto';
  return e;
}

function dot(event) {
  const e = element('span', precisionOf[event] >= coarseFrom || !located(event) ? 'dot hollow' : 'dot');
  e.style.color = 'var(--type-' + typeOf[event] + ')';
  return e;
}

function titleOf(event) {
  return get(event, 'title') || get(event, 'event_type') || 'Event without a title';
}

function dateOf(event) {
  const edtf = get(event, 'date_edtf') || '';
  const first = dated(event) ? firstDay[event] : null;
  return dateWords(first, lastDay[event], get(event, 'date_precision'), edtf.includes('~'));
}

function tolls(event) {
  const list = [tollWords(get(event, 'killed'), get(event, 'killed_low'), get(event, 'killed_high'), 'killed')];
  for (const word of ['wounded', 'displaced']) if (get(event, word)) list.push(tollWords(get(event, word), null, null, word));
  return list.filter(Boolean);
}

const regions = new Intl.DisplayNames(['en'], { type: 'region' });

function countryName(code) {
  try { return code ? regions.of(code) : ''; } catch { return code; }
}

// placeOf says where it happened, as written and as the gazetteer has it.
function placeOf(event) {
  const name = get(event, 'place'), relation = get(event, 'place_relation');
  if (!name) return '';
  const said = relation && relation !== 'in' ? relation + ' ' + name : name;
  const area = [get(event, 'adm2'), get(event, 'adm1'), countryName(get(event, 'country'))];
  const known = get(event, 'place_name');
  const around = area.filter((a, n) => a && a !== known && area.indexOf(a) === n);
  const type = get(event, 'place_type');
  const found = [known && known !== name ? known : '', type && !/^adm\d|country$/.test(type) ? type : ''].filter(Boolean).join(', ');
  return [said, [found, ...around].filter(Boolean).join(', ')].filter(Boolean).join(' — ');
}

// safeLink is a link only to the web: a javascript: address stays text.
function safeLink(address, text) {
  let url = null;
  try { url = new URL(address); } catch { /* not an address */ }
  if (!url || (url.protocol !== 'https:' && url.protocol !== 'http:')) return written('span', '', address);
  const a = written('a', '', text || url.hostname);
  a.href = url.href;
  a.target = '_blank';
  a.rel = 'noopener noreferrer';
  return a;
}

function sourceOf(event) {
  const publisher = get(event, 'source'), url = get(event, 'source_url'), doc = get(event, 'document');
  if (!publisher && !url && !doc) return null;
  const line = element('p', 'source', 'Source: ');
  line.append(url ? safeLink(url, publisher) : written('span', '', publisher || doc));
  if (doc && (publisher || url)) line.append(written('span', 'document', ' (' + doc + ')'));
  return line;
}

function details(event) {
  const box = element('article', 'details');
  const kind = element('p', 'kind', dot(event), written('span', '', kindOf(event)));
  const status = get(event, 'status');
  if (status && status !== 'reported') kind.append(element('span', 'status', status));
  box.append(kind, written('h2', '', titleOf(event)), element('p', 'when', sentence(dateOf(event)).replace(/\.$/, '')));
  const actors = [get(event, 'actor1'), get(event, 'actor2')].filter(Boolean).join(' · ');
  const facts = element('dl', '');
  addFact(facts, 'Toll', tolls(event).join(', '));
  addFact(facts, 'Who', actors);
  addFact(facts, 'Where', placeOf(event));
  box.append(facts);
  const quote = get(event, 'quote');
  if (quote) box.append(written('blockquote', '', quote));
  const source = sourceOf(event);
  if (source) box.append(source);
  box.append(evidence(event));
  const more = own(event);
  if (more) box.append(more);
  return box;
}

// kindOf says the type, and the finer one unless the title begins with it.
function kindOf(event) {
  const type = get(event, 'event_type') || 'Type unknown', sub = get(event, 'sub_event_type');
  return sub && sub !== type && !titleOf(event).startsWith(sub) ? type + ': ' + sub : type;
}

function addFact(list, name, text) {
  if (text) list.append(element('dt', '', name), written('dd', '', text));
}

// evidence says how sure the place is, and what speaks for it.
function evidence(event) {
  const box = element('div', 'evidence');
  box.append(element('p', '', certaintyWords(get(event, 'match'), get(event, 'place_precision'), get(event, 'place_radius_m'), get(event, 'confidence'))));
  const why = get(event, 'evidence'), others = get(event, 'candidates');
  if (why) box.append(written('p', '', 'What speaks for it: ' + why + '.'));
  if (others) box.append(written('p', '', 'It could also be: ' + others + '.'));
  return box;
}

// own shows the input's own columns.
function own(event) {
  const list = element('dl', '');
  const values = row(event);
  for (let at = settings.fixed; at < settings.columns.length; at++) {
    const value = values[at];
    if (value !== null && value !== '') list.append(written('dt', '', settings.columns[at]), written('dd', '', String(value)));
  }
  if (!list.childElementCount) return null;
  return element('details', 'own', element('summary', '', 'From the input'), list);
}
