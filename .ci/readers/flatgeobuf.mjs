// Prints a FlatGeobuf file as GeoJSON, as the reader of npm sees it.
import { readFileSync } from 'node:fs';
import { deserialize } from 'flatgeobuf/lib/mjs/geojson.js';
import { collection } from './collection.mjs';

const pairs = [];
for await (const f of deserialize(new Uint8Array(readFileSync(process.argv[2])))) pairs.push([f.properties, f.geometry]);
collection(pairs);
