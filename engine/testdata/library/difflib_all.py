import difflib
a = "one\ntwo\nthree\nfour\nfive\nsix\n".splitlines(1); b = "zero\none\ntree\nfour\nfiv\nsix!\nseven\n".splitlines(1)
print(''.join(difflib.ndiff(a,b))); print(''.join(difflib.unified_diff(a,b,'a.txt','b.txt'))); print(''.join(difflib.context_diff(a,b,'a','b', n=1)))
s = difflib.SequenceMatcher(None, 'qabxcd', 'abycdf'); print(s.get_matching_blocks(), s.get_opcodes(), s.ratio(), s.quick_ratio(), s.real_quick_ratio(), s.find_longest_match())
print(difflib.get_close_matches('appel', ['ape','apple','peach','puppy']))
print(''.join(difflib.restore(difflib.ndiff(a,b), 2)))
x = [str(i)+'\n' for i in range(300)]; y = x[:50] + ['new\n'] + x[52:200] + x[210:]; print(''.join(difflib.unified_diff(x, y, n=2)))
print(list(difflib.unified_diff(a, a)), difflib.SequenceMatcher(lambda c: c == ' ', 'private Thread currentThread;', 'private volatile Thread currentThread;').ratio())
