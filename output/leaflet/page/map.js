// The map: its dots, and what opens when one is chosen.

function makeMap() {
  map = L.map('map', {
    zoomControl: false, attributionControl: false, minZoom: 1, maxZoom: 13, zoomSnap: 0.5,
    worldCopyJump: false, maxBounds: [[-90, -200], [90, 200]], maxBoundsViscosity: 0.8,
    zoomAnimation: !reducedMotion(), fadeAnimation: !reducedMotion(), inertia: !reducedMotion(),
  });
  L.control.zoom({ position: 'topright' }).addTo(map);
  L.control.scale({ imperial: false, position: 'bottomright' }).addTo(map);
  readCountryNames();
  showEverything();
  restyleBackdrop = addBackdrop(map);
  dots = new Dots().addTo(map);
  map.on('click', e => pick(e.containerPoint));
  map.on('mousemove', e => hover(e.containerPoint));
  map.on('moveend', saveView);
  map.on('popupclose', () => select(-1));
}

function reducedMotion() {
  return matchMedia('(prefers-reduced-motion: reduce)').matches;
}

function showEverything() {
  const box = L.latLngBounds([]);
  for (const spot of spots) box.extend([spot.lat, spot.lon]);
  if (box.isValid()) map.fitBounds(box, { padding: [46, 46], maxZoom: 9, animate: false });
  else map.setView([20, 10], 2);
}

function pick(point) {
  const d = dots.at(point);
  if (!d) return;
  if (d.spots > 1) zoomInto(d.events);
  else if (d.events) openPile(d.events);
  else open(d.event);
}

// zoomInto shows the spots of a pile apart.
function zoomInto(events) {
  const box = L.latLngBounds([]);
  for (const i of events) box.extend([spots[spotOf[i]].lat, spots[spotOf[i]].lon]);
  map.fitBounds(box, { padding: [60, 60], maxZoom: Math.min(map.getMaxZoom(), map.getZoom() + 4) });
}

function hover(point) {
  const d = dots.at(point);
  $('map').classList.toggle('over', Boolean(d));
  $('map').title = d ? (d.events ? countWords(d.events.length, 'event', 'events') + (d.spots > 1 ? ' near here' : ' here') : titleOf(d.event)) : '';
}

function select(event) {
  dots.selected = event;
  dots.redraw();
  for (const old of document.querySelectorAll('.item[aria-current]')) old.removeAttribute('aria-current');
  const button = event < 0 ? null : document.querySelector('.item[data-event="' + event + '"]');
  if (button) button.setAttribute('aria-current', 'true');
  saveView();
}

// open shows an event: on the map if it is there, else in place.
function open(event, back) {
  const content = details(event);
  if (back) {
    const button = element('button', 'back', '‹ All ' + back.length + ' events here');
    button.type = 'button';
    button.addEventListener('click', () => openPile(back));
    content.prepend(button);
  }
  show(event, content);
  select(event);
}

function show(event, content) {
  if (!located(event)) {
    map.closePopup();
    dialog(content);
    return;
  }
  const spot = spots[spotOf[event]];
  popup([spot.lat, spot.lon], content);
}

function dialog(content) {
  $('aside').replaceChildren(content);
  if (!$('dialog').open) $('dialog').showModal();
}

// popup shows content at a spot of the map, or over the page where the map is
// too low for it.
function popup(at, content) {
  map.off('popupclose');
  if (map.getSize().y < 520) return dialog(content);
  L.popup({ maxWidth: Math.min(340, map.getSize().x - 90), maxHeight: Math.max(160, map.getSize().y - 90), autoPanPaddingTopLeft: [14, 14], autoPanPaddingBottomRight: [54, 14] })
    .setLatLng(at).setContent(content).openOn(map);
  map.on('popupclose', () => select(-1));
}

function openPile(events) {
  const spot = spots[spotOf[events[0]]];
  const place = spotName(events) || get(events[0], 'place_name') || 'one spot';
  const items = element('ol', 'pile', ...events.slice(0, 300).map(listItem));
  items.addEventListener('click', e => {
    const button = e.target.closest('.item');
    if (button) open(+button.dataset.event, events);
  });
  const box = element('div', 'details', written('h2', '', countWords(events.length, 'event', 'events') + ', ' + place), items);
  if (events.length > 300) box.append(element('p', 'when', 'The first 300 are listed.'));
  popup([spot.lat, spot.lon], box);
  dots.selected = events[0]; // marks the pile, and no event of the list
  dots.redraw();
}
