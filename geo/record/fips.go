package record

import (
	"strings"
	"sync"

	"github.com/dateline-map/dateline/geo/record/internal/headers"
)

// fips are the codes of countries of FIPS 10-4 that ISO 3166-1 does not have, or has for
// others, with ISO's: GM is Germany there and the Gambia here. GDELT writes them. All
// others are the same, or no country's.
var fips = sync.OnceValue(func() map[string]string {
	codes := map[string]string{}
	for pair := range strings.FieldsSeq(`
		AA:AW AC:AG AG:DZ AJ:AZ AN:AD AQ:AS AS:AU AT:AU AU:AT AV:AI AY:AQ BA:BH BC:BW BD:BM BF:BS BG:BD BH:BZ BK:BA BL:BO BM:MM
		BN:BJ BO:BY BP:SB BU:BG BX:BN BY:BI CB:KH CD:TD CE:LK CF:CG CG:CD CH:CN CI:CL CJ:KY CK:CC CN:KM CQ:MP CR:AU
		CS:CR CT:CF CW:CK DA:DK DO:DM DR:DO EI:IE EK:GQ EN:EE ES:SV EZ:CZ FG:GF FP:PF FS:TF GA:GM GB:GA GG:GE GJ:GD
		GK:GG GM:DE GQ:GU GV:GN GZ:PS HA:HT HO:HN IC:IS IP:PF IS:IL IV:CI IZ:IQ JA:JP JN:SJ JU:FR KN:KP KR:KI KS:KR KT:CX KU:KW KV:XK
		LE:LB LG:LV LH:LT LI:LR LO:SK LS:LI LT:LS MA:MG MB:MQ MC:MO MF:YT MG:MN MH:MS MI:MW MJ:ME MN:MC MO:MA MP:MU MU:OM
		NE:NU NG:NE NH:VU NI:NG NN:SX NS:SR NU:NI OD:SS PA:PY PC:PN PF: PG: OC: OS: PM:PA PO:PT PP:PG PS:PW PU:GW RB:RS RI:RS RM:MH RN:MF
		RP:PH RQ:PR RS:RU SB:PM SC:KN SE:SC SF:ZA SG:SN SN:SG SP:ES ST:LC SU:SD SV:SJ SW:SE SX:GS SZ:CH TB:BL TD:TT TE:TF TI:TJ TK:TC
		TL:TK TN:TO TO:TG TP:ST TS:TN TT:TL TU:TR TX:TM UC:CW UK:GB UP:UA UV:BF VI:VG VM:VN VQ:VI VT:VA WA:NA WE:PS WI:EH WZ:SZ
		YM:YE YI:RS ZA:ZM ZI:ZW`) {
		ours, theirs, _ := strings.Cut(pair, ":")
		codes[ours] = theirs
	}
	return codes
})

// isFIPS reports whether a column of countries has codes of FIPS, as those of GDELT do.
func isFIPS(header string) bool {
	return strings.HasSuffix(headers.Words(header), "geo country code")
}
