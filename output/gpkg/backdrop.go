package gpkg

func (d *database) addBackdrop() error { return nil }
