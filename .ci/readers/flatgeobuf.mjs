// Prints a FlatGeobuf file as GeoJSON, as the reader of npm sees it.
import { readFileSync } from 'node:fs';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';

const features = [];
for await (const f of deserialize(new Uint8Array(readFileSync(process.argv[2])))) features.push(f);
process.stdout.write(JSON.stringify(
  { type: 'FeatureCollection', features },
  (_, v) => (typeof v === 'bigint' ? JSON.rawJSON?.(String(v)) ?? Number(v) : v),
));
