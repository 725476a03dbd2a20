package web

// words are the labels of the frame in one language. The texts inside a page
// belong to package content, those of the live parts to web/src.
type words struct {
	Code, Name                                string // of the language, in itself
	Lessons, Playground, Scenarios, Supported string
	Theme, Skip, Main, NoScript               string
	Lost, LostText, LostHome                  string
}

var languages = map[string]words{
	"en": {
		Code: "en", Name: "English",
		Lessons: "Lessons", Playground: "Playground", Scenarios: "Scenarios", Supported: "What is supported",
		Theme: "Dark or light", Skip: "Skip to the content", Main: "Main",
		NoScript: "Without JavaScript you see the recorded pictures; to run and change programs, allow it for this site.",
		Lost:     "There is no page here", LostText: "The address leads nowhere. Perhaps the page has moved, or the link was cut off when it was sent.", LostHome: "To the start page",
	},
	"zh": {
		Code: "zh", Name: "中文",
		Lessons: "课程", Playground: "演练场", Scenarios: "场景", Supported: "支持范围",
		Theme: "深色或浅色", Skip: "跳到正文", Main: "主导航",
		NoScript: "没有 JavaScript 时只能看到录制好的图；要运行和修改程序，请允许本站使用 JavaScript。",
		Lost:     "这里没有页面", LostText: "这个地址哪里也不通。可能页面已经搬走，也可能链接在发送时被截断了。", LostHome: "回到首页",
	},
}

// everyone lists the words of all languages, in a fixed order.
func everyone() []words { return []words{languages["en"], languages["zh"]} }

func wordsOf(lang string) words {
	if w, ok := languages[lang]; ok {
		return w
	}
	return languages["en"]
}

// icon is the brand's glyph as a file: two lanes and a playhead. It follows the
// theme of the browser, not of the page.
const icon = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="-1 -4 24 24"><style>*{--i:#1b1a17;--p:#fbfaf7}@media(prefers-color-scheme:dark){*{--i:#e8e6e1;--p:#121417}}</style><path d="M1 3H8M13 13H21" stroke="var(--i)" stroke-width="1.5"/><path d="M8 .5h8v5H8z" fill="var(--i)"/><path d="M2 10.500h9v5H2z" fill="none" stroke="var(--i)"/><circle cx="19" cy="13" r="2.500" fill="var(--i)"/><path d="M12.500 0V16" stroke="var(--p)" stroke-width="2.500"/></svg>
`
