package cli

import (
	"bufio"
	"bytes"
	"encoding/json"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"github.com/dateline-map/dateline/output/outputtest/browser"
)

const reviewTable = `date,event_type,place,country,report
2023-04-02,Riots,Santa Rosa,,shops were looted near the bus station
2023-04-03,Riots,Santa Rosa,,a second night of fires in the market quarter
2023-04-08,Riots,Santa Rosa,,the mayor spoke of hired troublemakers
2023-04-09,Protests,Santa Rosa,,teachers marched to the governor's palace
2023-05-11,Protests,San Isidro,,a sit-in at the copper mine
2023-05-12,Riots,San Isidro,,
2023-05-20,Battles,Camp Sapphire,,mortar fire on the eastern gate
2023-05-21,Battles,Camp Sapphire,,
2023-06-01,Protests,Our correspondent,,
2023-06-04,Protests,Concepcion,,students blocked the bridge
2023-06-05,Protests,Santa Rosaa,,road blocked
2023-06-07,Protests,Llamapata Alta,Peru,a blockade of the valley road
2023-06-08,Protests,Llamapata Alta,Peru,
2023-06-06,Protests,Lima,Peru,a rally of nurses
`

const reviewStory = `Title: Curfew after unrest
Date: 2023-04-04

SANTA ROSA, April 4 - At least six people were killed in clashes in San Isidro on Monday, police said.
`

// running is a review that a test has started.
type running struct {
	address string
	said    *bytes.Buffer // whole once ended
	ended   func() int    // waits, and returns the exit code
}

// startReview starts a review and returns once it says its address.
func startReview(t *testing.T, args ...string) running {
	t.Helper()
	r, w := io.Pipe()
	said := new(bytes.Buffer)
	code := make(chan int, 1)
	go func() {
		code <- Main(append([]string{"dateline", "review"}, args...), Streams{In: strings.NewReader(""), Out: w, Err: said})
		w.Close()
	}()
	line, err := bufio.NewReader(r).ReadString('\n')
	if err != nil {
		t.Fatalf("no address: %s", said)
	}
	return running{strings.TrimSpace(line), said, sync.OnceValue(func() int { return <-code })}
}

// features runs the main job and returns the features by id.
func features(t *testing.T, folder string, inputs ...string) map[string]string {
	t.Helper()
	var said bytes.Buffer
	args := append([]string{"dateline", "map", "-o", folder}, inputs...)
	if code := Main(args, Streams{In: strings.NewReader(""), Out: io.Discard, Err: &said}); code != exitOK {
		t.Fatalf("exit code %d: %s", code, &said)
	}
	b, err := os.ReadFile(filepath.Join(folder, "events.geojson"))
	if err != nil {
		t.Fatal(err)
	}
	var layer struct{ Features []json.RawMessage }
	if err := json.Unmarshal(b, &layer); err != nil {
		t.Fatal(err)
	}
	all := make(map[string]string)
	for _, f := range layer.Features {
		var of struct{ ID string }
		if err := json.Unmarshal(f, &of); err != nil {
			t.Fatal(err)
		}
		all[of.ID] = string(f)
	}
	return all
}

// TestReview decides by keyboard alone what a run left open, and looks at what
// the next run makes of it.
func TestReview(t *testing.T) {
	pictures := docs(t)
	t.Chdir(t.TempDir())
	for name, content := range map[string]string{"reports.csv": reviewTable, "unrest.txt": reviewStory} {
		if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	chromium := browser.Start(t)
	before := features(t, "layers", "reports.csv", "unrest.txt")
	review := startReview(t, "reports.csv", "unrest.txt", "-o", "layers")
	p := chromium.Open(t, review.address, browser.Screen{Width: 1360, Height: 860})
	p.Wait(`document.documentElement.dataset.ready`)
	asked := func(name string) {
		t.Helper()
		p.Wait(`document.getElementById('name').textContent === '` + name + `' && !document.querySelector('#failure:not([hidden])')`)
	}
	asked("Santa Rosa")
	p.Press("2")
	asked("San Isidro")
	var onMap int
	if p.Eval(`(() => { const map = document.getElementById('map').getBoundingClientRect(), pins = [...document.querySelectorAll('.pin')].map(e => e.getBoundingClientRect());
		return pins.filter(p => p.left >= map.left && p.right <= map.right && p.top >= map.top && p.bottom <= map.bottom).length; })()`, &onMap); onMap != len(p.Texts("#candidates li")) {
		t.Errorf("%d candidates are to be seen on the map", onMap)
	}
	pictures("review.png", p.Picture())
	p.Press("n")
	asked("Camp Sapphire")
	p.Press("u")
	asked("San Isidro")
	p.Press("1")
	asked("Camp Sapphire")
	p.Press("p")
	p.Press("ArrowRight")
	p.Wait(`document.activeElement.id === 'map' && document.getElementById('at').value`)
	for range 3 { // past the two buttons that zoom
		p.Press("Tab")
	}
	p.Wait(`document.activeElement.id === 'at'`)
	p.Type("33.25, 44.5")
	p.Press("Enter")
	asked("Llamapata Alta")
	p.Wait(`document.getElementById('taken').textContent.startsWith('Taken for Peru')`)
	p.Press("a")
	asked("Concepcion")
	p.Press("j")
	asked("Our correspondent")
	p.Press("n")
	asked("Santa Rosaa")
	p.Press("s")
	p.Wait(`document.activeElement.id === 'text'`)
	p.Type("Santa Rosa")
	p.Press("Enter")
	p.Wait(`document.querySelector('#candidates button') === document.activeElement`)
	p.Press("1")
	asked("Concepcion")
	p.Press("t")
	p.Wait(`document.activeElement.id === 'note'`)
	p.Type("ask the desk")
	p.Press("Enter")
	p.Wait(`document.getElementById('noted').textContent === 'Note: ask the desk'`)
	clickPoint(t, p, asked)
	saved := fileText(t, "layers/decisions.csv")
	for _, want := range []string{"\nCamp Sapphire,,,,,33.25,44.5,,", "\nLlamapata Alta,Peru,,,iso:PE,", "\nOur correspondent,,,,none,", "\nSanta Rosaa,,,,gn:", "\nSan Isidro,,,,gn:", "\nConcepcion,,,,,,,,ask the desk,1,"} {
		if !strings.Contains(saved, want) {
			t.Errorf("decisions.csv lacks %q:\n%s", want, saved)
		}
	}
	p.Press("q")
	p.Wait(`!document.getElementById('over').hidden`)
	if code := review.ended(); code != exitOK {
		t.Errorf("exit code %d: %s", code, review.said)
	}
	if want := "dateline map reports.csv unrest.txt -o layers"; p.Text("#again") != want || !strings.Contains(review.said.String(), want) {
		t.Errorf("the next command is %q", p.Text("#again"))
	}
	if said := p.Console(); len(said) > 0 {
		t.Errorf("the console says %s", said)
	}
	for _, a := range p.Requests() {
		if !strings.HasPrefix(a, review.address[:strings.Index(review.address, "?")]) {
			t.Errorf("the page asked %s", a)
		}
	}
	onlyDecided(t, before, features(t, "layers", "reports.csv", "unrest.txt"))
}

// clickPoint finds Camp Sapphire by its letters, opens it again, clicks where it
// lies to within 5 km, and takes both back.
func clickPoint(t *testing.T, p *browser.Page, asked func(string)) {
	t.Helper()
	p.Press("f")
	p.Wait(`document.activeElement.id === 'filter'`)
	p.Type("sapph")
	p.Press("Enter")
	asked("Camp Sapphire")
	if shown := p.Texts("#names li:not([hidden]) .label"); len(shown) != 1 {
		t.Errorf("the filter shows %q", shown)
	}
	p.Press("o")
	p.Wait(`document.getElementById('decision').textContent === ''`)
	p.Press("p")
	p.Wait(`document.activeElement.id === 'map'`)
	for range 4 { // past the two buttons that zoom, and the numbers
		p.Press("Tab")
	}
	p.Wait(`document.activeElement.id === 'radius'`)
	p.Press("ArrowDown")
	p.Press("ArrowDown")
	p.Wait(`document.getElementById('radius').value === '5000'`)
	p.ClickOn("#map")
	// No other name that the filter shows is open: the page stays where it is.
	asked("Camp Sapphire")
	p.Wait(`document.getElementById('decision').textContent.startsWith('Decided')`)
	if saved := fileText(t, "layers/decisions.csv"); !regexp.MustCompile(`\nCamp Sapphire,,,,,-?[0-9.]+,-?[0-9.]+,5000,`).MatchString(saved) || strings.Contains(saved, "33.25") {
		t.Errorf("decisions.csv has not the point that was clicked:\n%s", saved)
	}
	p.Press("u")
	p.Press("u")
	p.Wait(`document.getElementById('decision').textContent.includes('33.25')`)
}

// onlyDecided checks that a run with decisions differs from the one without them
// in the events that hang on them, and in nothing else.
func onlyDecided(t *testing.T, before, after map[string]string) {
	t.Helper()
	if len(after) != len(before) {
		t.Errorf("%d events, before %d", len(after), len(before))
	}
	changed := 0
	for id, feature := range before {
		decided := strings.Contains(after[id], `"match":"decided"`)
		switch {
		case after[id] == "":
			t.Errorf("%s is gone: %s", id, feature)
		case after[id] != feature && !decided:
			t.Errorf("%s was not decided, and changed\nfrom %s\nto   %s", id, feature, after[id])
		case after[id] != feature:
			changed++
		case decided:
			t.Errorf("%s was decided to no effect: %s", id, feature)
		}
	}
	if changed != 12 {
		t.Errorf("%d events changed, want those of five names", changed)
	}
}

func fileText(t *testing.T, path string) string {
	t.Helper()
	b, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

// docs returns what puts pictures into docs, if the flag asks for them.
func docs(t *testing.T) func(name string, picture []byte) {
	t.Helper()
	folder, err := filepath.Abs("../../../docs")
	if err != nil {
		t.Fatal(err)
	}
	return func(name string, picture []byte) {
		if len(picture) < 10_000 {
			t.Errorf("a picture of %d bytes has nothing on it", len(picture))
		}
		if !*pictures {
			return
		}
		if err := os.WriteFile(filepath.Join(folder, name), picture, 0o644); err != nil {
			t.Fatal(err)
		}
	}
}
