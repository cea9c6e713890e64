package when

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"time"
)

type cellTest struct {
	cell   string
	order  Order
	want   string // EDTF; empty for the unknown time, "!" and a part of the message for an error
	reason string
}

var cells = []cellTest{
	{"2014-06-12", OrderUnknown, "2014-06-12", "ISO"},
	{"  2014-06-12 ", OrderUnknown, "2014-06-12", "space around"},
	{"2014-6-2", OrderUnknown, "2014-06-02", "ISO without the zeros"},
	{"2014/06/12", OrderUnknown, "2014-06-12", "the year first leaves one order"},
	{"2014.06.12", OrderUnknown, "2014-06-12", "dots"},
	{"2014 06 12", OrderUnknown, "2014-06-12", "spaces"},
	{"20140612", OrderUnknown, "2014-06-12", "ISO's basic form, GDELT"},
	{"20140612143000", OrderUnknown, "2014-06-12", "GDELT's DATEADDED"},
	{"0800-12-25", OrderUnknown, "0800-12-25", "a written ISO year may be any"},
	{"2014-06", OrderUnknown, "2014-06", "a month stays a month"},
	{"2014/06", OrderUnknown, "2014-06", ""},
	{"06/2014", OrderUnknown, "2014-06", ""},
	{"2014", OrderUnknown, "2014", "a year stays a year"},
	{"2014.0", OrderUnknown, "2014", "pandas makes floats of years when one is missing"},
	{"2014-165", OrderUnknown, "2014-06-14", "ordinal day"},
	{"2014-W24", OrderUnknown, "2014-06-09/2014-06-15", "ISO week"},
	{"2014-W24-3", OrderUnknown, "2014-06-11", "day of an ISO week"},
	{"2014-W53", OrderUnknown, "!no such week", "2014 has 52"},
	{"2015-W53", OrderUnknown, "2015-12-28/2016-01-03", "2015 has 53"},
	{"2014-Q2", OrderUnknown, "2014-04/2014-06", ""},
	{"Q2 2014", OrderUnknown, "2014-04/2014-06", ""},
	{"Q5 2014", OrderUnknown, "!quarters are", ""},

	{"120430ZJUN14", OrderUnknown, "2014-06-12", "an army's day and time"},
	{"12 0430 JUN 2014", OrderUnknown, "2014-06-12", "the same with spaces"},
	{"122561ZJUN14", OrderUnknown, "!", "there are no 61 minutes"},
	{"début mai 2014", OrderUnknown, "2014-05-01~/2014-05-10~", "French"},
	{"mediados de junio de 2014", OrderUnknown, "2014-06-11~/2014-06-20~", "Spanish"},
	{"1° de mayo de 2014", OrderUnknown, "2014-05-01", "a sign of degrees for an ordinal's"},

	{"2014-06-12T00:30:00+03:00", OrderUnknown, "2014-06-12", "the civil day as written; in UTC it would be the 11th"},
	{"2014-06-12T23:30:00Z", OrderUnknown, "2014-06-12", ""},
	{"2014-06-12T23:30:00-05:00", OrderUnknown, "2014-06-12", ""},
	{"2014-06-12 14:30", OrderUnknown, "2014-06-12", ""},
	{"2014-06-12T24:00:00", OrderUnknown, "2014-06-12", "as written"},
	{"March 4, 2022 6:04 AM ET", OrderUnknown, "2022-03-04", "a zone of two letters"},
	{"2022-03-04Z", OrderUnknown, "2022-03-04", "XML Schema's day with a zone"},
	{"2022-03-04+03:00", OrderUnknown, "2022-03-04", "likewise: the zone moves nothing, and is no time of day"},
	{"16 December 2021 / 1:30 PM", OrderUnknown, "2021-12-16", "a bar between day and time"},
	{"17 December 2021 - 0300H", OrderUnknown, "2021-12-17", "a dash, which is no range"},
	{"2026-07-11 00:00:00.000", OrderUnknown, "2026-07-11", "UCDP"},
	{"20140612T143000Z", OrderUnknown, "2014-06-12", "iCalendar"},
	{"12/06/2014 2:30 PM", DMY, "2014-06-12", "spreadsheet export"},
	{"12/06/2014 2pm", DMY, "2014-06-12", ""},
	{"14:30, 12 June 2014", OrderUnknown, "2014-06-12", "the time first"},
	{"Thu, 12 Jun 2014 14:30:00 GMT", OrderUnknown, "2014-06-12", "RFC 1123"},
	{"Thu Jun 12 14:30:00 +0000 2014", OrderUnknown, "2014-06-12", "the time in the middle"},
	{"June 12, 2014 at 2:30 p.m.", OrderUnknown, "2014-06-12", ""},
	{"2014-06-12 25:00", OrderUnknown, "!is not a date", "no such hour"},

	{"13/06/2014", OrderUnknown, "2014-06-13", "only one order is possible"},
	{"06/13/2014", OrderUnknown, "2014-06-13", "only one order is possible"},
	{"06/06/2014", OrderUnknown, "2014-06-06", "both orders say the same"},
	{"06/07/2014", OrderUnknown, "!2014-07-06 if the day comes first and 2014-06-07 if the month does", ""},
	{"06/07/2014", DMY, "2014-07-06", ""},
	{"06/07/2014", MDY, "2014-06-07", ""},
	{"06-07-2014", DMY, "2014-07-06", ""},
	{"06.07.2014", DMY, "2014-07-06", ""},
	{"06.07.2014.", DMY, "2014-07-06", "a Croatian final dot"},
	{"6 7 2014", DMY, "2014-07-06", ""},
	{"06/13/2014", DMY, "!there is no month 13", "what was told is not bent"},
	{"13/06/2014", MDY, "!there is no month 13", ""},
	{"06/07/14", DMY, "2014-07-06", "two digits"},
	{"06/07/49", DMY, "2049-07-06", "the pivot"},
	{"06/07/50", DMY, "1950-07-06", "the pivot"},
	{"98-06-12", OrderUnknown, "1998-06-12", "98 can only be a year"},
	{"Saturday 06/07/2014", OrderUnknown, "2014-06-07", "6 July 2014 was a Sunday: the weekday proves the order"},
	{"30/02/2014", OrderUnknown, "!February 2014 has 28 days", ""},
	{"02/30/2014", OrderUnknown, "!February 2014 has 28 days", ""},
	{"31/31/2014", OrderUnknown, "!there is no month 31", ""},
	{"2014-02-30", OrderUnknown, "!February 2014 has 28 days", ""},
	{"2014-13-01", OrderUnknown, "!there is no month 13", ""},
	{"2014-00-01", OrderUnknown, "!count from 1", ""},
	{"00/06/2014", DMY, "2014-06", "a day that is not known, as in MySQL's dates"},
	{"00/06/2014", MDY, "!count from 1", "no month is known, but a day"},
	{"00/06/2014", OrderUnknown, "2014-06", "who knows the month knows that it is June"},
	{"00/00/2014", DMY, "2014", "a month that is not known either"},
	{"00/06", DMY, "!count from 1", "without a year it could be anything"},
	{"2014-06-00", OrderUnknown, "2014-06", "MySQL's day that is not known"},
	{"2014/6/0", OrderUnknown, "2014-06", "DesInventar's"},
	{"2014-00-00", OrderUnknown, "2014", "a month that is not known either"},
	{"20140600", OrderUnknown, "2014-06", "the same without separators"},
	{"2014-00", OrderUnknown, "!count from 1", "nobody writes a year that way"},
	{"0000-00-00", OrderUnknown, "!count from 1", "MySQL's date that is not known"},
	{"0000-06-12", OrderUnknown, "!count from 1", "there is no year 0"},

	{"12 June 2014", OrderUnknown, "2014-06-12", ""},
	{"12 JUNE 2014", OrderUnknown, "2014-06-12", ""},
	{"12th of June, 2014", OrderUnknown, "2014-06-12", ""},
	{"June 12, 2014", OrderUnknown, "2014-06-12", ""},
	{"June 12 2014", OrderUnknown, "2014-06-12", ""},
	{"Jun. 12th, 2014", OrderUnknown, "2014-06-12", ""},
	{"12-Jun-2014", OrderUnknown, "2014-06-12", ""},
	{"12-Jun-14", OrderUnknown, "2014-06-12", ""},
	{"12JUN2014", OrderUnknown, "2014-06-12", "military"},
	{"2014 June 12", OrderUnknown, "2014-06-12", ""},
	{"2014-Jun-12", OrderUnknown, "2014-06-12", ""},
	{"June 2014", OrderUnknown, "2014-06", ""},
	{"Jun-14", OrderUnknown, "2014-06", "what a spreadsheet makes of June 2014"},
	{"Jun '14", OrderUnknown, "2014-06", ""},
	{"2014 June", OrderUnknown, "2014-06", ""},
	{"Thursday, June 12, 2014", OrderUnknown, "2014-06-12", ""},
	{"12 June 2014 (Thursday)", OrderUnknown, "2014-06-12", ""},
	{"Friday, June 12, 2014", OrderUnknown, "!2014-06-12 is not a Friday", "a wrong weekday says that something is wrong"},
	{"31 June 2014", OrderUnknown, "!June 2014 has 30 days", ""},
	{"29 February 2012", OrderUnknown, "2012-02-29", ""},
	{"29 February 2014", OrderUnknown, "!February 2014 has 28 days", ""},
	{"June 12", OrderUnknown, "!has no year", "never filled in with today's"},
	{"12/06", DMY, "!has no year", ""},
	{"14-Jun", OrderUnknown, "!has no year", ""},
	{"June", OrderUnknown, "!has no year", ""},

	{"12 juin 2014", OrderUnknown, "2014-06-12", "fr"},
	{"1er août 2014", OrderUnknown, "2014-08-01", "fr ordinal"},
	{"jeudi 12 juin 2014", OrderUnknown, "2014-06-12", "fr"},
	{"mar 10 juin 2014", OrderUnknown, "2014-06-10", "mar is Tuesday beside another month"},
	{"10 mar 2014", OrderUnknown, "2014-03-10", "mar is March without one"},
	{"12 de junio de 2014", OrderUnknown, "2014-06-12", "es"},
	{"quinta-feira, 12 de junho de 2014", OrderUnknown, "2014-06-12", "pt weekday with a hyphen"},
	{"12. Juni 2014", OrderUnknown, "2014-06-12", "de"},
	{"3. März 2014", OrderUnknown, "2014-03-03", "de"},
	{"12 di giugno 2014", OrderUnknown, "2014-06-12", "it: di is not Dienstag"},
	{"12 haziran 2014", OrderUnknown, "2014-06-12", "tr"},
	{"12 KASIM 2014", OrderUnknown, "2014-11-12", "tr capitals"},
	{"12 Kasım 2014", OrderUnknown, "2014-11-12", "tr dotless i"},
	{"12 июня 2014 г.", OrderUnknown, "2014-06-12", "ru"},
	{"12 червня 2014 року", OrderUnknown, "2014-06-12", "uk"},
	{"п'ятниця, 13 червня 2014", OrderUnknown, "2014-06-13", "uk apostrophe inside a word"},
	{"12 حزيران 2014", OrderUnknown, "2014-06-12", "ar, Levant"},
	{"12 حزيران/يونيو 2014", OrderUnknown, "2014-06-12", "ar, both names of the month"},
	{"١٢ يونيو ٢٠١٤", OrderUnknown, "2014-06-12", "ar, Arabic-Indic digits"},
	{"12 جوان 2014", OrderUnknown, "2014-06-12", "ar, Maghreb"},
	{"3 كانون الثاني 2014", OrderUnknown, "2014-01-03", "ar, a name of two words"},
	{"الخميس 12 يونيو 2014", OrderUnknown, "2014-06-12", "ar weekday"},
	{"١٢/٠٦/٢٠١٤", DMY, "2014-06-12", "Arabic-Indic digits"},
	{"۱۲ ژوئن ۲۰۱۴", OrderUnknown, "2014-06-12", "fa"},
	{"۱۳۹۳/۰۳/۲۲", OrderUnknown, "!another calendar", "a Solar Hijri year is not a Gregorian one"},
	{"12 خرداد 1393", OrderUnknown, "!another calendar", ""},
	{"15 Ramadan 1435", OrderUnknown, "!another calendar", ""},
	{"12 Juni 2014", OrderUnknown, "2014-06-12", "id, nl"},
	{"12 czerwca 2014", OrderUnknown, "2014-06-12", "pl"},
	{"12 listopad 2014", OrderUnknown, "!another one in another language", "October in Croatian, November in Czech and Polish"},
	{"2014年6月12日", OrderUnknown, "2014-06-12", "zh, ja"},
	{"2014년 6월 12일", OrderUnknown, "2014-06-12", "ko"},
	{"१२ जून २०१४", OrderUnknown, "2014-06-12", "hi"},

	{"12-14 June 2014", OrderUnknown, "2014-06-12/2014-06-14", ""},
	{"12 – 14 June 2014", OrderUnknown, "2014-06-12/2014-06-14", ""},
	{"June 12-14, 2014", OrderUnknown, "2014-06-12/2014-06-14", ""},
	{"June 12 - July 3, 2014", OrderUnknown, "2014-06-12/2014-07-03", ""},
	{"12 June - 3 July 2014", OrderUnknown, "2014-06-12/2014-07-03", ""},
	{"December 30 - January 2, 2014", OrderUnknown, "2013-12-30/2014-01-02", "the year is that of the end"},
	{"2014-06-12 to 2014-06-14", OrderUnknown, "2014-06-12/2014-06-14", ""},
	{"2014-06-12/2014-06-14", OrderUnknown, "2014-06-12/2014-06-14", ""},
	{"2014-06-12 10:00 - 2014-06-14 12:00", OrderUnknown, "2014-06-12/2014-06-14", ""},
	{"12/06/2014 - 14/06/2014", OrderUnknown, "2014-06-12/2014-06-14", "the 14 proves the order for both"},
	{"12-14/06/2014", OrderUnknown, "2014-06-12/2014-06-14", ""},
	{"from 12 to 14 June 2014", OrderUnknown, "2014-06-12/2014-06-14", ""},
	{"between 12 and 13 June 2014", OrderUnknown, "2014-06-12/2014-06-13", ""},
	{"12 and 13 June 2014", OrderUnknown, "2014-06-12/2014-06-13", ""},
	{"12 and 15 June 2014", OrderUnknown, "!others between", "two days are not the four"},
	{"du 12 au 14 juin 2014", OrderUnknown, "2014-06-12/2014-06-14", "fr"},
	{"del 12 al 14 de junio de 2014", OrderUnknown, "2014-06-12/2014-06-14", "es"},
	{"с 12 по 14 июня 2014 года", OrderUnknown, "2014-06-12/2014-06-14", "ru"},
	{"June-August 2014", OrderUnknown, "2014-06/2014-08", "months stay months"},
	{"2013-2014", OrderUnknown, "2013/2014", "years stay years"},
	{"14-12 June 2014", OrderUnknown, "!ends before it begins", ""},
	{"12-14-06-2014", OrderUnknown, "!is not a date", "the marks do not say what is what"},
	{"12 June - July 2014", OrderUnknown, "!is not a date", "a day to a month"},
	{"2013-14", OrderUnknown, "!is the years 2013 and 2014, or one that begins in 2013", "two years, or a season"},
	{"2013-15", OrderUnknown, "!there is no month 15", ""},

	{"circa 12 June 2014", OrderUnknown, "2014-06-12~", ""},
	{"c. 2014", OrderUnknown, "2014~", ""},
	{"about June 2014", OrderUnknown, "2014-06~", ""},
	{"~2014-06-12", OrderUnknown, "2014-06-12~", ""},
	{"2014?", OrderUnknown, "2014~", ""},
	{"early June 2014", OrderUnknown, "2014-06-01~/2014-06-10~", "a third of the month"},
	{"mid-June 2014", OrderUnknown, "2014-06-11~/2014-06-20~", ""},
	{"late 2013", OrderUnknown, "2013-09~/2013-12~", "a third of the year"},
	{"1990s", OrderUnknown, "1990/1999", ""},
	{"1990's", OrderUnknown, "1990/1999", ""},
	{"Summer 2014", OrderUnknown, "2014-06~/2014-08~", ""},

	{"", OrderUnknown, "", "an empty cell is unknown, not wrong"},
	{"unknown", OrderUnknown, "", ""},
	{"N/A", OrderUnknown, "", ""},
	{"-", OrderUnknown, "", ""},
	{"41802", OrderUnknown, "!is a number", "serials only when told"},
	{"1402531200", OrderUnknown, "!is a number", ""},
	{"201406", OrderUnknown, "!is a number", "June 2014 or 20 14 06"},
	{"soon", OrderUnknown, "!is not a date", ""},
	{"12 June 2014 Homs", OrderUnknown, "!is not a date", "the whole cell or nothing"},
	{"since 12 June 2014", OrderUnknown, "!is open", "an end is not known"},
	{"36.2021", OrderUnknown, "!", "a coordinate"},
	{"9999", OrderUnknown, "!year by itself", "a code for missing"},
	{strings.Repeat("1", 200), OrderUnknown, "!is not a date", ""},
	{"\x00\xff", OrderUnknown, "!is not a date", ""},
	{"--", OrderUnknown, "", ""},
	{"June 12, 2014\x00", OrderUnknown, "!is not a date", ""},
}

func TestParse(t *testing.T) {
	for _, c := range slices.Concat(cells, writtenCells) {
		got, err := Parse(c.cell, c.order)
		want, wantErr := strings.CutPrefix(c.want, "!")
		switch {
		case wantErr && err == nil:
			t.Errorf("Parse(%q, %v) = %v, want an error: %s", c.cell, c.order, got, c.reason)
		case wantErr && !strings.Contains(err.Error(), want):
			t.Errorf("Parse(%q, %v): %v, want %q: %s", c.cell, c.order, err, want, c.reason)
		case !wantErr && err != nil:
			t.Errorf("Parse(%q, %v): %v, want %s: %s", c.cell, c.order, err, want, c.reason)
		case !wantErr && got.EDTF() != want:
			t.Errorf("Parse(%q, %v) = %v, want %s: %s", c.cell, c.order, got, want, c.reason)
		}
	}
}

func TestParseAmbiguous(t *testing.T) {
	_, err := Parse("06/07/2014", OrderUnknown)
	var a *AmbiguousError
	if !errors.As(err, &a) {
		t.Fatalf("got %v, want an *AmbiguousError", err)
	}
	if a.DMY != On(Date(2014, time.July, 6)) || a.MDY != On(Date(2014, time.June, 7)) {
		t.Errorf("readings are %v and %v", a.DMY, a.MDY)
	}
}

func TestParseClock(t *testing.T) {
	for cell, want := range map[string]string{
		"2014-06-12":                          "",
		"2014-06-12 14:30":                    "14:30",
		"2014-06-12T14:30:00.5+03:00":         "14:30:00.5+03:00",
		"2014-06-12T14:30:00Z":                "14:30:00Z",
		"Thu, 12 Jun 2014 14:30:00 GMT":       "14:30:00 GMT",
		"12 June 2014, 2 p.m.":                "2 p.m.",
		"12 June 2014 at 2pm":                 "2pm",
		"2014-06-12 10:00 - 2014-06-14 12:00": "10:00",
		"20140612T1430Z":                      "T1430Z",
		"2022-03-04+03:00":                    "",
		"12 June 2014 / 14:30":                "14:30",
	} {
		_, got, err := ParseClock(cell, OrderUnknown)
		if err != nil || got != want {
			t.Errorf("ParseClock(%q) says %q, %v; want %q", cell, got, err, want)
		}
	}
}
