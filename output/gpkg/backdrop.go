package gpkg

import (
	"database/sql"

	"github.com/dateline-map/dateline/output"
	"github.com/dateline-map/dateline/output/backdrop"
	"github.com/dateline-map/dateline/output/qgis"
)

// addBackdrop adds the countries of the world as a layer to those of a GeoPackage
// of the title: no two layers may have the same. There are too few of
// them for a spatial index to save anything.
func (d *database) addBackdrop(title string) error {
	countries, err := backdrop.Countries()
	if err != nil {
		return err
	}
	if err := d.exec("CREATE TABLE " + quoted(qgis.Backdrop) +
		" (fid INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, geom MULTIPOLYGON, name TEXT)"); err != nil {
		return err
	}
	row, err := d.prepare("INSERT INTO " + quoted(qgis.Backdrop) + " (geom, name) VALUES (?, ?)")
	if err != nil {
		return err
	}
	defer row.Close()
	bounds := output.Nowhere
	for _, c := range countries {
		if err := addCountry(row, &c, &bounds); err != nil {
			return err
		}
	}
	if err := d.addLayer(qgis.Backdrop, title+": backdrop", multiPolygon, bounds); err != nil {
		return err
	}
	return d.addStyle(qgis.Backdrop, geometryColumn, qgis.BackdropStyle())
}

func addCountry(row *sql.Stmt, c *backdrop.Country, bounds *output.Box) error {
	if len(c.Area) == 0 {
		return nil
	}
	bounds.Join(around(c.Area))
	geometry, err := appendGeometry(nil, c.Area)
	if err != nil {
		return err
	}
	_, err = row.ExecContext(background, geometry, c.Name)
	return err
}
