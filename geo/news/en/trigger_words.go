package en

import "strings"

// The words by which a trigger's sentence says whether it happened.

var (
	determiners  = setOf("a an the this that these those his her its their our my your another any some every each both no several many few more most 's all")
	definers     = setOf("a an the his her its their our another")
	prepositions = setOf(`in at on of from to into near by with for against over under between among across along around outside inside
		within toward towards through throughout after before during since until amid following despite behind beyond off onto upon about via without because`)
	auxiliaries = setOf("is are was were be been being am has have had having do does did get gets got getting will would shall should can could may might must 'll ca wo ai")
	beForms     = setOf("is are was were be been being am get gets got getting")
	haveForms   = setOf("has have had having 've")
	modals      = setOf("would could may might should must can cannot ca ought")
	futures     = setOf("will shall 'll wo")
	negations   = setOf("not n't never nobody none neither nor cannot no hardly barely scarcely")
	adverbs     = setOf(`also then later now already again still ever just even twice together recently first finally earlier since so far soon
		once always often reportedly allegedly only all both yet almost nearly thus further fatally seriously critically badly once apparently here there too
		meanwhile instead today yesterday overnight jointly`)
	conjunctions = setOf("and or but nor")
	clauseMarks  = setOf("while when whereas although though because after before as since until where unless if whether that who which whose")
	conditionals = setOf("if unless whether lest suppose supposing should")
	relatives    = setOf("who which that whose whom where")
	sayings      = setOf(`said says say saying told tells added adds warned warns announced announces reported reports confirmed confirms claimed claims
		according stated insisted noted declared denied explained recounted recalled`)
	pronouns = setOf("he she it they we you i who them him us")

	// Before "to": what the infinitive tells is planned, or did happen.
	plansTo = setOf(`due set expected scheduled planned plans plan planning intends intend slated agreed prepares preparing prepared ready poised
		likely is are agreed going`)
	didTo = setOf(`managed began begun begins continued continue continues started starts proceeded went helped helping forced had came rushed
		moved succeeded returned ordered sent compelled able allowed`)
	forcedTo = setOf("forcing forced forces prompted prompting causing caused led leading sent sending obliged compelled compelling driven driving allowed allowing enabled enabling helped")

	// Verbs and nouns that say that what follows did not happen, or not yet.
	notYet = setOf(`effort efforts bid danger dangers threat threats threatened threaten threatens threatening fear fears feared fearing possible possibility risk risks plan plans planned planning
		prevent prevented prevents preventing reduce reducing curb curbing quell stem contain curtail combat avoid avoided avert averted averting demand demanded demands urge urged call calls called calling warn warned
		warns warning warnings potential imminent future foiled thwarted foil thwart cancelled canceled postponed offer offered consider considered considering
		authorise authorised authorize authorized approve approved backed support supported supports requested request requests reject rejected oppose opposed
		propose proposed proposal proposals alleged attempting attempt attempts tried try trying vow vowed vows pledge pledged promise promised hope hoped hopes want wants wanted
		refuse refused refuses unable fail failed fails failing deny denied denies denying without plot plotted plotting plots prospect hypothetical
		if unless ban banned suspected stop stopped halt halting end ending cessation abandon abandoned abandoning ruled discuss discussed discussing mull mulling seek seeks seeking
		intention intent capacity ability able opportunity right decision decided deadline fictional simulated mock movie film novel book ready`)
	// Nouns before "of", "into" and the like behind which stands what happened long ago or elsewhere.
	background = setOf(`news cause causes concern concerns concerned escalation cycle level levels retaliation revenge avenge avenged avenging connection responsibility condemned condemns condemning denounced denouncing deplored mourn mourned mourning condolences anniversary history memory memories commemorate commemorating commemorated commemoration aftermath era legacy trial convicted accused suspected charged
		responsible investigation inquiry probe role involvement part survivors survivor veteran veterans victim victims convict guilty blamed conviction acquitted sentenced
		wanted alleged evidence reports claims remembering resilience resistance vulnerability immune mark marking marked marks story stories allegation allegations accusation accusations suspicion charges charge count counts counselling sentencing information brunt`)
	// Those of them behind which stands what may have happened just now.
	condemns = setOf("condemned condemns condemning denounced denouncing deplored mourn mourned mourning condolences")
	// Nouns behind a trigger that make the two one word for something else.
	gapStops    = setOf("teargas tear suicide bomb rocket mortar drone missile artillery grenade arson cyber") // they say what it was: "launched a suicide attack"
	polities    = setOf("country nation state region province government")
	notTriggers = setOf(`supporters supporter plotting plotter plotters suspect suspects trial charge charges threat threats plan plans plot plots attempt victim victims survivor survivors case cases
		season scene site sites investigation laws law rate rates ban warning warnings alert drill drills fears fear risk capability capabilities
		movement leader leaders organiser organisers organizer organizers route game helicopter helicopters squad force forces movie film series team
		zone zones line lines tactics strategy powers position positions crew mission missions history memorial monument prevention program programme
		weapon weapons dog submarine ship ships aircraft vehicle vehicles group groups record records center centre hotline story stories
		camp camps tent tents`)
	// Adjectives that pick one of several happenings, which is then new.
	superlatives = setOf("deadliest worst bloodiest biggest largest heaviest latest fiercest second third fourth other")
	// Verbs before "for" behind which stands what is only wanted.
	asks = setOf("asked asks asking ask appealed appeals appealing pressed pressing lobbied lobbying pleaded pleading begged pushed pushing")
	// Words before "for" behind which stands what is only to come.
	readyFor  = setOf("way prepare prepares prepared preparing preparation preparations brace braces braced bracing post base launchpad springboard")
	preparing = setOf("foment fomenting incite inciting prepare prepares preparing")
	// What is said behind "is" of what has yet to happen.
	isCrucial  = setOf("crucial vital key critical essential possible important unlikely inevitable imminent")
	timesOfDay = setOf("morning afternoon evening night noon midnight dawn dusk")
)

// isAdverb reports whether a word may stand inside a group of verbs without
// changing what it tells.
func isAdverb(w string) bool {
	return adverbs.has(w) || len(w) > 4 && strings.HasSuffix(w, "ly") && !notAdverbs.has(w)
}

var notAdverbs = setOf("family italy july assembly early rally daily reply supply ally fly apply only elderly deadly friendly weekly monthly bully")

// Clause reports whether a word begins a clause.
func Clause(w string) bool { return clauseMarks.has(w) || conjunctions.has(w) || pronouns.has(w) }

// Adverb reports whether a word may stand between an auxiliary and its verb.
func Adverb(w string) bool { return isAdverb(w) }
