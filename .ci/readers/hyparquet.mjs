// Prints a GeoParquet file as GeoJSON, as hyparquet sees it: geometry is decoded
// because the metadata under "geo" says so.
import { readFileSync } from 'node:fs';
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { collection } from './collection.mjs';

const bytes = readFileSync(process.argv[2]);
const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength);
const rows = await parquetReadObjects({ file, compressors });
const columns = parquetSchema(parquetMetadata(file)).children;
const days = columns.filter((c) => c.element.logical_type?.type === 'DATE').map((c) => c.element.name);
collection(rows.map(({ geometry, ...rest }) => [rest, geometry]), days);
