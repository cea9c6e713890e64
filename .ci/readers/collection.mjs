// Prints pairs of properties and GeoJSON geometry as a FeatureCollection: numbers
// in full, dates without a zone, and those of the columns named in days as days.
export function collection(pairs, days = []) {
  const plain = ([key, value]) => {
    if (!(value instanceof Date)) return [key, value ?? null];
    return [key, value.toISOString().slice(0, days.includes(key) ? 10 : 19)];
  };
  const features = pairs.map(([properties, geometry]) => ({
    type: 'Feature',
    geometry: geometry ?? null,
    properties: Object.fromEntries(Object.entries(properties).map(plain)),
  }));
  // JSON.stringify refuses big integers: they are marked, and the marks taken off.
  const text = JSON.stringify({ type: 'FeatureCollection', features }, (_, v) => (typeof v === 'bigint' ? `\u0000big:${v}` : v));
  process.stdout.write(text.replace(/"\\u0000big:(-?\d+)"/g, '$1'));
}
