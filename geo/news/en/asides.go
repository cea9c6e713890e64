package en

import (
	"regexp"
	"slices"
	"strings"
	"sync"
)

// Aside says how much after a line is not the story.
type Aside uint8

// The asides. The zero Aside is a line that may belong to the story.
const (
	NoAside   Aside = iota
	LineAside       // this line: a credit, a notice
	BoxAside        // this line and the headlines under it: "Also read"
	TailAside       // this line and all that follows: readers' comments
)

// longestAside is the longest line, in bytes, that is tested. Notices are
// short; paragraphs of a story that speak of photos are long.
const longestAside = 240

// AsideLine tells the asides of web pages by what a whole line says.
func AsideLine(line string) Aside {
	if len(line) > longestAside {
		return NoAside
	}
	line = strings.ToLower(strings.Join(strings.Fields(line), " "))
	line = strings.ReplaceAll(line, "’", "'")
	for _, p := range asidePatterns() {
		if p.mayMatch(line) && p.lines.MatchString(line) {
			return p.aside
		}
	}
	return NoAside
}

// asidePattern matches whole lines in small letters.
type asidePattern struct {
	aside Aside
	lines *regexp.Regexp
	needs []string // a line that has none of them does not match; nil if that is not known
}

// mayMatch spares lines the patterns that would have to look at all of them:
// those that begin with a word of their own are soon done, the others took a
// twelfth of the time that stories take.
func (p *asidePattern) mayMatch(line string) bool {
	return p.needs == nil || slices.ContainsFunc(p.needs, func(s string) bool { return strings.Contains(line, s) })
}

// asidePatterns returns the patterns, tails first. They are compiled when first
// asked for: that takes milliseconds, which a run without stories does not have.
var asidePatterns = sync.OnceValue(func() []asidePattern {
	return []asidePattern{
		{TailAside, lines(
			`(view |show |see |read |hide )?(all )?(\d+ |no |the )?(reader |user )?(comments?|responses?|replies)( \(?\d+\)?| below| so far| closed| are closed)?[.:]?`,
			`(leave|post|add|write|submit) (a|your) (comment|reply|response)\b.*`,
			`(please )?(follow|read|see|observe|respect) our (commenting|comment|community|posting) (guidelines|policy|rules|standards)\b.*`,
			`(join|start) the (conversation|discussion)\b.*`,
			`you must be logged in to (post|comment)\b.*`,
			`(comments|commenting) (on this (story|article)|for this (thread|article)) (are|is) (now )?closed.*`,
			`what do you think\?( .*)?`,
		), nil},
		{BoxAside, lines(
			`(also|further|more|related|recommended|suggested|continue) read(ing)?s?[.:]?`,
			`(read|see|watch|listen|check) (also|more|next|too|out)[.:]?( here)?`,
			`related( (articles?|stor(y|ies)|posts?|news|links?|topics?|content|coverage|items?))?[.:]?`,
			`more (stories|news|articles|headlines|coverage|from|on this|like this|in)\b[^.]*[.:]?`,
			`(most|popular|trending|top|latest|other|recent|editor's|don't miss|must)[ -](read|viewed|popular|shared|commented|stories|story|news|now|posts|articles|headlines|picks|videos)( stories| articles| news| posts)?[.:]?`,
			`you (may|might) (also )?(like|be interested in)( this)?[.:]?`,
			`(recommended|suggested|sponsored|promoted)( (for you|stories|stories for you|content|links|by .*))?[.:]?`,
			`(tags|topics|keywords|categories|filed under|in this (story|article))\b:?[^.]*`,
			`from (the|our) (web|archives?|partners)`,
		), nil},
		{LineAside, lines(
			`(file|handout|archive|stock|ap|afp|reuters|epa|getty)?[ -]?(photo|photos|photograph|photographs|picture|pictures|image|images|video|footage|credit|caption|graphic|map|illustration)s?( (credit|by|courtesy( of)?|source|copyright|caption))?( ?: ?| by | © ).*`,
			`[(\[].*\b(photo|file photo|getty images?|via ap|via getty|handout|courtesy|afp|reuters|ap photo|epa|xinhua)\b.*[)\]]\.?`,
			`©.*`, `\(c\) ?\d{4}.*`, `copyright\b.*`,
			`this (story|article|post|page|content|item|report) (is|was|has been) (more than|over|at least|now)? ?(\d+|one|two|three|four|five|six|seven|eight|nine|ten|several)? ?(years?|months?|days?)? ?(old|archived|outdated)\b.*`,
			`this (story|article|post|report|item) (was|is|has been|may) (originally|first|last|automatically|also|be|been)?\b.{0,20}(published|posted|updated|corrected|translated|printed|generated|edited|appeared|syndicated)\b.*`,
			`(first |originally |last )?(published|posted|updated|modified|created|printed)( on| at)?:? .{0,60}`,
			`(a )?version of this (story|article)\b.*`,
			`(follow|like|join|find|contact|email|e-mail|reach|call) (us|me|him|her|the (author|reporter|writer)|[a-z]+ [a-z]+) (on|at|via|by)\b.*(twitter|facebook|telegram|whatsapp|instagram|youtube|@|e-?mail|\d{3}).*`,
			`(sign up|subscribe|log in|login|donate|click|tap|download) (for|to|here|in|now|our|us|on|or)\b.{0,120}`,
			`(share|tweet|print|email|e-mail|pin|whatsapp|facebook|twitter|linkedin|save|copy link|bookmark|play|pause|advertisement|ad|sponsored|skip to (content|main content)|story continues below( advertisement)?|article continues below|continue reading|loading\.*|back to top|next|previous|home|menu)( (this|on|via|it|article|story).{0,40})?[.:]?`,
			`(\(?additional )?(reporting|writing|editing|compiled|translation|translated|edited|reported|written) by\b.*`,
			`submitted by .{0,80}`, `by ?\|.{0,60}`, `our standards:.{0,80}`,
			`by [a-z.'-]+ [a-z.' -]{1,40}[a-z]( ?[,|][^.]{0,60})?`,
			`(read|watch|see|listen|video|related|live|more|also read|read more|read also|gallery|in pictures|opinion|editorial|factbox|timeline) ?: .*[^.]`,
		), nil},
		{LineAside, lines(
			`.* ?[|/©] ?(ap|afp|reuters|getty( images)?|epa|anadolu|shutterstock)\.?`,
			`.*all rights reserved\b.*`,
			`[^.!?]{3,80} \((ap|afp|reuters|epa|getty( images)?|xinhua|anadolu|shutterstock)\)`,
			`(the )?[a-z ]{2,40} contributed (to|reporting)\b.*`,
			`.{3,80} contributed (to this (report|story|article)|reporting)\b.*`,
		), []string{"|", "/", "©", "(", "all rights reserved", " contributed "}},
	}
})

// lines compiles patterns to match a whole line each.
func lines(patterns ...string) *regexp.Regexp {
	return regexp.MustCompile(`^(?:` + strings.Join(patterns, `|`) + `)$`)
}
