// Says of each file whether check-geojson takes it for valid: a line "valid" or
// "faulty".
import { readFileSync } from "node:fs";
import { check } from "@placemarkio/check-geojson";

for (const path of process.argv.slice(2)) {
	try {
		check(readFileSync(path, "utf8"));
		console.log("valid");
	} catch {
		console.log("faulty");
	}
}
