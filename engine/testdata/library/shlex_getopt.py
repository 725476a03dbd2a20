import shlex, getopt
for t in ["a b 'c d' \"e\\\"f\" g\\ h", "a#b c # d", "", "'a", "a\\", "a'b'c", "''", "a=b;c && d|e", "\"a\\b\" '\\'", "a\n#c\nb", "\"\" x", "a''b \"\"", "é ü"]:
    for kw in ({}, {"comments":True},{"posix":False}):
        try: print(repr(t), kw, shlex.split(t, **kw))
        except ValueError as e: print(repr(t), kw, e)
print(list(shlex.shlex("a && b; c>d (e) ~x/y-z *.c",punctuation_chars=True)), list(shlex.shlex("a && b; c 'd e'")), list(shlex.shlex("x=1+y # no\nz.q", posix=True)))
print(shlex.quote(""),shlex.quote("a b"),shlex.quote("it's"),shlex.quote("ok-1.2/x@%+=:,_"), shlex.quote("é"), shlex.join(["a","b c"]))
print(getopt.getopt("-a -bval --long --opt=3 x -y".split(),"ab:",["long","opt="]), getopt.gnu_getopt("x -a y --lo".split(),"a",["long"]), getopt.gnu_getopt("-a x -b -- -c".split(), "+ab"))
for a in (("-x",),("-b",),("--zz",),("--opt",),("--long=3",),("--o","3"),("-ab","v","w"),("-",),("--",)):
    try: print(getopt.getopt(list(a),"ab:",["long","opt=","option"]))
    except getopt.GetoptError as e: print(e, e.opt, e.msg)
