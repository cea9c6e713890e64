// The map: the countries, the candidates by number, and the point to set.

let map, pins, countries;

// colour returns a colour of the page's style.
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

function openMap(world) {
  map = L.map('map', { worldCopyJump: true, minZoom: 1, maxZoom: 12, zoomSnap: 0.5, center: [25, 15], zoom: 1.5, renderer: L.canvas({ padding: 0.5 }) });
  map.attributionControl.setPrefix(false).addAttribution('Natural Earth');
  countries = L.geoJSON(world.map(c => ({
    type: 'Feature', properties: {}, geometry: { type: 'MultiPolygon', coordinates: c.Area },
  })), { interactive: false }).addTo(map);
  paintCountries();
  world.forEach(nameCountry);
  pins = L.layerGroup().addTo(map);
  const far = () => {
    map.getContainer().classList.toggle('far', map.getZoom() < 4.5);
    map.getContainer().classList.toggle('farther', map.getZoom() < 2.5);
  };
  map.on('zoomend', far);
  far();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', paintCountries);
}

function paintCountries() {
  countries.setStyle({ weight: 1, color: colour('--border'), fillColor: colour('--land'), fillOpacity: 1 });
}

// nameCountry writes a country's name on its largest part.
function nameCountry(country) {
  let largest = null, size = -1; // in square degrees
  for (const [ring] of country.Area) {
    const bounds = L.latLngBounds(ring.map(([lon, lat]) => [lat, lon]));
    const area = (bounds.getEast() - bounds.getWest()) * (bounds.getNorth() - bounds.getSouth());
    if (area > size) [largest, size] = [bounds, area];
  }
  if (!largest) return; // an island too small for an area
  const name = document.createElement('span');
  name.textContent = country.Name;
  L.tooltip({ permanent: true, direction: 'center', className: size < 100 ? 'country small' : 'country', interactive: false }).setLatLng(largest.getCenter()).setContent(name).addTo(map);
}

// showPlaces puts places on the map: [{lat, lon, radius in metres if it has one, label, title, chosen, choose}].
function showPlaces(places) {
  pins.clearLayers();
  for (const p of places) {
    if (p.radius) L.circle([p.lat, p.lon], { radius: p.radius, weight: 1, color: colour('--good'), fillOpacity: 0.1, interactive: false }).addTo(pins);
    const title = document.createElement('span');
    title.textContent = p.title;
    L.marker([p.lat, p.lon], {
      icon: L.divIcon({ className: p.chosen ? 'pin chosen' : 'pin', html: String(p.label), iconSize: [24, 24] }),
      keyboard: false, zIndexOffset: p.chosen ? 1000 : -100 * places.indexOf(p),
    }).bindTooltip(title, { direction: 'top', className: 'called' }).on('click', p.choose).addTo(pins);
  }
  map.invalidateSize({ animate: false }); // what is written above it may take more room than before
  if (places.length) map.fitBounds(L.latLngBounds(places.map(p => [p.lat, p.lon])), { padding: [34, 34], maxZoom: 6, animate: false });
}
