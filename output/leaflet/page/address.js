// The view in the address, so that it can be shared.

let saving = 0;

function saveView() {
  clearTimeout(saving);
  saving = setTimeout(() => {
    const c = map.getCenter(), parts = ['map=' + [+map.getZoom().toFixed(1), c.lat.toFixed(3), c.lng.toFixed(3)].join('/')];
    if (filters.from !== null) parts.push('days=' + isoDay(filters.from) + '..' + isoDay(filters.to));
    if (filters.off.size) parts.push('without=' + [...filters.off].sort((a, b) => a - b).map(i => encodeURIComponent(classes[i].type)).join(','));
    if (filters.text) parts.push('text=' + encodeURIComponent(filters.text));
    if (filters.actor) parts.push('actor=' + encodeURIComponent(settings.actors[filters.actor - 1]));
    if (filters.only) parts.push('only=' + filters.only);
    if (sizing.of !== usualSizing) parts.push('size=' + sizing.of);
    if (filters.precision < 6) parts.push('precision=' + precisionNames[filters.precision]);
    if (dots.selected >= 0) parts.push('event=' + encodeURIComponent(get(dots.selected, 'id') || ''));
    try { history.replaceState(null, '', '#' + parts.join('&')); } catch { /* some browsers forbid it for files */ }
  }, 200);
}

// decoded is a part of the address as text; empty if it was cut short.
function decoded(part) {
  try { return decodeURIComponent(part); } catch { return ''; }
}

function restoreView() {
  const said = new Map(location.hash.slice(1).split('&').filter(Boolean).map(p => {
    const at = p.indexOf('=');
    return [p.slice(0, at), p.slice(at + 1)];
  }));
  applyView(said);
  return said;
}

function applyView(said) {
  const [zoom, lat, lng] = (said.get('map') || '').split('/').map(Number);
  if (Number.isFinite(zoom) && Number.isFinite(lat) && Number.isFinite(lng)) map.setView([lat, lng], zoom, { animate: false });
  const days = (said.get('days') || '').split('..').map(parseDay);
  if (days.length === 2 && days[0] !== null && days[1] !== null && days[0] <= days[1]) [filters.from, filters.to] = days;
  const precision = precisionNames.indexOf(said.get('precision'));
  if (precision >= 0) filters.precision = precision;
  filters.text = decoded(said.get('text') || '');
  filters.actor = settings.actors.indexOf(decoded(said.get('actor') || '')) + 1;
  if (['unplaced', 'undated'].includes(said.get('only'))) filters.only = said.get('only');
  if (['killed', 'events'].includes(said.get('size'))) setSizing(said.get('size'));
  for (const type of said.has('without') ? said.get('without').split(',') : []) {
    const i = classes.findIndex((c, n) => c.type === decoded(type) && n < classes.length - 1);
    if (i >= 0) filters.off.add(i);
  }
}

function openSaid(said) {
  if (!said.has('event')) return;
  const id = decoded(said.get('event'));
  const at = columnAt.get('id');
  for (let c = 0; c < chunks.length && size; c++) {
    const n = chunk(c).findIndex(row => row[at] === id);
    if (n >= 0) return open(c * settings.chunk + n);
  }
}
