// Prints rows as a FeatureCollection: numbers in full, days and times without a
// zone. What geometry returns of a row is its GeoJSON, or null.
export function collection(rows, geometry, days) {
  const plain = (value, key) => {
    if (value instanceof Date) {
      const text = String(value.toISOString()).slice(0, 19);
      return days.includes(key) ? text.slice(0, 10) : text;
    }
    return value ?? null;
  };
  const features = rows.map((row) => ({
    type: 'Feature',
    geometry: geometry(row) ?? null,
    properties: Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'geometry').map(([key, v]) => [key, plain(v, key)])),
  }));
  // JSON has no big integers in Node 20: they are marked, and the marks taken off.
  const text = JSON.stringify({ type: 'FeatureCollection', features }, (_, v) => (typeof v === 'bigint' ? `\u0000big:${v}` : v));
  process.stdout.write(text.replace(/"\\u0000big:(-?\d+)"/g, '$1'));
}
