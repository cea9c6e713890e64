// The map: its dots, and what opens when one is chosen.

function makeMap() {
  map = L.map('map', {
    zoomControl: false, attributionControl: false, minZoom: 1, maxZoom: settings.tiles ? 18 : 13, zoomSnap: 0.5,
    worldCopyJump: false, maxBounds: [[-90, -200], [90, 200]], maxBoundsViscosity: 0.8,
    zoomAnimation: !reducedMotion(), fadeAnimation: !reducedMotion(), inertia: !reducedMotion(),
  });
  L.control.zoom({ position: 'topright' }).addTo(map);
  L.control.scale({ imperial: false, position: 'bottomright' }).addTo(map);
  showEverything();
  dots = new Dots('markerPane').addTo(map);
  map.on('click', e => pick(e.containerPoint, e.latlng));
  map.on('mousemove', e => hover(e.containerPoint));
  map.on('moveend', saveView);
  map.on('popupclose', unselect);
  map.on('popupopen moveend', uncover);
  map.on('popupclose', () => $('key').classList.remove('under'));
}

// uncover takes the key away while it would lie on what a pop-up says.
function uncover() {
  const shown = document.querySelector('.leaflet-popup');
  $('key').classList.toggle('under', Boolean(shown) && overlap(boxOf(shown), boxOf($('key'))));
}

function boxOf(e) {
  const b = e.getBoundingClientRect();
  return { x: b.x, y: b.y, w: b.width, h: b.height };
}

// makeBackdrop draws what lies behind the events: land and borders from this
// file, and over them the tiles if there are to be any.
function makeBackdrop() {
  readWorld();
  readCountryNames();
  backdrop = new Backdrop('tilePane').addTo(map);
  backdrop.draw();
  if (settings.tiles) L.tileLayer(settings.tiles, { maxZoom: 18 }).addTo(map);
}

function reducedMotion() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function showEverything() {
  const box = L.latLngBounds([]);
  for (let s = 0; s < settings.spots; s++) box.extend(placeAt(s));
  if (box.isValid()) map.fitBounds(box, { padding: [46, 46], maxZoom: 9, animate: false });
  else map.setView([20, 10], 2);
}

function pick(point, at) {
  const d = dots.at(point);
  if (!d) return;
  if (d.area !== undefined) openPile(eventsIn(d.area), at, '');
  else if (!d.place) open(d.event);
  else if (d.place.spots.length > 1 && map.getZoom() < map.getMaxZoom()) zoomInto(d.place);
  else openPile(eventsOf(d.place), d.place.spots.length > 1 ? at : placeAt(d.place.spots[0]), nameOf(d.place));
}

// zoomInto shows the spots of a place apart.
function zoomInto(place) {
  const box = L.latLngBounds(place.spots.map(placeAt));
  map.fitBounds(box, { padding: [60, 60], maxZoom: Math.min(map.getMaxZoom(), map.getZoom() + 4) });
}

// eventsIn returns the events shown that are known to an area and no finer.
function eventsIn(area) {
  return Array.from(list.filter(i => areaOf[i] === area));
}

function hover(point) {
  const d = dots.at(point), at = $('map');
  at.classList.toggle('over', Boolean(d));
  at.title = !d ? '' : d.event !== undefined ? titleOf(facts(d.event)) :
    d.place ? countWords(d.place.n, 'event', 'events') + wherein(d.place) :
      countWords(d.total, 'event', 'events') + ' somewhere in this area';
}

function wherein(place) {
  if (place.spots.length > 1) return ' in ' + numbers.format(place.spots.length) + ' places; click to come closer';
  return nameOf(place) ? ', ' + nameOf(place) : ' here';
}

function select(event) {
  dots.selected = event;
  dots.redraw();
  markInList(event);
  saveView();
}

function unselect() { select(-1); }

// open shows an event: on the map if it is there, else in place.
function open(event, back) {
  const content = story(event);
  if (back) {
    const button = element('button', 'back', '‹ All ' + numbers.format(back.length) + ' events here');
    button.type = 'button';
    button.addEventListener('click', () => openPile(back, placeAt(spotOf[event]), ''));
    content.prepend(button);
  }
  if (located(event)) popup(placeAt(spotOf[event]), content);
  else {
    map.closePopup();
    dialog(content);
  }
  select(event);
}

function dialog(content) {
  $('aside').replaceChildren(content);
  if (!$('dialog').open) $('dialog').showModal();
}

// popup shows content at a spot of the map, or over the page where the map is
// too small for both.
function popup(at, content) {
  map.off('popupclose', unselect);
  const { x, y } = map.getSize();
  if (y < 340 || x < 480 && y < 520) return dialog(content);
  L.popup({ maxWidth: Math.min(340, map.getSize().x - 90), maxHeight: Math.max(160, map.getSize().y - 90), autoPanPaddingTopLeft: [14, 14], autoPanPaddingBottomRight: [54, 14] })
    .setLatLng(at).setContent(content).openOn(map);
  map.on('popupclose', unselect);
}

// openPile lists the events of one place.
function openPile(events, at, name) {
  const place = name || get(events[0], 'place_name') || get(events[0], 'place') || 'one spot';
  popup(at, element('div', 'details', written('h2', '', countWords(events.length, 'event', 'events') + ', ' + place), pileList(events)));
  dots.selected = events[0]; // marks the pile, and no event of the list
  dots.redraw();
}
