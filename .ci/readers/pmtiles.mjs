// Prints what the reader of npm sees in a PMTiles file: its header and metadata, or
// with "tiles" the features of all its tiles as GeoJSON, each with its number and the
// zoom of its tile as properties. Tiles are found from those of the zoom before.
import { readFileSync } from 'node:fs';
import { PMTiles } from 'pmtiles';
import { VectorTile } from '@mapbox/vector-tile';
import { PbfReader } from 'pbf';
import { collection } from './collection.mjs';

const [path, what] = process.argv.slice(2);
const file = readFileSync(path);
const archive = new PMTiles({
  getKey: () => path,
  getBytes: async (offset, length) => ({ data: new Uint8Array(file.subarray(offset, offset + length)).buffer }),
});
const header = await archive.getHeader();
const pairs = [];

async function visit(z, x, y) {
  const tile = await archive.getZxy(z, x, y);
  if (!tile) return;
  const layer = new VectorTile(new PbfReader(new Uint8Array(tile.data))).layers.events;
  for (let i = 0; i < (layer?.length ?? 0); i++) {
    const f = layer.feature(i);
    pairs.push([{ ...f.properties, number: f.id, zoom: z }, f.toGeoJSON(x, y, z).geometry]);
  }
  if (z === header.maxZoom) return;
  for (const [dx, dy] of [[0, 0], [1, 0], [0, 1], [1, 1]]) await visit(z + 1, 2 * x + dx, 2 * y + dy);
}

if (what === 'tiles') {
  await visit(0, 0, 0);
  collection(pairs);
} else {
  console.log(JSON.stringify({ header, metadata: await archive.getMetadata() }));
}
