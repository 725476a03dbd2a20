package content

// words are what the pages say around the texts.
var words = map[string]map[string]string{
	"en": {
		"predict": "Predict first", "run": "Run it", "run-with": "Run with %s", "the-run-answers": "The run gives the answer.",
		"after-the-run": "What the run shows", "your-answer": "Your answer", "set": "Set %s and run", "show": "Show on the stage",
		"box-takeaway": "To take away", "box-more": "Where to read more", "box-note": "",
		"lessons": "Lessons", "scenarios": "Scenarios", "previous": "Previous", "next": "Next", "minutes": "%d minutes",
		"kicker": "%s, lesson %d of %d", "output": "Output", "code": "Code", "timeline": "Timeline",
		"start": "Start with lesson 1", "open-play": "Open the playground", "cards": "Scenarios to take apart", "all": "All %d",
		"recorded": "Recorded with seed %d: %s of virtual time, digest %s.", "stage": "Program and its run: %s",
		"timeline-of":   "Timeline of %s",
		"supported-sum": "Names that are there:", "supported-modules": "Modules", "supported-types": "Built-in types", "supported-missing": "Missing", "supported-absent": "This module is not there; importing it says so.",
		"area-generators": "Generators", "area-greenlet": "greenlet", "area-asyncio": "asyncio", "area-threads": "Threads", "area-gevent": "gevent", "area-processes": "Processes", "area-basics": "First steps",
	},
	"zh": {
		"predict": "先猜一猜", "run": "运行", "run-with": "用 %s 运行", "the-run-answers": "答案由运行给出。",
		"after-the-run": "运行说明了什么", "your-answer": "你的答案", "set": "设为 %s 并运行", "show": "放到舞台上",
		"box-takeaway": "记住这些", "box-more": "延伸阅读", "box-note": "",
		"lessons": "课程", "scenarios": "场景", "previous": "上一课", "next": "下一课", "minutes": "%d 分钟",
		"kicker": "%s，第 %d 课，共 %d 课", "output": "输出", "code": "代码", "timeline": "时间线",
		"start": "从第 1 课开始", "open-play": "打开演练场", "cards": "拿来拆开看的场景", "all": "全部 %d 个",
		"recorded": "随机种子 %d 的记录：虚拟时间 %s，摘要 %s。", "stage": "程序及其运行：%s",
		"timeline-of":   "%s 的时间线",
		"supported-sum": "已有的名字：", "supported-modules": "模块", "supported-types": "内置类型", "supported-missing": "没有的", "supported-absent": "没有这个模块；导入它会如实告知。",
		"area-generators": "生成器", "area-greenlet": "greenlet", "area-asyncio": "asyncio", "area-threads": "线程", "area-gevent": "gevent", "area-processes": "进程", "area-basics": "第一步",
	},
}

// word gives the text for a key; a key that a language lacks is our mistake and
// shows as itself (a test looks for that).
func word(lang, key string) string {
	if s, ok := words[lang][key]; ok {
		return s
	}
	return key
}
