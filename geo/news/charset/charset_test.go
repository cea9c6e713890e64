package charset

import (
	"errors"
	"strings"
	"testing"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/japanese"
	"golang.org/x/text/encoding/simplifiedchinese"
	utf "golang.org/x/text/encoding/unicode"
)

const (
	russian = "Взрыв прогремел в центре города в понедельник утром. По словам полиции, погибли двенадцать человек, ещё тридцать ранены. Ответственность пока никто не взял."
	arabic  = "قالت الشرطة إن سيارة مفخخة انفجرت في سوق وسط المدينة صباح يوم الاثنين، مما أسفر عن مقتل سبعة أشخاص وإصابة عشرين آخرين."
	french  = "L'explosion a eu lieu près du marché à Bamako; la gendarmerie a évacué le quartier où trois blessés étaient soignés."
	chinese = "警方说，星期一上午市中心的一个市场发生汽车炸弹爆炸，造成七人死亡，二十人受伤。"
	kanji   = "警察によると、月曜日の朝、市の中心部にある市場で車が爆発し、七人が死亡、二十人が負傷した。"
)

func encoded(t *testing.T, e encoding.Encoding, s string) []byte {
	t.Helper()
	out, err := e.NewEncoder().Bytes([]byte(s))
	if err != nil {
		t.Fatal(err)
	}
	return out
}

func TestDecode(t *testing.T) {
	enc := func(e encoding.Encoding, s string) []byte { return encoded(t, e, s) }
	for _, tt := range []struct {
		data     []byte
		declared string
		want     string
		note     string
		reason   string
	}{
		{[]byte("Plain."), "", "Plain.", "", "ASCII"},
		{[]byte("Plain."), "iso-8859-1", "Plain.", "", "a label that makes no difference"},
		{[]byte("\ufeffCafé"), "", "Café", "", "a mark is no text"},
		{[]byte("Café"), "iso-8859-1", "Café", "declared as windows-1252, but is UTF-8", "a wrong label"},
		{[]byte("Caf\xe9 bomb\xe9."), "", "Café bombé.", "not UTF-8; read as windows-1252", "too short for a guess"},
		{[]byte("Caf\xe9"), "utf-8", "Café", "not utf-8, as it declares; read as windows-1252", "a wrong label the other way"},
		{[]byte("Más fuego en Perú. \xff"), "", "Más fuego en Perú. \ufffd", "some bytes are not UTF-8", "damage"},
		{enc(charmap.Windows1251, russian), "", russian, "not UTF-8; read as windows-1251", "undeclared Cyrillic"},
		{enc(charmap.KOI8R, russian), "", russian, "not UTF-8; read as koi8-r", "the other Cyrillic"},
		{enc(charmap.Windows1251, russian), "windows-1251", russian, "", "declared"},
		{enc(charmap.Windows1251, russian), "iso-8859-1", russian, "not windows-1252, as it declares; read as windows-1251", "a Western label on everything"},
		{enc(charmap.Windows1251, russian), "no-such-thing", russian, "not UTF-8; read as windows-1251", "an unknown label is none"},
		{enc(charmap.Windows1256, arabic), "", arabic, "not UTF-8; read as windows-1256", "undeclared Arabic"},
		{enc(charmap.Windows1252, french), "", french, "not UTF-8; read as windows-1252", "undeclared French"},
		{enc(charmap.Windows1252, french), "latin1", french, "", "declared by another name"},
		{enc(simplifiedchinese.GB18030, chinese), "gb2312", chinese, "", "declared Chinese"},
		{enc(japanese.ISO2022JP, kanji), "iso-2022-jp", kanji, "", "ASCII with escapes"},
		{enc(utf.UTF16(utf.LittleEndian, utf.UseBOM), french), "", french, "", "UTF-16 with a mark"},
		{enc(utf.UTF16(utf.BigEndian, utf.IgnoreBOM), french), "", french, "UTF-16 without a byte order mark", "Western text shows it"},
		{[]byte("Café"), strings.Repeat("x", 1000), "Café", "", "a hostile label"},
	} {
		got, note, err := Decode(tt.data, tt.declared)
		if err != nil || got != tt.want {
			t.Errorf("%s: got %q, %v", tt.reason, got, err)
		}
		if said := noteText(note); said != tt.note {
			t.Errorf("%s: note %q, want %q", tt.reason, said, tt.note)
		}
	}
}

func noteText(err error) string {
	if err == nil {
		return ""
	}
	return err.Error()
}

func TestDecodeBinary(t *testing.T) {
	for _, data := range []string{"\x89PNG\x00\x01", "\x00\x01\x02\x03\x04\x05\x06\x07\x08\x00\x01\x02\x03\x04\x05\x06\x07\x08"} {
		if _, _, err := Decode([]byte(data), ""); !errors.Is(err, ErrBinary) {
			t.Errorf("%q: %v", data, err)
		}
	}
}

func FuzzDecode(f *testing.F) {
	f.Add([]byte("Caf\xe9"), "utf-8")
	f.Add([]byte("\xff\xfea\x00"), "")
	f.Add([]byte("\x1b$B7Y"), "iso-2022-jp")
	f.Add([]byte("a\x00b\x00c\x00d\x00e\x00f\x00g\x00h\x00\x00\xd8"), "")
	f.Fuzz(func(t *testing.T, data []byte, declared string) {
		s, _, err := Decode(data, declared)
		if err == nil && !utf8.ValidString(s) {
			t.Fatalf("%q", s)
		}
		if len(s) > 4*len(data) {
			t.Fatalf("%d bytes became %d", len(data), len(s))
		}
	})
}
