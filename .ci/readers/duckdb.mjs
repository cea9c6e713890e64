// Prints what DuckDB sees in a Parquet file: with "types" the columns' names and
// types, else the rows in their order as GeoJSON, with the place from the column
// bbox.
import { DuckDBInstance } from '@duckdb/node-api';
import { collection } from './collection.mjs';

const [path, what] = process.argv.slice(2);
const db = await (await DuckDBInstance.create(':memory:')).connect();
const from = `read_parquet('${path.replaceAll("'", "''")}')`;
if (what === 'types') {
  const rows = (await db.runAndReadAll(`DESCRIBE SELECT * FROM ${from}`)).getRowObjects();
  for (const r of rows) console.log(`${r.column_name}: ${r.column_type}`);
} else {
  const reader = await db.runAndReadAll(`SELECT * FROM ${from}`);
  const rows = reader.getRowObjectsJS();
  const days = reader.columnNames().filter((_, i) => String(reader.columnType(i)) === 'DATE');
  collection(rows.map((row) => [row, row.bbox && { type: 'Point', coordinates: [row.bbox.xmin, row.bbox.ymin] }]), days);
}
