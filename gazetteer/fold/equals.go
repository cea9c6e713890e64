package fold

// equals are letters that keep no trace of what sets them apart from others,
// beyond the accents that come off by themselves.
var equals = map[rune]string{
	// Latin letters that Unicode does not take apart.
	'ß': "ss", 'æ': "ae", 'œ': "oe", 'ø': "o", 'đ': "d", 'ð': "d", 'þ': "th",
	'ı': "i", 'ł': "l", 'ħ': "h", 'ŋ': "n", 'ə': "a", 'ǝ': "a", 'ĸ': "k", 'ŧ': "t",
	'ƀ': "b", 'ɓ': "b", 'ƃ': "b", 'ɗ': "d", 'ɖ': "d", 'ƙ': "k", 'ɣ': "g", 'ɠ': "g",
	'ǥ': "g", 'ɛ': "e", 'ɔ': "o", 'ƒ': "f", 'ʃ': "sh", 'ʒ': "zh", 'ɩ': "i", 'ɨ': "i",
	'ʊ': "u", 'ʉ': "u", 'ʋ': "v", 'ƴ': "y", 'ɲ': "n", 'ⱡ': "l", 'ƭ': "t", 'ʈ': "t",
	'ƥ': "p", 'ɋ': "q", 'ɍ': "r", 'ɏ': "y", 'ɉ': "j", 'ƶ': "z", 'ꞓ': "c", 'ȼ': "c",
	'ɵ': "o", 'ⱥ': "a", 'ɂ': "", 'ꞌ': "", 'ƣ': "gh", 'ƕ': "hv", 'ẟ': "d", 'ȝ': "y",

	// Apostrophes, and the signs for ayn and hamza. Quotation marks of the
	// same shape lose nothing by going with them.
	'‘': "", '’': "", '‛': "", '′': "", '´': "", '＇': "", 'ʹ': "", '¨': "", '¯': "", '¸': "", '˜': "",
	'׳': "", '״': "", '՚': "", '‵': "",

	// Persian writes words together with a sign that keeps their letters apart.
	'\u200c': " ",

	'ς': "σ",

	// Arabic: alefs, ya and alef maksura, ta marbuta; the Persian, Kurdish,
	// Urdu and Uighur shapes of the same letters.
	'ٱ': "ا", 'ٲ': "ا", 'ٳ': "ا", 'ٵ': "ا", 'ى': "ي", 'ی': "ي", 'ې': "ي", 'ێ': "ي", 'ے': "ي",
	'ۍ': "ي", 'ٸ': "ي", 'ة': "ه", 'ە': "ه", 'ھ': "ه", 'ہ': "ه", 'ۃ': "ه", 'ک': "ك", 'ڪ': "ك",
	'ۆ': "و", 'ۇ': "و", 'ۈ': "و", 'ۋ': "و", 'ۅ': "و", 'ۉ': "و", 'ڵ': "ل", 'ڕ': "ر", 'ڤ': "ف",
	'ء': "", 'ـ': "", 'ٶ': "و", 'ٷ': "و", 'ڭ': "ك",

	// Hebrew letters have another shape at the end of a word.
	'ך': "כ", 'ם': "מ", 'ן': "נ", 'ף': "פ", 'ץ': "צ",
	// The hyphen of Hebrew is joined to both words.
	'־': " ",
	// The stroke of Cyrillic ge tells Ukrainian from Russian spelling only.
	'ґ': "г", 'ѣ': "е", 'ѕ': "з",
	// The stop of Chinese and Japanese names between their parts.
	'・': " ", '·': " ", '•': " ",
}
