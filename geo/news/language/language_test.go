package language

import (
	"strings"
	"testing"
)

func TestDetect(t *testing.T) {
	for _, tt := range []struct{ text, want, reason string }{
		{"", "", "nothing"},
		{"Explosion à Bamako", "", "too short"},
		{"Police said a car bomb went off in the market on Monday, killing twelve people and wounding thirty others who were waiting at the gates of the old town.", "en", "English"},
		{"Mayor Jean-Luc de la Roche of Villeneuve-sur-Lot said that Le Monde and La Dépêche du Midi had the names of the wounded, among them Marie de la Tour and Paul des Rosiers of the Rue de la Paix.", "en", "English full of French names"},
		{"The governor of San Luis de la Paz, José Luis de la Cruz, met the mayor of El Paso in Los Mochis; the Ejército de Liberación Nacional and the Cartel del Golfo de la Sierra had fought in Las Cruces and Los Reyes.", "", "English full of Spanish names: nothing is claimed"},
		{"BAMAKO: 12 DEAD. GAO: 4 DEAD. TIMBUKTU: 3 WOUNDED. KIDAL: 2 WOUNDED. MOPTI: 1 DEAD. SEGOU: 5 DEAD. SIKASSO: 8 DEAD. KAYES: 9 DEAD. KITA: 1 DEAD. NIONO: 2 DEAD. DJENNE: 2 DEAD. BANAMBA: 4 DEAD.", "", "a list has no small words"},
		{"L'explosion a eu lieu lundi matin près du marché central de la ville. Selon la police, douze personnes ont été tuées et trente autres blessées dans l'attaque, qui n'a pas été revendiquée.", "fr", "French"},
		{"La explosión se produjo el lunes por la mañana cerca del mercado central de la ciudad. Según la policía, doce personas murieron y otras treinta resultaron heridas en el ataque.", "es", "Spanish"},
		{"A explosão ocorreu na manhã de segunda-feira perto do mercado central da cidade. Segundo a polícia, doze pessoas morreram e outras trinta ficaram feridas no ataque, que não foi reivindicado.", "pt", "Portuguese"},
		{"Die Explosion ereignete sich am Montagmorgen in der Nähe des zentralen Marktes der Stadt. Nach Angaben der Polizei wurden zwölf Menschen getötet und dreißig weitere bei dem Angriff verletzt.", "de", "German"},
		{"L'esplosione è avvenuta lunedì mattina nei pressi del mercato centrale della città. Secondo la polizia, dodici persone sono morte e altre trenta sono rimaste ferite nell'attacco.", "it", "Italian"},
		{"Ledakan itu terjadi pada Senin pagi di dekat pasar pusat kota. Menurut polisi, dua belas orang tewas dan tiga puluh lainnya terluka dalam serangan yang belum diklaim oleh siapa pun itu.", "id", "Indonesian"},
		{"Patlama pazartesi sabahı şehrin merkezindeki pazarın yakınında oldu. Polise göre saldırıda on iki kişi öldü ve otuz kişi yaralandı; ancak saldırıyı üstlenen olmadı. Bu, son bir ay içinde kentte olan en büyük saldırı oldu.", "tr", "Turkish"},
		{"وقال مصدر في الشرطة إن سيارة مفخخة انفجرت في سوق وسط المدينة صباح يوم الاثنين، ما أسفر عن مقتل سبعة أشخاص.", "ar", "Arabic"},
		{"به گفته پلیس، صبح دوشنبه یک خودروی بمب\u200cگذاری شده در بازار مرکزی شهر منفجر شد که در آن هفت نفر کشته شده است.", "fa", "Persian, in the same script"},
		{"Взрыв прогремел в центре города в понедельник утром. По словам полиции, погибли двенадцать человек, и ещё тридцать были ранены.", "ru", "Russian"},
		{"Вибух пролунав у центрі міста в понеділок вранці. За словами поліції, загинули дванадцять людей, а також тридцять були поранені.", "uk", "Ukrainian, in the same script"},
		{"警方说，星期一上午市中心的一个市场发生汽车炸弹爆炸，造成七人死亡，二十人受伤。没有人声称对此负责。", "zh", "Chinese"},
		{"警察によると、月曜日の朝、市の中心部にある市場で車が爆発し、七人が死亡、二十人が負傷した。", "ja", "Japanese has Chinese characters"},
		{"Police in Kyiv said that the word \"Взрыв\" (blast) was painted on the wall of the house, and that the men who had been seen there were gone.", "en", "a foreign word in English"},
	} {
		if got := Detect(tt.text); got != tt.want {
			t.Errorf("%s: got %q, want %q", tt.reason, got, tt.want)
		}
	}
}

func TestName(t *testing.T) {
	if Name("fr") != "French" || Name("xx") != "xx" {
		t.Errorf("%s, %s", Name("fr"), Name("xx"))
	}
}

func TestList(t *testing.T) {
	tab := languages()
	if tab.entries[0].code != English {
		t.Fatalf("the first language is %s", tab.entries[0].code)
	}
	for i, e := range tab.entries {
		if tab.scripts[tab.of[i]] == nil {
			t.Errorf("%s: Unicode has no script %s", e.code, e.script)
		}
	}
	for w := range tab.words {
		if strings.ToLower(w) != w {
			t.Errorf("%q is not in small letters", w)
		}
	}
}

func FuzzDetect(f *testing.F) {
	f.Add("Le chat\x00\xff")
	f.Fuzz(func(t *testing.T, s string) {
		if code := Detect(s); code != "" && Name(code) == code {
			t.Fatalf("%q has no name", code)
		}
	})
}

// TestDetectByLetters reads stories so short that their small words do not decide.
func TestDetectByLetters(t *testing.T) {
	for want, s := range map[string]string{
		"ru": "В понедельник в результате обстрела города погибли три человека, ещё восемь получили ранения, сообщили в полиции.",
		"uk": "У понеділок внаслідок обстрілу міста загинули троє людей, ще вісім були поранені, повідомили в поліції.",
		"bg": "В понеделник при взрив на пазара загинаха трима души, а осем бяха ранени, съобщиха от полицията.",
		"tr": "Pazartesi günü kentte düzenlenen bombalı saldırıda üç kişi hayatını kaybetti, sekiz kişi yaralandı. Polis yolu trafiğe kapattı, saldırıyı kimse üstlenmedi, yaralılar hastaneye kaldırıldı, valilik açıklama yaptı.",
		"fa": "روز دوشنبه انفجار خودرو هفت کشته گذاشت، گفت پلیس",
		"ar": "انفجرت سيارة مفخخة يوم الاثنين وأصيب عشرون شخصا بجروح",
	} {
		if got := Detect(s); got != want {
			t.Errorf("%s: got %q, want %q", s, got, want)
		}
	}
}

func BenchmarkDetect(b *testing.B) {
	s := strings.Repeat("Police said that a bomb went off near the market of Bamako, killing twelve. ", 60)
	b.SetBytes(int64(len(s)))
	for b.Loop() {
		Detect(s)
	}
}
