package en

// RoadAccident reports whether a sentence tells that somebody was run over, and of nobody armed:
// "a bus hit and killed a biker", "was struck by a train".
func (w *Words) RoadAccident() bool {
	found := false
	for k := range w.Tokens {
		x := w.At(k)
		if armsWords.has(x) {
			return false
		}
		over := x == "ran" || x == "run" || x == "knocked"
		if !knocked.has(x) || over && w.At(k+1) != "over" && w.At(k+1) != "into" && w.At(k+1) != "down" {
			continue
		}
		found = found || vehicles.has(w.At(k-1)) || w.byVehicle(k+1)
	}
	return found
}

// byVehicle reports whether the passive before token i says that a vehicle did it: "by a speeding
// lorry", "over by a bus".
func (w *Words) byVehicle(i int) bool {
	for k := i; k < i+2; k++ {
		if w.At(k) != "by" {
			continue
		}
		for n := k + 1; n < k+6 && !w.Mark(n); n++ {
			if vehicles.has(w.At(n)) {
				return true
			}
		}
	}
	return false
}

var (
	knocked = setOf("hit struck ran run knocked ploughed plowed collided overturned crashed killed")

	vehicles = setOf("bus buses minibus car cars truck trucks lorry lorries trailer train van suv taxi cab motorcycle motorbike tram tractor ambulance jeep")

	// armsWords make of a crash something else than an accident.
	armsWords = setOf(`bomb bombs bomber bombers bombing mine mines landmine landmines ied ieds explosive explosives blast explosion exploded gunmen gunman
		militant militants attack attacks attacked attacker attackers assailant assailants rebel rebels insurgent insurgents terrorist terrorists
		suicide rammed ramming deliberately intentionally crowd crowds rocket rockets missile missiles shell shells shelling mortar mortars grenade
		grenades gunfire fire bullet bullets shot shots drone drones airstrike airstrikes strike strikes checkpoint stone stones warplane warplanes
		jet jets settler settlers soldier soldiers troops`)
)
